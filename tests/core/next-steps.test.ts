import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Level, Standard } from "#standards/format";
import { type Answers, levelWords } from "~/assessments/answer";
import { type NextSteps, nextSteps } from "~/assessments/next-steps";
import { NextStepsBox } from "~/assessments/next-steps-box";
import { awards, score } from "~/standards/score";
import { aCriterion, aStandard, standards } from "../support/standards";

const facts = { runs_activities: true, has_link_workers: true };
const level = fc.constantFrom<Level>(0, 1, 2, 3);
const answersOf = (standard: Standard, levels: readonly Level[]): Answers =>
  Object.fromEntries(standard.criteria.map(({ id }, at) => [id, { level: levelWords[levels[at] ?? 0] }]));
const ratingsOf = (answers: Answers) => Object.fromEntries(Object.entries(answers).map(([id, { level }]) => [id, levelWords.indexOf(level!) as Level]));
const place = (standard: Standard, ratings: Record<string, Level>) => {
  const { outcome } = score(standard, { facts, ratings, na_claims: {} });
  return (awards as readonly string[]).indexOf(outcome);
};
const climbed = ({ steps }: NextSteps) => steps.reduce((sum, { from, to }) => sum + to - from, 0);

const small = fc
  .record({
    criteria: fc.array(fc.record({ section: fc.integer({ min: 1, max: 3 }), weight: fc.integer({ min: 1, max: 3 }), must_have: fc.boolean() }), { minLength: 1, maxLength: 5 }),
    essentials: fc.integer({ min: 0, max: 100 }),
    assured: fc.integer({ min: 0, max: 100 }),
    section: fc.integer({ min: 0, max: 100 }),
    commend: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ criteria, essentials, assured, section, commend }) =>
    aStandard(
      criteria.map(({ section, ...each }, at) => aCriterion({ id: `MU-${section}.${at + 1}`, ...each })),
      { essentials: Math.min(essentials, assured), assured: Math.max(essentials, assured), section, commend, conditions_max: 1, defer_max: 2, basis_min: 0 },
    ),
  );
const rated = (standard: fc.Arbitrary<Standard>) =>
  standard.chain((each) => fc.tuple(fc.constant(each), fc.array(level, { minLength: each.criteria.length, maxLength: each.criteria.length })));

/** Every way to raise levels, for standards so small that all can be tried. */
function fewest(standard: Standard, from: readonly Level[], target: number): number {
  const tries = standard.criteria.reduce<Level[][]>(
    (all, _, at) => all.flatMap((so) => ([0, 1, 2, 3] as const).filter((to) => to >= (from[at] ?? 0)).map((to) => [...so, to])),
    [[]],
  );
  return Math.min(
    ...tries.filter((to) => place(standard, ratingsOf(answersOf(standard, to))) >= target).map((to) => to.reduce<number>((sum, each, at) => sum + each - (from[at] ?? 0), 0)),
  );
}

test("the steps reach what they promise, and no fewer levels would", () => {
  fc.assert(
    fc.property(rated(small), ([standard, levels]) => {
      const answers = answersOf(standard, levels);
      const found = nextSteps(standard, facts, answers);
      if (!found) {
        expect(place(standard, ratingsOf(answers))).toBe(awards.indexOf("assured_commended"));
        return;
      }
      const ratings = { ...ratingsOf(answers), ...Object.fromEntries(found.steps.map(({ criterion, to }) => [criterion, to])) };
      expect(place(standard, ratings)).toBeGreaterThanOrEqual(awards.indexOf(found.target));
      expect(climbed(found)).toBe(fewest(standard, levels, awards.indexOf(found.target)));
    }),
    { numRuns: 150 },
  );
});

test("with the real standards too, the steps reach what they promise", () => {
  fc.assert(
    fc.property(rated(fc.constantFrom(...standards)), ([standard, levels]) => {
      const answers = answersOf(standard, levels);
      const found = nextSteps(standard, facts, answers);
      if (!found) return;
      const ratings = { ...ratingsOf(answers), ...Object.fromEntries(found.steps.map(({ criterion, to }) => [criterion, to])) };
      expect(place(standard, ratings)).toBeGreaterThanOrEqual(awards.indexOf(found.target));
      expect(place(standard, ratingsOf(answers))).toBeLessThan(awards.indexOf(found.target));
    }),
  );
});

const two = aStandard([aCriterion({ id: "MU-1.1", must_have: true, weight: 3, title: "The phone works" }), aCriterion({ id: "MU-1.2", weight: 1, title: "A welcome" })], {
  essentials: 60,
  assured: 80,
  section: 60,
});

test("nothing is said while something has no level", () => {
  expect(nextSteps(two, facts, { "MU-1.1": { level: "met" } })).toBeUndefined();
});

test("it is said in words, must-haves first, and promises no mark", () => {
  const said = (levels: Level[]) => {
    const box = createElement(NextStepsBox, { next: nextSteps(two, facts, answersOf(two, levels)) });
    return [...renderToStaticMarkup(box).matchAll(/<(?:p|li)[^>]*>(.*?)<\/(?:p|li)>/g)].map(([, words]) => words);
  };
  const [goal, ...rest] = said([1, 0]);
  expect(goal).toBe("To reach Essentials by your own levels:");
  expect(rest[0]).toBe("One must-have to Met: The phone works (now Developing)");
  expect(said([2, 0])[1]).toBe("A welcome: from Not yet to Developing");
  expect(rest.at(-1)).toContain("not a promise");
});
