import fc from "fast-check";
import { takeBackFromReview } from "~/review/take-back.server";
import { noon } from "../../clock";
import { walkers } from "../model";
import { anybody, op } from "../op";

export default op({
  name: "take back",
  arbitrary: fc.record({ by: anybody }),
  near: (model) => (model.isOver() ? [{ by: "pat" }] : []),
  allows: (model, { by }) => !model.isOver() && !model.appeal.reopened && "ofProvider" in walkers[by] && walkers[by].ofProvider === "admin",
  apply: (model, { by }) => [
    { by, type: "assessment.withdrawn", of: "assessment", data: {} },
    ...model.move(by, "close", "withdrawn"),
    ...(model.awaited ? [{ by: "system:review", type: "case.questions_ended", of: "case", data: { why: "call_off" } } as const] : []),
  ],
  perform: ({ db, assessmentId, actors }, { by }) => takeBackFromReview(db, noon, actors[by], { assessmentId }),
});
