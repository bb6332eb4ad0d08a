import fc from "fast-check";
import { expect } from "vitest";
import { decideCase } from "~/review/decide.server";
import { because } from "../../cases";
import { noon } from "../../clock";
import { anybody, anyReason, enough, op } from "../op";

export default op({
  name: "decide",
  arbitrary: fc.record({ by: anybody, reason: anyReason }),
  near: ({ state }) =>
    state === "deciding" || state === "deferred" || state === "decided"
      ? (["devon", "moira", "amara", "insider", "sunil", "mal"] as const).map((by) => ({ by, reason: because }))
      : [],
  allows: (model, { by, reason }) =>
    model.state === "deciding" &&
    model.has(by, "decider") &&
    !model.ofProvider(by) &&
    !model.tied.has(by) &&
    !model.hasRated(by) &&
    !model.settlers.has(by) &&
    !model.appeal.hasJudged(by) &&
    enough(reason),
  // Which outcome is for the tests of `score` to say.
  apply: (model, { by }) => {
    model.deciders.add(by);
    const off = model.putsOff();
    model.deferred = off ?? model.deferred;
    const moved = off ? model.move(by, "defer", "deferred") : model.move(by, "decide", "decided");
    return [...moved, { by, type: "case.decided", of: "case", data: { outcome: expect.any(String) } }];
  },
  perform: ({ db, caseId, actors }, { by, reason }) => decideCase(db, noon, actors[by], { caseId, reason }),
});
