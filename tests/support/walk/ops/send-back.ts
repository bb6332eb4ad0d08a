import fc from "fast-check";
import { sendBack } from "~/review/send-back.server";
import { all, because } from "../../cases";
import { noon } from "../../clock";
import type { Walker } from "../model";
import { anybody, anyReason, enough, op } from "../op";

type Input = { by: Walker; criteria: string[]; reason: string };

export default op<Input>({
  name: "send back",
  arbitrary: fc.record({ by: anybody, criteria: fc.subarray([...all, "MU-9.9"]), reason: anyReason }),
  near: ({ state }) => (state === "deciding" ? (["devon", "moira", "insider"] as const).map((by): Input => ({ by, criteria: ["MU-1.2"], reason: because })) : []),
  allows: (model, { by, criteria, reason }) =>
    model.state === "deciding" &&
    model.has(by, "decider") &&
    !model.ofProvider(by) &&
    !model.tied.has(by) &&
    !model.hasRated(by) &&
    !model.settlers.has(by) &&
    !model.appeal.reopened &&
    all.some((id) => criteria.includes(id)) &&
    enough(reason),
  apply: (model, { by, criteria }) => {
    const again = all.filter((id) => criteria.includes(id));
    model.checked = false;
    model.openAgain(again);
    return [...model.move(by, "send_back", "assessing"), ...model.carryOn(), { by, type: "case.sent_back", of: "case", data: { criteria: again } }];
  },
  perform: ({ db, caseId, actors }, { by, criteria, reason }) => sendBack(db, noon, actors[by], { caseId, criteria, reason }),
});
