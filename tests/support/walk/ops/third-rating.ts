import fc from "fast-check";
import type { Level } from "#standards/format";
import { rateAsThird } from "~/review/third-rating.server";
import { all, because } from "../../cases";
import { noon } from "../../clock";
import type { Walker } from "../model";
import { anybody, anyLevel, anyReason, enough, op } from "../op";

type Input = { by: Walker; criterion: string; level: Level; reason: string };

export default op<Input>({
  name: "third rating",
  arbitrary: fc.record({ by: anybody, criterion: fc.constantFrom(...all), level: anyLevel, reason: anyReason }),
  /** By one who has rated; by moira it comes about at random alone: otherwise hardly anybody would be left to settle. */
  near: ({ state }) => (state === "moderating" ? [{ by: "amara", criterion: "MU-1.1", level: 3, reason: because }] : []),
  allows: (model, { by, criterion, reason }) =>
    model.state === "moderating" &&
    model.has(by, "moderator") &&
    !model.ofProvider(by) &&
    !model.tied.has(by) &&
    !model.hasRated(by) &&
    !model.settlers.has(by) &&
    enough(reason) &&
    model.open().includes(criterion) &&
    !model.thirds.has(criterion),
  apply: (model, { by, criterion, level }) => {
    model.thirds.set(criterion, { by, level });
    model.thirdRaters.add(by);
    return [{ by, type: "case.third_rated", of: "case", data: { criterion, level } }];
  },
  perform: ({ db, caseId, actors }, { by, criterion, level, reason }) => rateAsThird(db, noon, actors[by], { caseId, criterion, level, reason }),
});
