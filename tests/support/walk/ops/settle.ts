import fc from "fast-check";
import type { Level } from "#standards/format";
import { settleDifference } from "~/review/settle.server";
import { all, because, mustHaves } from "../../cases";
import { noon } from "../../clock";
import type { Walker } from "../model";
import { anybody, anyLevel, anyReason, enough, op } from "../op";

type Input = { by: Walker; criterion: string; level: Level; reason: string };

export default op<Input>({
  name: "settle",
  arbitrary: fc.record({ by: anybody, criterion: fc.constantFrom(...all), level: anyLevel, reason: anyReason }),
  near: ({ state }) =>
    state === "moderating"
      ? (["moira", "mal", "amara"] as const).flatMap((by) => mustHaves.flatMap((criterion) => ([0, 0, 1, 2] as const).map((level) => ({ by, criterion, level, reason: because }))))
      : [],
  allows: (model, { by, criterion, level, reason }) => {
    if (
      model.state !== "moderating" ||
      !model.has(by, "moderator") ||
      model.ofProvider(by) ||
      model.tied.has(by) ||
      model.hasRated(by) ||
      !enough(reason) ||
      !model.open().includes(criterion)
    )
      return false;
    const [lower, higher] = model.between(criterion);
    const third = model.thirds.get(criterion)?.level ?? lower;
    return level >= Math.min(lower, third) && level <= Math.max(higher, third);
  },
  apply: (model, { by, criterion, level }) => {
    model.settled.set(criterion, { by, level });
    model.settlers.add(by);
    return [...model.carryOn(), { by, type: "case.settled", of: "case", data: { criterion, level } }];
  },
  perform: ({ db, caseId, actors }, { by, criterion, level, reason }) => settleDifference(db, noon, actors[by], { caseId, criterion, level, reason }),
});
