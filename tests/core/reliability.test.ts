import { describe, expect, test } from "vitest";
import type { Level } from "#standards/format";
import { agreementBetween, agreementIn, agreementOver, type Pair } from "~/review/agreement";
import { agreementAmong, isComplete, readNote, spreadOf } from "~/review/calibration/calibration";
import { inventedSubmissions } from "~/review/calibration/invented";
import { nextToRate } from "~/review/calibration/place";
import { canBeJudged, mayBePublished, reaches } from "~/review/reliability/aims";
import { figuresOf, inOrder, worstOf } from "~/review/reliability/figures";
import { readClosing, readReview } from "~/review/reliability/guidance";
import { boundsOf, quarterAfter, quarterBefore, quarterWords } from "~/review/reliability/quarters";
import { publicLines } from "~/review/reliability/report";
import { aCriterion, aStandard, standards } from "../support/standards";

describe("a quarter", () => {
  test("begins and ends at midnight in London, whatever the clocks do in it", () => {
    expect(boundsOf("2026-Q1")).toEqual({ from: new Date("2026-01-01T00:00:00Z"), until: new Date("2026-03-31T23:00:00Z") });
    expect(boundsOf("2026-Q4")).toEqual({ from: new Date("2026-09-30T23:00:00Z"), until: new Date("2027-01-01T00:00:00Z") });
  });
  test("follows another, over the end of a year too", () => {
    expect([quarterAfter("2026-Q3"), quarterAfter("2026-Q4"), quarterBefore("2027-Q1"), quarterBefore("2026-Q4")]).toEqual(["2026-Q4", "2027-Q1", "2026-Q4", "2026-Q3"]);
  });
  test("is said in months", () => expect([quarterWords("2026-Q4"), quarterWords("2026-Q1", "cy")]).toEqual(["October to December 2026", "Ionawr – Mawrth 2026"]));
});

const pairs = (n: number, pair: Pair): Pair[] => Array.from({ length: n }, () => pair);
/** So many pairs, of which some are one apart across Met. */
const ofThese = (n: number, apart: number) => agreementBetween([...pairs(n - apart, [2, 2]), ...pairs(apart, [1, 2])]);

describe("the aims of §C.5", () => {
  test("the same side of Met: 90 % on must-haves, 85 % on everything; weighted kappa 0.60", () => {
    const worked = agreementIn([
      [3, 1, 0, 0],
      [2, 9, 3, 0],
      [0, 4, 22, 2],
      [0, 0, 2, 2],
    ]);
    expect(reaches(worked, "everything")).toEqual({ met_not_met: true, kappa_linear: true });
    expect(reaches(worked, "mustHaves")).toEqual({ met_not_met: false, kappa_linear: true });
    expect([reaches(ofThese(20, 3), "everything").met_not_met, reaches(ofThese(20, 4), "everything").met_not_met]).toEqual([true, false]);
    expect([reaches(ofThese(20, 2), "mustHaves").met_not_met, reaches(ofThese(20, 3), "mustHaves").met_not_met]).toEqual([true, false]);
  });
  test("say nothing of nine pairs, and nothing of a figure that is not defined", () => {
    expect(reaches(ofThese(9, 9), "everything")).toEqual({ met_not_met: null, kappa_linear: null });
    expect(reaches(ofThese(10, 0), "everything")).toEqual({ met_not_met: true, kappa_linear: null });
    expect([canBeJudged({ n: 9 }), canBeJudged({ n: 10 })]).toEqual([false, true]);
  });
});

test("49 pairs are not published, 50 are; and kappa never without the others", () => {
  expect([mayBePublished({ n: 49 }), mayBePublished({ n: 50 })]).toEqual([false, true]);
  const [all, few] = publicLines({ overall: ofThese(50, 5), standards: [{ key: "a", title: "A", agreement: ofThese(49, 5) }] });
  expect(all).toEqual({ title: null, n: 50, figures: { exact: 0.9, met_not_met: 0.9, kappa_linear: expect.any(Number), ac1: expect.any(Number) } });
  expect(few).toEqual({ title: "A", n: 49, figures: null });
});

