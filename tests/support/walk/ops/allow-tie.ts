import fc from "fast-check";
import { allowTie } from "~/review/interests/allow-tie.server";
import { because } from "../../cases";
import { noon } from "../../clock";
import { type Seat, seats, type Walker } from "../model";
import { anybody, anyReason, enough, op } from "../op";

type Input = { by: Walker; part: Seat; reason: string };

export default op<Input>({
  name: "allow tie",
  arbitrary: fc.record({ by: anybody, part: fc.constantFrom(...seats), reason: anyReason }),
  near: (model) =>
    seats.flatMap((part) =>
      model.readers[part]?.waits ? (["moira", "moira", "moira", "moira", "amara", "insider"] as const).map((by): Input => ({ by, part, reason: because })) : [],
    ),
  allows: (model, { by, part, reason }) =>
    model.isBeingRead() &&
    model.readers[part]?.waits === true &&
    model.has(by, "moderator") &&
    !model.ofProvider(by) &&
    !model.tied.has(by) &&
    !model.hasRated(by) &&
    model.readers[part].who !== by &&
    enough(reason),
  apply: (model, { by, part }) => {
    model.readers[part]!.waits = false;
    model.readers[part]!.declared = true;
    return [...model.carryOn(), { by, type: "case.tie_waived", of: "case", data: { part, kind: "lives_nearby" } }];
  },
  perform: ({ db, caseId, actors }, { by, part, reason }) => allowTie(db, noon, actors[by], { caseId, part, reason }),
});
