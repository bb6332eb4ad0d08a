import { describe, expect, test } from "vitest";
import type { Facts } from "#standards/format";
import type { Answers } from "~/assessments/answer";
import { bearsOn, plausibilityChecks, warningsFrom } from "~/assessments/plausibility";
import { warningWords } from "~/assessments/plausibility-words";
import { loadStandards } from "~/standards/load.server";

const today = "2026-06-01";
const checks = (facts: Facts, answers: Answers = {}) => warningsFrom(facts, answers, today).map(({ check }) => check);

/** What raises each warning, and what is just on the other side of its threshold. */
const sides: [(typeof plausibilityChecks)[number], string, Facts, Facts][] = [
  ["caseload", "251 people, 250", { max_caseload_per_fte: 251 }, { max_caseload_per_fte: 250 }],
  ["hours", "1,501 hours, 1,500", { max_caseload_per_fte: 1501, typical_first_meeting_minutes: 60 }, { max_caseload_per_fte: 1500, typical_first_meeting_minutes: 60 }],
  ["open_cases", "one more than there are places", { open_cases_now: 41, max_places: 40 }, { open_cases_now: 40, max_places: 40 }],
  ["wait_and_record", "more than half of the record", { typical_wait_days: 31, median_wait_days_last_3m: 20 }, { typical_wait_days: 30, median_wait_days_last_3m: 20 }],
  ["wait_and_record", "more than seven days", { typical_wait_days: 2, median_wait_days_last_3m: 10 }, { typical_wait_days: 3, median_wait_days_last_3m: 10 }],
  ["long_wait", "61 days, 60", { accepting_now: "yes", typical_wait_days: 61 }, { accepting_now: "yes", typical_wait_days: 60 }],
  ["long_wait", "only while taking people", { accepting_now: "yes", typical_wait_days: 90 }, { accepting_now: "waiting_list", typical_wait_days: 90 }],
  [
    "on_a_break",
    "the last day of the break, the day after",
    { accepting_now: "yes", planned_closures: ["2026-05-20/2026-06-01"] },
    { accepting_now: "yes", planned_closures: ["2026-05-20/2026-05-31"] },
  ],
  [
    "on_a_break",
    "the first day of the break, the day before",
    { accepting_now: "yes", planned_closures: ["2026-06-01/2026-06-03"] },
    { accepting_now: "yes", planned_closures: ["2026-06-02/2026-06-03"] },
  ],
  ["ages", "older than the oldest", { age_min: 66, age_max: 65 }, { age_min: 65, age_max: 65 }],
  ["under_18s", "from 17, from 18", { age_min: 17 }, { age_min: 18 }],
  ["under_18s", "by the first questions", { works_with_under_18s: true }, { works_with_under_18s: false }],
  ["insurance_before_award", "the day before the likely award, and that day", { insurance_expiry: "2026-07-07" }, { insurance_expiry: "2026-07-08" }],
  ["insurance_during_mark", "the last day of a mark, the day after", { insurance_expiry: "2028-07-07" }, { insurance_expiry: "2028-07-08" }],
  [
    "one_phone",
    "the same number, another",
    { referral_phone: "01632 960100", complaints_contact: ["The secretary", "+44 1632 960 100"] },
    { referral_phone: "01632 960100", complaints_contact: ["01632 960101"] },
  ],
  ["personal_email", "a mailbox of one's own, of the group", { referral_email: "Us@Gmail.com" }, { referral_email: "us@gmail.com.example" }],
  ["limits_text", "19 characters, 20", { what_we_cannot_support: ["a".repeat(19)] }, { what_we_cannot_support: ["a".repeat(20)] }],
  ["small_numbers", "four, five", { referrals_last_3m: 4 }, { referrals_last_3m: 5 }],
  ["small_numbers", "one, none", { started_last_3m: 1 }, { started_last_3m: 0 }],
];

describe("each check on both sides of its threshold", () => {
  test.each(sides)("%s: %s", (check, _, warned, fine) => {
    expect(checks(warned)).toContain(check);
    expect(checks(fine)).not.toContain(check);
  });

  test("every check is tried", () => expect(new Set(sides.map(([check]) => check))).toEqual(new Set(plausibilityChecks)));
});

test("work with under-18s is fine where an answer speaks of children", () => {
  expect(checks({ works_with_under_18s: true }, { "RC-3.4": { how: "We have a policy for adults." } })).toEqual(["under_18s"]);
  expect(checks({ works_with_under_18s: true }, { "RC-3.4": { evidence: [{ kind: "call", title: "Safeguarding children policy" }] } })).toEqual([]);
});

test("insurance that runs out before an award is not told twice", () => {
  expect(checks({ insurance_expiry: "2026-06-02" })).toEqual(["insurance_before_award"]);
});

test("nothing said is nothing to wonder about", () => expect(checks({})).toEqual([]));

test("every warning is said with its figures, and belongs beside a criterion", () => {
  const criteria = loadStandards().versions.flatMap(({ standard }) => standard.criteria);
  for (const [check, , facts] of sides) {
    const warning = warningsFrom(facts, {}, today).find((each) => each.check === check);
    const words = warningWords(warning!);
    expect(words).not.toMatch(/undefined|NaN/);
    for (const [name, figure] of Object.entries(warning!.figures)) if (/said|record|youngest|oldest|hours|phone|host/.test(name)) expect(words).toContain(String(figure));
    expect(
      criteria.some((criterion) => bearsOn(check, criterion)),
      check,
    ).toBe(true);
  }
});
