import fc from "fast-check";
import { expect } from "vitest";
import { stateInterest } from "~/review/interests/state-interest.server";
import { noon } from "../../clock";
import type { Gained, Walker } from "../model";
import { anybody, op } from "../op";

type Input = { by: Walker; kind: "lives_nearby" | "rival" };

export default op<Input>({
  name: "state tie",
  arbitrary: fc.record({ by: anybody, kind: fc.constantFrom("lives_nearby", "rival") }),
  /** Of a reader only where somebody has declared a conflict before, and of one who settles only where they have mostly rated: otherwise hardly any case would be read to its end. */
  near: (model) => {
    const second = model.readers.second_reader?.who;
    if (model.state === "assessing" && second && model.given.second_reader === 1 && model.conflicted.size > 0 && model.near.size === 0)
      return [{ by: second, kind: "lives_nearby" }];
    return model.state === "moderating" && model.tied.size === 0 ? [{ by: "amara", kind: "rival" }] : [];
  },
  allows: (model, { by }) => (["assessor", "moderator", "decider"] as const).some((role) => model.has(by, role)),
  apply: (model, { by, kind }) => {
    const stated: Gained = { by, type: "person.interest_stated", of: "person", data: { interest_id: expect.any(String), kind, organisation_id: expect.any(String) } };
    (kind === "rival" ? model.tied : model.near).add(by);
    return model.seatOf(by) && model.isBeingRead() ? [stated, ...model.carryOn()] : [stated];
  },
  perform: ({ db, provider, actors }, { by, kind }) => stateInterest(db, noon, actors[by], { organisation: provider, kind, words: "", since: "2020-01-01" }),
});
