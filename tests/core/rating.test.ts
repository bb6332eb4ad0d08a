import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Level } from "#standards/format";
import { answerToRead } from "~/review/blind";
import { type GivenRating, ratingFault, reasonFault } from "~/review/rating";
import { ratingKeys } from "~/review/rating-keys";
import { metByAward } from "~/review/shown-award";
import { levelFromTicks, levelsThatFit, overrules, ticksAreKnown } from "~/review/tests-and-level";
import { aCriterion } from "../support/standards";

const criterion = aCriterion({ id: "MU-1.1", levels: { not_yet: "None.", developing: "Some.", met: { tests: ["a", "b"] }, leading: { tests: ["c", "d"] } } });
const ticks = (met: number[], leading: number[] = []) => ({ met, leading });

describe("the level that follows from the tests ticked", () => {
  test.each([
    ["every test of Met", ticks([0, 1]), 2],
    ["every test of Met and some of Leading", ticks([1, 0], [1]), 2],
    ["every test of both", ticks([0, 1], [0, 1]), 3],
    ["some of Met", ticks([1]), 1],
    ["some of Met and all of Leading", ticks([0], [0, 1]), 1],
    ["none", ticks([]), undefined],
    ["only tests of Leading", ticks([], [0, 1]), undefined],
  ])("%s", (_, given, level) => {
    expect(levelFromTicks(criterion, given)).toBe(level);
  });

  test("with nothing ticked the reader chooses between Not yet and Developing; with some, Not yet may fit too", () => {
    expect(levelsThatFit(criterion, ticks([]))).toEqual([0, 1]);
    expect(levelsThatFit(criterion, ticks([0]))).toEqual([1, 0]);
  });

  test.each<[Level, number[], boolean]>([
    [2, [0], true],
    [1, [0, 1], true],
    [2, [], true],
    [0, [0], false],
    [1, [], false],
    [2, [0, 1], false],
  ])("giving %i with %j of Met ticked overrules the tests: %s", (level, met, expected) => {
    expect(overrules(criterion, ticks(met), level)).toBe(expected);
  });

  test("an accepted award lets Met stand without every test, and no more: Leading needs its own, and Developing goes another way", () => {
    expect(levelsThatFit(criterion, ticks([]), true)).toEqual([2]);
    expect(levelsThatFit(criterion, ticks([0], [0, 1]), true)).toEqual([3]);
    expect(levelFromTicks(criterion, ticks([]), true)).toBe(2);
    expect([overrules(criterion, ticks([]), 2, true), overrules(criterion, ticks([]), 1, true), overrules(criterion, ticks([]), 3, true)]).toEqual([false, true, true]);
    const award = {
      id: "a",
      name: "IiV",
      number: "1",
      expiresOn: "2027-01-01",
      list: "",
      relation: "met_at_least" as const,
      expired: false,
      judged: { accepted: true, reason: "" },
    };
    expect(metByAward([award])).toBe(true);
    for (const other of [
      { ...award, relation: "supports" as const },
      { ...award, judged: null },
      { ...award, judged: { accepted: false, reason: "" } },
    ])
      expect(metByAward([other])).toBe(false);
  });

  test("a tick of a test that the version does not have is not known", () => {
    expect(ticksAreKnown(criterion, ticks([0, 1], [1]))).toBe(true);
    expect(ticksAreKnown(criterion, ticks([2]))).toBe(false);
    expect(ticksAreKnown(criterion, ticks([0], [2]))).toBe(false);
  });
});

describe("what is wrong with a rating", () => {
  const may = aCriterion({ id: "MU-1.2", na_reasons: ["Online only"] });
  const good: GivenRating = { level: 2, ticks: ticks([0]), reason: "Policy seen, dated May 2026." };

  test.each([
    ["", "reason_missing"],
    ["  \n ", "reason_missing"],
    ["nineteen characters", "reason_short"],
    ["   nineteen characters   ", "reason_short"],
    ["twenty characters ok", undefined],
    ["x".repeat(2000), undefined],
    ["x".repeat(2001), "reason_long"],
  ])("a reason of %j: %s", (reason, fault) => {
    expect(reasonFault(reason)).toBe(fault);
    expect(ratingFault(may, {}, { ...good, reason })).toBe(fault);
  });

  test("a claim is accepted only where it was made, and only where one may be made", () => {
    const accepted = { ...good, level: null };
    const claimed = { na: { claimed: true, reason: "Online only", words: "We only meet online." } };
    expect(ratingFault(may, claimed, accepted)).toBeUndefined();
    expect(ratingFault(may, {}, accepted)).toBe("not_claimed");
    expect(ratingFault(may, { na: { claimed: false } }, accepted)).toBe("not_claimed");
    expect(ratingFault({ ...may, na_reasons: [] }, claimed, accepted)).toBe("not_claimed");
    expect(ratingFault({ ...may, must_have: true }, claimed, accepted)).toBe("not_claimed");
  });

  test("an unknown test", () => {
    expect(ratingFault(may, {}, { ...good, ticks: ticks([1]) })).toBe("unknown_test");
  });
});

describe("what a reader sees of an answer", () => {
  const answer = { level: "developing" as const, how: "We do.", plan: { what: "Write it down", who: "Dee", when: "2026-09-01" }, na: { claimed: false } };

  test("before their own rating: not the level, nor the plan that gives it away", () => {
    expect(answerToRead(answer, false)).toEqual({ how: "We do.", na: { claimed: false } });
  });

  test("after it: all of it", () => {
    expect(answerToRead(answer, true)).toEqual(answer);
  });
});

describe("the keys of the rating page", () => {
  const all = ratingKeys({ claimed: true, last: false });

  test("no key stands for two things, and the script knows what each one does", () => {
    const keys = all.flatMap((each) => each.keys);
    expect(new Set(keys).size).toBe(keys.length);
    const script = readFileSync("public/rating-keys.js", "utf8");
    for (const { does } of all) expect(script).toMatch(new RegExp(`^  ${does}(\\(|: )`, "m"));
  });

  test("accepting a claim has one only where it was made", () => {
    const does = (claimed: boolean) => ratingKeys({ claimed, last: true }).map((each) => each.does);
    expect(does(false)).not.toContain("claim");
    expect(does(true)).toEqual(all.map((each) => each.does));
  });
});
