import { describe, expect, test } from "vitest";
import { awardLevels, markStatuses, reasonClasses } from "~/marks/mark";
import { isInForce } from "~/marks/status";
import { levelMeanings, levelNames, type MarkNow, reasonWords, statusNames, statusWords } from "~/marks/status-words";

const now = (standing: Partial<MarkNow["standing"]>): MarkNow => ({
  holder: "Marsh End Community Allotment",
  standard: { title: "Activities and services", version: "1.0.0" },
  awardedOn: "2026-03-10",
  validUntil: "2028-03-09",
  standing: { status: "live", level: "assured", since: "2026-11-14", reasonClass: null, ...standing },
});

test.each(markStatuses)("%s, in words", (status) => {
  expect(statusWords(now({ status }))).toMatchSnapshot();
});

describe("the first word is the answer", () => {
  test.each(markStatuses)("%s", (status) => {
    const { answer, statement } = statusWords(now({ status }));
    expect(answer.startsWith("Yes")).toBe(isInForce(status));
    expect(/is in force\b(?!.*not)/.test(statement)).toBe(isInForce(status));
    expect(statement).toMatch(/^Marsh End Community Allotment: Activities and services 1\.0\.0, Assured, .*\.$/);
  });
});

test.each(["suspended", "withdrawn"] as const)("%s: do not rely on it, in the answer and in the record", (status) => {
  const { answer, statement } = statusWords(now({ status }));
  expect(answer).toContain("Do not rely on it.");
  expect(statement).toContain("do not rely on it");
});

test("an end by time is the day before it was over, a renewal's days included", () => {
  expect(statusWords(now({ status: "expired", since: "2028-03-10" })).state).toBe("Expired. Last day in force: 9 March 2028");
  expect(statusWords(now({ status: "expired", since: "2028-05-09" })).state).toBe("Expired. Last day in force: 8 May 2028");
});

test.each(reasonClasses)("suspended: %s is a reason in fixed words, and never a finding", (reasonClass) => {
  const { note } = statusWords(now({ status: "suspended", reasonClass }));
  expect(note).toContain(reasonWords[reasonClass]);
  expect(note).toContain("not a finding about anyone");
});

test("a level has a name and a meaning that is not a grade", () => {
  for (const level of awardLevels) {
    expect(levelMeanings[level]).toMatch(/^Every must-have is met/);
    expect(statusWords(now({ level })).state).toBe(`In force: ${levelNames[level]}`);
  }
  expect(new Set(Object.values(statusNames)).size).toBe(markStatuses.length);
});
