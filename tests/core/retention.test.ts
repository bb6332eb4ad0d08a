import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "~/platform/calendar";
import { isOver, lastDay, overUpTo, type RuleKey, ruleKeys, rules } from "~/retention/rules";

/** As the Standard rules say it (§G.4): counted from one day, the last day of keeping. */
const lastDays: Record<RuleKey, [from: Day, last: Day][]> = {
  evidence: [
    ["2026-11-28", "2026-12-26"],
    ["2028-02-01", "2028-02-29"],
  ],
  evidence_awarded: [
    ["2026-11-28", "2027-05-28"],
    ["2027-08-31", "2028-02-29"],
  ],
  evidence_unsent: [["2026-11-28", "2028-11-28"]],
  drafts: [
    ["2026-11-28", "2028-11-28"],
    ["2028-02-29", "2030-02-28"],
  ],
  cases: [
    ["2026-11-28", "2032-11-28"],
    ["2028-02-29", "2034-02-28"],
  ],
  declarations: [["2026-11-28", "2032-11-28"]],
  contact_tests: [["2026-03-29", "2028-03-29"]],
  room: [["2026-10-31", "2029-10-31"]],
  concerns: [
    ["2026-11-28", "2028-11-28"],
    ["2028-02-29", "2030-02-28"],
  ],
  concerns_upheld: [
    ["2026-11-28", "2033-11-28"],
    ["2028-02-29", "2035-02-28"],
  ],
  mails: [["2027-02-28", "2028-02-28"]],
};

describe.each(ruleKeys)("%s", (rule) => {
  test.each(lastDays[rule])("counted from %s, kept through %s and over on the day after", (from, last) => {
    const keep = rules[rule];
    expect(lastDay(from, keep)).toBe(last);
    expect(isOver(from, keep, last)).toBe(false);
    expect(isOver(from, keep, addDays(last, 1))).toBe(true);
    expect(overUpTo(last, keep) < from).toBe(true);
    expect(overUpTo(addDays(last, 1), keep) >= from).toBe(true);
  });
});

test("the newest day that is over is the newest: one day later is not", () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2020-01-01", days));
  fc.assert(
    fc.property(day, fc.constantFrom(...ruleKeys), (today, rule) => {
      const newest = overUpTo(today, rules[rule]);
      return isOver(newest, rules[rule], today) && !isOver(addDays(newest, 1), rules[rule], today);
    }),
  );
});
