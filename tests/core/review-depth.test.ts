import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Facts } from "#standards/format";
import { isNewToReading, type KnownOfProvider, numberOf, oneIn, quarterOf, reasonsAtOpening, wholeWords } from "~/review/depth";

const first = { firstMark: true, concern: false };
const holder = { firstMark: false, concern: false };

describe("how much of a case is read twice", () => {
  test.each<[string, number, Facts, KnownOfProvider, string[]]>([
    ["nothing special", 3, {}, first, []],
    ["a hit", 0, {}, first, ["drawn"]],
    ["one-to-one with children", 1, { works_with_under_18s: true, one_to_one_or_transport: true }, holder, ["children_alone"]],
    ["meeting children alone outside", 1, { works_with_under_18s: true, meets_alone_in_community: true }, holder, ["children_alone"]],
    ["children, and never alone", 1, { works_with_under_18s: true, one_to_one_or_transport: false }, holder, []],
    ["alone, and never with children", 1, { works_with_under_18s: false, one_to_one_or_transport: true }, holder, []],
    ["a regulated service", 1, { regulated_service_types: ["debt_advice"] }, holder, ["regulated"]],
    ["an empty list of regulated services", 1, { regulated_service_types: [] }, holder, []],
    ["home visits before a first mark", 1, { home_visits: true }, first, ["first_home_visits"]],
    ["home visits of a holder", 1, { home_visits: true }, holder, []],
    ["people who stay overnight, by when it is", 1, { days_times: ["Friday 18:00 to Sunday 12:00, overnight"] }, holder, ["overnight"]],
    ["by where it is", 1, { venue: "A residential centre in the hills" }, holder, ["overnight"]],
    ["in Welsh", 1, { sessions_offered: "Un penwythnos, gydag aros dros nos" }, holder, ["overnight"]],
    ["evenings and nights out", 1, { days_times: ["Every night from 19:00", "Saturday night"], venue: "Knightsbridge hall" }, holder, []],
    ["a concern", 1, {}, { firstMark: false, concern: true }, ["concern"]],
    ["several at once", 0, { home_visits: true, regulated_service_types: ["care"] }, first, ["drawn", "regulated", "first_home_visits"]],
  ])("%s", (_, number, facts, known, why) => expect(reasonsAtOpening(number, facts, known)).toEqual(why));

  test("the first three of anybody, and not the fourth", () => expect([0, 1, 2, 3, 4].map(isNewToReading)).toEqual([true, true, true, false, false]));

  test("a number is one of five, whatever the digest, and the same digest gives the same", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{64}$/), (digest) => {
        const number = numberOf(digest);
        expect([0, 1, 2, 3, 4]).toContain(number);
        expect(numberOf(digest)).toBe(number);
      }),
    );
    expect(numberOf(`${"0".repeat(11)}7${"f".repeat(52)}`)).toBe(7 % oneIn);
  });

  test("quarters by the calendar", () => {
    expect(["2026-01-01", "2026-03-31", "2026-04-01", "2026-11-28", "2028-02-29"].map(quarterOf)).toEqual(["2026-Q1", "2026-Q1", "2026-Q2", "2026-Q4", "2028-Q1"]);
  });

  test("every reason has words", () => expect(Object.values(wholeWords).every((words) => words.length > 10)).toBe(true));
});
