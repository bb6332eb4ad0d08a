import fc from "fast-check";
import { expect } from "vitest";
import { resumeCase } from "~/review/resume.server";
import { noon } from "../../clock";
import { type Gained, walkers } from "../model";
import { anybody, op } from "../op";

export default op({
  name: "send what was missing",
  arbitrary: fc.record({ by: anybody }),
  near: ({ state }) => (state === "deferred" ? (["pat", "pat", "insider", "moira"] as const).map((by) => ({ by })) : []),
  allows: (model, { by }) => model.state === "deferred" && "ofProvider" in walkers[by] && walkers[by].ofProvider === "admin" && model.answered.size > 0,
  apply: (model, { by }) => {
    model.openAgain(model.deferred!);
    const sent = [...model.answered].sort().map((criterion): Gained => ({ by, type: "case.supplemented", of: "case", data: { criterion, sha256: expect.any(String) } }));
    return [...model.move(by, "resume", "assessing"), ...model.carryOn(), ...sent];
  },
  perform: ({ db, assessmentId, actors }, { by }) => resumeCase(db, noon, actors[by], { assessmentId }),
});