describe("the worst criteria", () => {
  const standard = aStandard([..."abcdef"].map((letter) => aCriterion({ id: `MU-1.${letter}`, must_have: letter === "f" })));
  const counted = (criterion: string, n: number, apart: number) => [
    { versionId: "v", criterion: `MU-1.${criterion}`, first: 2 as Level, second: 2 as Level, pairs: n - apart },
    { versionId: "v", criterion: `MU-1.${criterion}`, first: 1 as Level, second: 2 as Level, pairs: apart },
  ];
  const figures = figuresOf(
    [...counted("a", 20, 4), ...counted("b", 9, 9), ...counted("c", 20, 8), ...counted("d", 20, 3), ...counted("e", 20, 6), ...counted("f", 20, 3)],
    [{ id: "v", standard }],
  );

  test("are the three furthest below their own aim, and only with enough pairs to say so", () => {
    expect(worstOf(figures).map(({ id }) => id)).toEqual(["MU-1.c", "MU-1.e", "MU-1.a"]);
  });
  test("a must-have is below its aim where another is not", () => {
    const some = figuresOf([...counted("d", 20, 3), ...counted("f", 20, 3)], [{ id: "v", standard }]);
    expect(worstOf(some).map(({ id }) => id)).toEqual(["MU-1.f"]);
  });
  test("must-haves have figures of their own, beside everything", () => {
    expect([figures.overall.n, figures.mustHaves.n, figures.versions[0]?.overall.n, figures.versions[0]?.mustHaves.n]).toEqual([109, 20, 109, 20]);
  });
  test("in another order a figure that is not defined comes last", () => {
    const some = figuresOf([...counted("a", 10, 0), ...counted("b", 10, 2)], [{ id: "v", standard }]).versions[0]!.criteria;
    expect(inOrder(some, "kappa_linear").map(({ id }) => id)).toEqual(["MU-1.b", "MU-1.a"]);
    expect(inOrder(some, "id").map(({ id }) => id)).toEqual(["MU-1.a", "MU-1.b"]);
  });
});

describe("many who rate the same", () => {
  test("every two are a pair, and it makes no difference who is first", () => {
    const { counts, agreement } = spreadOf([2, 2, 1]);
    expect(counts).toEqual([0, 1, 2, 0]);
    expect([agreement.n, agreement.exact, agreement.met_not_met]).toEqual([3, 1 / 3, 1 / 3]);
    expect(
      agreementAmong([
        [2, 2, 1],
        [0, 3],
      ]),
    ).toEqual(
      agreementAmong([
        [1, 2, 2],
        [3, 0],
      ]),
    );
  });
  test("of two it is what both ways round say; of one, and of all the same, what is not defined stays so", () => {
    expect(
      agreementAmong([
        [1, 2],
        [2, 2],
      ]),
    ).toEqual({
      ...agreementBetween([
        [1, 2],
        [2, 1],
        [2, 2],
        [2, 2],
      ]),
      n: 2,
    });
    expect(agreementAmong([[2]])).toEqual(agreementOver([]));
    expect(spreadOf([2, 2]).agreement).toMatchObject({ exact: 1, kappa_linear: null });
  });
  test("it is complete when each has rated each criterion, and not before", () => {
    const rated = [..."ab"].flatMap((ratedBy) => ["x", "y"].map((criterion) => ({ ratedBy, criterion })));
    expect(isComplete(["a", "b"], ["x", "y"], rated)).toBe(true);
    expect(isComplete(["a", "b"], ["x", "y"], rated.slice(1))).toBe(false);
  });
  test("goes from one criterion to the next that is not rated, and round to the start", () => {
    const file = {
      criteria: ["a", "b", "c"],
      ratings: [
        { criterion: "b", ratedBy: "me" },
        { criterion: "a", ratedBy: "other" },
      ],
    };
    expect([nextToRate(file, "me"), nextToRate(file, "me", "a"), nextToRate(file, "me", "c"), nextToRate(file, "other", "c")]).toEqual(["a", "c", "a", "b"]);
    expect(nextToRate({ criteria: ["b"], ratings: file.ratings }, "me")).toBeNull();
  });
});

test("what is invented answers criteria that its standard has", () => {
  expect(new Set(inventedSubmissions.map(({ key }) => key)).size).toBe(inventedSubmissions.length);
  for (const { standard, answers } of inventedSubmissions) {
    const ids = standards.filter(({ key }) => key === standard).flatMap(({ criteria }) => criteria.map(({ id }) => id));
    expect(Object.keys(answers).filter((id) => !ids.includes(id))).toEqual([]);
    expect(Object.keys(answers).length).toBeGreaterThanOrEqual(5);
  }
});

test("forms say beside each field what it needs", () => {
  expect(readReview({ about: "nothing", reason: "short" })).toMatchObject({ ok: false, errors: { about: expect.any(String), reason: expect.any(String) } });
  expect(readClosing({ outcome: "", reason: "" })).toMatchObject({ ok: false, errors: { outcome: expect.any(String), reason: expect.any(String) } });
  expect(readNote("  ")).toMatchObject({ ok: false });
  expect(readNote(" We will read the log before the words. ")).toEqual({ ok: true, words: "We will read the log before the words." });
});
