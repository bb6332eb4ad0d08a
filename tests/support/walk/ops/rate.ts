import fc from "fast-check";
import type { Level } from "#standards/format";
import { all, because, mustHaves, rate } from "../../cases";
import { assessors, type Walker } from "../model";
import { anybody, anyLevel, anyReason, enough, op } from "../op";

type Input = { by: Walker; criterion: string; level: Level | null; reason: string };

/** What is not rated yet before corrections, at levels that often have to be settled. */
const often: readonly Level[] = [1, 1, 2, 2, 3];
const corrected: readonly Level[] = [2];

export default op<Input>({
  name: "rate",
  arbitrary: fc.record({ by: anybody, criterion: fc.constantFrom(...all, "MU-9.9"), level: fc.option(anyLevel, { nil: null, freq: 6 }), reason: anyReason }),
  near: (model) =>
    model.state === "assessing"
      ? assessors.flatMap((by) =>
          all.flatMap((criterion) =>
            (model.rated.some((each) => each.by === by && each.criterion === criterion) ? (criterion === "MU-1.1" ? corrected : []) : often).map(
              (level): Input => ({ by, criterion, level, reason: because }),
            ),
          ),
        )
      : [],
  allows: (model, { by, criterion, level, reason }) =>
    model.state === "assessing" &&
    !model.objected &&
    model.declared(by) &&
    !model.waits(by) &&
    model.isOpen(criterion) &&
    enough(reason) &&
    (model.seatOf(by) === "assessor" ? all : mustHaves).includes(criterion) &&
    (level !== null || criterion === "MU-2.1"),
  apply: (model, { by, criterion, level, reason }) => {
    const seat = model.seatOf(by)!;
    const before = model.latest(seat, criterion);
    if (before && before.level === level && before.reason === reason.trim()) return [];
    model.given[seat] += 1;
    model.rated.push({ by, seat, criterion, level, reason: reason.trim() });
    return [...model.carryOn(), { by, type: "case.rated", of: "case", data: { criterion, part: seat, level } }];
  },
  perform: ({ db, caseId, actors }, { by, criterion, level, reason }) => rate(db, actors[by], caseId, criterion, level, reason),
});
