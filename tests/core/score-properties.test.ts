import fc from "fast-check";
import { expect, test } from "vitest";
import type { Criterion, Level, Standard } from "#standards/format";
import { applies } from "~/standards/applies";
import { awards, type Outcome, score } from "~/standards/score";
import type { ScoreInput } from "~/standards/score-input";
import { aCriterion, aStandard, standards } from "../support/standards";

const level = fc.constantFrom<Level>(0, 1, 2, 3);
const percent = fc.integer({ min: 0, max: 100 });

const madeUp: fc.Arbitrary<Standard> = fc
  .record({
    criteria: fc.array(
      fc.record({ section: fc.integer({ min: 1, max: 4 }), weight: fc.integer({ min: 0, max: 3 }), must_have: fc.boolean(), ruled: fc.boolean(), claimable: fc.boolean() }),
      { minLength: 1, maxLength: 12 },
    ),
    low: percent,
    high: percent,
    rest: fc.record({
      section: percent,
      commend: percent,
      conditions_max: fc.integer({ min: 0, max: 3 }),
      defer_max: fc.integer({ min: 0, max: 3 }),
      na_claim_max: percent,
      basis_min: percent,
    }),
  })
  .map(({ criteria, low, high, rest }) =>
    aStandard(
      criteria.map(
        ({ section, weight, must_have, ruled, claimable }, at): Criterion =>
          aCriterion({
            id: `MU-${section}.${at + 1}`,
            weight: must_have ? Math.max(weight, 1) : weight,
            must_have,
            applies: ruled ? { fact: "x", is: true } : "always",
            na_reasons: claimable && !must_have ? ["No such thing here"] : [],
          }),
      ),
      { ...rest, essentials: Math.min(low, high), assured: Math.max(low, high) },
    ),
  );

/** A real or a made-up standard, with facts that make any of its rules hold or not, a level for every criterion and legal claims. */
const rated = fc.oneof(madeUp, fc.constantFrom(...standards)).chain((standard) =>
  fc.record({
    standard: fc.constant(standard),
    input: fc.record({
      facts: fc
        .record({ x: fc.boolean(), holds_waiting_list: fc.boolean(), uses_volunteers: fc.boolean(), home_visits: fc.boolean() })
        .map((facts) => ({ ...facts, runs_activities: true, has_link_workers: true })),
      ratings: fc.tuple(...standard.criteria.map(() => fc.oneof({ weight: 4, arbitrary: fc.constant<Level>(2) }, level))).map((levels) => byId(standard.criteria, levels)),
      na_claims: fc
        .subarray(standard.criteria.filter(({ na_reasons }) => na_reasons.length > 0).map(({ id }) => id))
        .map((ids) => Object.fromEntries(ids.map((id) => [id, "accepted" as const]))),
    }),
  }),
);

const byId = <T>(criteria: Criterion[], values: T[]) => Object.fromEntries(criteria.map(({ id }, at) => [id, values[at] as T]));
const order = ["not_awarded", "deferred", ...awards];
const rank = ({ outcome }: Outcome) => order.indexOf(outcome);
const holds = (property: fc.IProperty<[{ standard: Standard; input: ScoreInput }]>) => fc.assert(property, { numRuns: 1000 });

test("raising one rating never lowers the outcome, nor what a deferral could become", { timeout: 20_000 }, () => {
  holds(
    fc.property(rated, ({ standard, input }) => {
      const before = score(standard, input);
      for (const { id } of standard.criteria) {
        const now = input.ratings[id] as Level;
        if (now === 3) continue;
        const after = score(standard, { ...input, ratings: { ...input.ratings, [id]: (now + 1) as Level } });
        expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
        if (before.outcome === "deferred" && after.outcome === "deferred") expect(order.indexOf(after.potential)).toBeGreaterThanOrEqual(order.indexOf(before.potential));
      }
    }),
  );
});

test("Leading never outweighs a must-have: with one below Met there is no mark, whatever the rest", { timeout: 20_000 }, () => {
  holds(
    fc.property(rated, ({ standard, input }) => {
      const must = standard.criteria.filter((each) => each.must_have && applies(each.applies, input.facts));
      for (const { id } of must) {
        const everythingElse = Object.fromEntries(standard.criteria.map((each) => [each.id, 3 as Level]));
        for (const gap of [0, 1] as const) expect(awards).not.toContain(score(standard, { ...input, ratings: { ...everythingElse, [id]: gap } }).outcome);
      }
    }),
  );
});

test("Leading adds a commendation and nothing else", () => {
  holds(
    fc.property(rated, ({ standard, input }) => {
      const capped = score(standard, { ...input, ratings: Object.fromEntries(Object.entries(input.ratings).map(([id, each]) => [id, Math.min(each, 2) as Level])) });
      const { leading_weight: _, ...plain } = withoutCommendation(capped) as Outcome & { leading_weight: number };
      const { leading_weight: __, ...shown } = withoutCommendation(score(standard, input)) as Outcome & { leading_weight: number };
      expect(shown).toEqual(plain);
    }),
  );
});

test("the order of the criteria does not matter", () => {
  holds(
    fc.property(rated, ({ standard, input }) => {
      const backwards = { ...standard, criteria: [...standard.criteria].reverse() };
      const ratings = Object.fromEntries(Object.entries(input.ratings).reverse());
      expect(inAnyOrder(score(backwards, { ...input, ratings }))).toEqual(inAnyOrder(score(standard, input)));
    }),
  );
});

test("what is not applicable by rule cannot change anything, rated or claimed as it may be", () => {
  holds(
    fc.property(rated, ({ standard, input }) => {
      const silent = standard.criteria.filter((each) => !applies(each.applies, input.facts)).map(({ id }) => id);
      const without = Object.fromEntries(Object.entries(input.ratings).filter(([id]) => !silent.includes(id)));
      const expected = score(standard, { ...input, ratings: without });
      for (const each of [0, 3] as const) expect(score(standard, { ...input, ratings: { ...without, ...Object.fromEntries(silent.map((id) => [id, each])) } })).toEqual(expected);
      expect(score(standard, { ...input, na_claims: { ...input.na_claims, ...Object.fromEntries(silent.map((id) => [id, "accepted" as const])) } })).toEqual(expected);
    }),
  );
});

test("shown percentages are whole, rounded down and never past what was reached", () => {
  holds(
    fc.property(rated, ({ standard, input }) => {
      const outcome = score(standard, input);
      if (!("score" in outcome) || outcome.score === null) return;
      expect(Number.isInteger(outcome.score)).toBe(true);
      expect(outcome.score * outcome.max).toBeLessThanOrEqual(100 * outcome.points);
      expect((outcome.score + 1) * outcome.max).toBeGreaterThan(100 * outcome.points);
    }),
  );
});

function withoutCommendation(outcome: Outcome) {
  const plain = (word: string) => (word === "assured_commended" ? "assured" : word);
  return { ...outcome, outcome: plain(outcome.outcome), ...("potential" in outcome ? { potential: plain(outcome.potential) } : {}) };
}

const inAnyOrder = (outcome: Outcome) => Object.fromEntries(Object.entries(outcome).map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value]));
