import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currentRound, standingIn } from "~/review/round";
import { SupplementContent } from "~/review/supplement";

const said = (criterion: string, round: number) => ({ criterion, round });

describe("rounds of a case", () => {
  test("the first has no row; the last is where it is", () => {
    expect(currentRound([])).toBe(1);
    expect(currentRound([{ no: 2, criteria: [] }])).toBe(2);
    expect(
      currentRound([
        { no: 3, criteria: [] },
        { no: 2, criteria: [] },
      ]),
    ).toBe(3);
  });

  test("what was said stands until its criterion is opened again, and only that", () => {
    const all = [said("A", 1), said("B", 1), said("A", 2)];
    expect(standingIn([], all)).toEqual(all);
    expect(standingIn([{ no: 2, criteria: ["A"] }], all)).toEqual([said("B", 1), said("A", 2)]);
    expect(
      standingIn(
        [
          { no: 2, criteria: ["A"] },
          { no: 3, criteria: ["A", "B"] },
        ],
        all,
      ),
    ).toEqual([]);
    expect(standingIn([{ no: 2, criteria: ["C"] }], all)).toEqual(all);
  });

  test("opening a round never brings anything back, and what is said in the last one always stands", () => {
    const criteria = fc.subarray(["A", "B", "C"]);
    const rounds = fc.array(criteria, { maxLength: 3 }).map((all) => all.map((each, index) => ({ no: index + 2, criteria: each })));
    const sayings = fc.array(fc.record({ criterion: fc.constantFrom("A", "B", "C"), round: fc.integer({ min: 1, max: 4 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(rounds, criteria, sayings, (before, opened, all) => {
        const last = currentRound(before);
        const inTime = all.filter(({ round }) => round <= last);
        const stood = standingIn(before, inTime);
        for (const each of inTime.filter(({ round }) => round === last)) expect(stood).toContain(each);
        expect(standingIn([...before, { no: last + 1, criteria: opened }], inTime)).toEqual(stood.filter(({ criterion }) => !opened.includes(criterion)));
      }),
    );
  });
});

test("what is added to an answer is words and proof, within the bounds of an answer", () => {
  const added = { words: "Since May we ring back.", evidence: [], files: {} };
  expect(SupplementContent.parse(added)).toEqual(added);
  expect(SupplementContent.safeParse({ ...added, words: "x".repeat(5001) }).success).toBe(false);
  expect(SupplementContent.safeParse({ ...added, level: "met" }).success).toBe(false);
});
