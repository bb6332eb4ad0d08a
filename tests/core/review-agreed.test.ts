import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Level } from "#standards/format";
import { agreedRatings, type Readings } from "~/review/agreed";
import { outcomeOf } from "~/review/outcome";
import { settleRange } from "~/review/settle-range";
import { toRate } from "~/review/to-rate";
import { aCriterion, aStandard, standardOf } from "../support/standards";

const standard = aStandard([
  aCriterion({ id: "MU-1.1", must_have: true, weight: 3 }),
  aCriterion({ id: "MU-1.2", must_have: true, weight: 3 }),
  aCriterion({ id: "MU-2.1", na_reasons: ["Online only"] }),
  aCriterion({ id: "MU-2.2", applies: { fact: "uses_volunteers", is: true } }),
]);
const readings = (assessor: Readings["assessor"], second_reader: Readings["second_reader"] = {}): Readings => ({ assessor, second_reader });

test("a moderator settles between the two ratings, and as far outside as a third one goes", () => {
  expect(settleRange(1, 2)).toEqual([1, 2]);
  expect(settleRange(3, 1)).toEqual([1, 2, 3]);
  expect(settleRange(1, 2, 3)).toEqual([1, 2, 3]);
  expect(settleRange(2, 1, 0)).toEqual([0, 1, 2]);
  expect(settleRange(0, 3, 1), "one in between changes nothing").toEqual([0, 1, 2, 3]);
});

describe("who rates what", () => {
  test("the assessor all that applies, the second reader the must-haves among it", () => {
    expect(toRate(standard, {}, "assessor").map(({ id }) => id)).toEqual(["MU-1.1", "MU-1.2", "MU-2.1"]);
    expect(toRate(standard, { uses_volunteers: true }, "assessor").map(({ id }) => id)).toEqual(["MU-1.1", "MU-1.2", "MU-2.1", "MU-2.2"]);
    expect(toRate(standard, { uses_volunteers: true }, "second_reader").map(({ id }) => id)).toEqual(["MU-1.1", "MU-1.2"]);
  });

  test("both all that applies, where a case is read twice as a whole", () => {
    expect(toRate(standard, {}, "second_reader", "whole")).toEqual(toRate(standard, {}, "assessor"));
  });
});

describe("bringing two readings together", () => {
  test("same, lower, settled and open, each says how it came", () => {
    const agreed = agreedRatings(standard, {}, readings({ "MU-1.1": 3, "MU-1.2": 1, "MU-2.1": 2 }, { "MU-1.1": 2, "MU-1.2": 2 }), {});
    expect(agreed.ratings).toEqual({ "MU-1.1": 2, "MU-2.1": 2 });
    expect(agreed.came).toEqual({ "MU-1.1": "lower_stands", "MU-2.1": "one_reader" });
    expect(agreed.open).toEqual([{ criterion: "MU-1.2", first: 1, second: 2, how: "moderator", flagged: false }]);
    const settled = agreedRatings(standard, {}, readings({ "MU-1.1": 2, "MU-1.2": 1, "MU-2.1": 2 }, { "MU-1.1": 2, "MU-1.2": 2 }), { "MU-1.2": 2 });
    expect(settled.ratings).toEqual({ "MU-1.1": 2, "MU-1.2": 2, "MU-2.1": 2 });
    expect(settled.came).toMatchObject({ "MU-1.1": "same", "MU-1.2": "settled" });
    expect(settled.open).toEqual([]);
  });

  test("levels two or more apart come first among the open ones", () => {
    const { open } = agreedRatings(standard, {}, readings({ "MU-1.1": 1, "MU-1.2": 0 }, { "MU-1.1": 2, "MU-1.2": 3 }), {});
    expect(open.map(({ criterion, flagged }) => [criterion, flagged])).toEqual([
      ["MU-1.2", true],
      ["MU-1.1", false],
    ]);
  });

  test("a must-have read by one has no level yet; what is not rated is missing by part", () => {
    const { ratings, missing } = agreedRatings(standard, {}, readings({ "MU-1.1": 2 }), {});
    expect(ratings).toEqual({});
    expect(missing).toEqual([
      { criterion: "MU-1.2", part: "assessor" },
      { criterion: "MU-2.1", part: "assessor" },
      { criterion: "MU-1.1", part: "second_reader" },
      { criterion: "MU-1.2", part: "second_reader" },
    ]);
  });

  test("an accepted claim takes the criterion out; a rating of what does not apply is left out", () => {
    const agreed = agreedRatings(standard, {}, readings({ "MU-1.1": 2, "MU-1.2": 2, "MU-2.1": null, "MU-2.2": 3 }, { "MU-1.1": 2, "MU-1.2": 2 }), {});
    expect(agreed.na_claims).toEqual({ "MU-2.1": "accepted" });
    expect(agreed.ratings).toEqual({ "MU-1.1": 2, "MU-1.2": 2 });
  });

  test("both rating something that only one has to goes by the table for what is no must-have", () => {
    const { open } = agreedRatings(standard, {}, readings({ "MU-2.1": 1 }, { "MU-2.1": 2 }), {});
    expect(open).toEqual([{ criterion: "MU-2.1", first: 1, second: 2, how: "talk", flagged: false }]);
  });

  test("what the two have talked over stands, and only where the table lets them talk", () => {
    const both = readings({ "MU-1.1": 1, "MU-1.2": 2, "MU-2.1": 1 }, { "MU-1.1": 2, "MU-1.2": 2, "MU-2.1": 2 });
    const agreed = agreedRatings(standard, {}, both, {}, { reading: "whole", talked: { "MU-1.1": 2, "MU-2.1": 1 } });
    expect(agreed.ratings).toEqual({ "MU-1.2": 2, "MU-2.1": 1 });
    expect(agreed.came).toEqual({ "MU-1.2": "same", "MU-2.1": "talked" });
    expect(agreed.open).toEqual([{ criterion: "MU-1.1", first: 1, second: 2, how: "moderator", flagged: false }]);
  });

  test("read twice as a whole, nothing stands by the assessor alone; a claim is still the assessor's to rule on", () => {
    const first = { "MU-1.1": 2, "MU-1.2": 2, "MU-2.1": 2 } as const;
    const waiting = agreedRatings(standard, {}, readings(first, { "MU-1.1": 2, "MU-1.2": 2 }), {}, { reading: "whole" });
    expect(waiting.ratings).toEqual({ "MU-1.1": 2, "MU-1.2": 2 });
    expect(waiting.missing).toEqual([{ criterion: "MU-2.1", part: "second_reader" }]);
    const claim = agreedRatings(standard, {}, readings(first, { "MU-1.1": 2, "MU-1.2": 2, "MU-2.1": null }), {}, { reading: "whole" });
    expect(claim).toMatchObject({ ratings: { "MU-2.1": 2 }, missing: [], open: [] });
  });
});

