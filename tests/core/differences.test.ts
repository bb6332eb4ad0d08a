import { describe, expect, test } from "vitest";
import { levelNames } from "#standards/format";
import { type Difference, differenceOf } from "~/review/differences";
import { settleRange } from "~/review/settle-range";

const levels = [0, 1, 2, 3] as const;
const pairs = levels.flatMap((first) => levels.map((second) => [first, second] as const));
const said = (difference: Difference) =>
  "level" in difference ? `${difference.how}: ${levelNames[difference.level]}` : `${difference.how}${difference.flagged ? ", flagged" : ""}`;

describe("two ratings of one criterion (Standard rules §C.5)", () => {
  test("the whole table", () => {
    const table = pairs.map(([first, second]) => `${first} ${second} | ${said(differenceOf(first, second, true)).padEnd(26)} | ${said(differenceOf(first, second, false))}`);
    expect(`\n${table.join("\n")}\n`).toMatchInlineSnapshot(`
      "
      0 0 | same: Not yet              | same: Not yet
      0 1 | lower_stands: Not yet      | lower_stands: Not yet
      0 2 | moderator, flagged         | moderator, flagged
      0 3 | moderator, flagged         | moderator, flagged
      1 0 | lower_stands: Not yet      | lower_stands: Not yet
      1 1 | same: Developing           | same: Developing
      1 2 | moderator                  | talk
      1 3 | moderator, flagged         | moderator, flagged
      2 0 | moderator, flagged         | moderator, flagged
      2 1 | moderator                  | talk
      2 2 | same: Met                  | same: Met
      2 3 | lower_stands: Met          | lower_stands: Met
      3 0 | moderator, flagged         | moderator, flagged
      3 1 | moderator, flagged         | moderator, flagged
      3 2 | lower_stands: Met          | lower_stands: Met
      3 3 | same: Leading              | same: Leading
      "
    `);
  });

  test.each(pairs)("%i and %i: which of them was first makes no difference", (first, second) => {
    for (const critical of [true, false]) expect(differenceOf(first, second, critical)).toEqual(differenceOf(second, first, critical));
  });

  test("P01: Developing and Met on a must-have go to the moderator, and have no level until then", () => {
    expect(differenceOf(1, 2, true)).toEqual({ how: "moderator", flagged: false });
  });

  test("P03: Met and Leading need no meeting; Met stands", () => {
    expect(differenceOf(2, 3, false)).toEqual({ how: "lower_stands", level: 2 });
  });
});

describe("what a moderator may settle on", () => {
  test("every level between the two, both included, and none outside", () => {
    const table = pairs.map(([first, second]) => `${first} ${second}: ${settleRange(first, second).join(" ")}`);
    expect(`\n${table.join("\n")}\n`).toMatchInlineSnapshot(`
      "
      0 0: 0
      0 1: 0 1
      0 2: 0 1 2
      0 3: 0 1 2 3
      1 0: 0 1
      1 1: 1
      1 2: 1 2
      1 3: 1 2 3
      2 0: 0 1 2
      2 1: 1 2
      2 2: 2
      2 3: 2 3
      3 0: 0 1 2 3
      3 1: 1 2 3
      3 2: 2 3
      3 3: 3
      "
    `);
  });
});