describe("a decision", () => {
  const allowed = { "MU-1.1": 2, "MU-1.2": 2, "MU-2.1": 2 } as const;

  test("is what the version's own rules answer", () => {
    const agreed = agreedRatings(standard, {}, readings(allowed, { "MU-1.1": 2, "MU-1.2": 2 }), {});
    expect(outcomeOf(standard, {}, agreed)).toMatchObject({ ok: true, score: { outcome: "assured", points: 14, max: 14 } });
  });

  test("waits for what is missing, then for what is open", () => {
    const missing = agreedRatings(standard, {}, readings({ "MU-1.1": 1 }, { "MU-1.1": 2 }), {});
    expect(outcomeOf(standard, {}, missing)).toMatchObject({ ok: false, why: "ratings_missing" });
    const open = agreedRatings(standard, {}, readings({ ...allowed, "MU-1.1": 1 }, { "MU-1.1": 2, "MU-1.2": 2 }), {});
    expect(outcomeOf(standard, {}, open)).toMatchObject({ ok: false, why: "differences_open", open: [{ criterion: "MU-1.1" }] });
  });

  test("is never taken on a claim that the version does not allow", () => {
    const agreed = agreedRatings(standard, {}, readings({ ...allowed, "MU-1.1": null }, { "MU-1.1": 2, "MU-1.2": 2 }), {});
    expect(outcomeOf(standard, {}, agreed)).toEqual({ ok: false, why: "invalid_na", criteria: ["MU-1.1"] });
  });

  test("is never taken where the standard is not offered", () => {
    const shut = { ...standard, gate: { fact: "has_link_workers", is: true } as const };
    expect(outcomeOf(shut, {}, { ratings: {}, na_claims: {}, came: {}, open: [], missing: [] })).toEqual({ ok: false, why: "not_offered" });
  });

  test("waits where so much is claimed not to apply that a moderator must confirm it", () => {
    const light = aStandard([aCriterion({ id: "MU-1.1", must_have: true, weight: 3 }), aCriterion({ id: "MU-1.2", na_reasons: ["Online only"], weight: 1 })]);
    const agreed = agreedRatings(light, {}, readings({ "MU-1.1": 2, "MU-1.2": null }, { "MU-1.1": 2 }), {});
    expect(outcomeOf(light, {}, agreed)).toEqual({ ok: false, why: "na_over_cap" });
  });
});

const level = fc.constantFrom<Level>(0, 1, 2, 3);

test("whatever two readers rate and a moderator settles within range: everything has a level between the two, and no rating is invented", () => {
  const real = standardOf("RC");
  const ids = toRate(real, {}, "assessor").map(({ id }) => id);
  const critical = toRate(real, {}, "second_reader").map(({ id }) => id);
  fc.assert(
    fc.property(
      fc.array(level, { minLength: ids.length, maxLength: ids.length }),
      fc.array(level, { minLength: critical.length, maxLength: critical.length }),
      fc.nat(3),
      (first, second, choice) => {
        const assessor = Object.fromEntries(ids.map((id, index) => [id, first[index]!]));
        const second_reader = Object.fromEntries(critical.map((id, index) => [id, second[index]!]));
        const before = agreedRatings(real, {}, { assessor, second_reader }, {});
        const settlements = Object.fromEntries(
          before.open.map((each) => [each.criterion, settleRange(each.first, each.second)[choice % settleRange(each.first, each.second).length]!]),
        );
        const { ratings, open, missing } = agreedRatings(real, {}, { assessor, second_reader }, settlements);
        expect([open, missing]).toEqual([[], []]);
        expect(Object.keys(ratings).sort()).toEqual([...ids].sort());
        for (const id of ids) {
          const given = [assessor[id]!, ...(id in second_reader ? [second_reader[id]!] : [])];
          expect(ratings[id]).toBeGreaterThanOrEqual(Math.min(...given));
          expect(ratings[id]).toBeLessThanOrEqual(Math.max(...given));
        }
      },
    ),
  );
});
