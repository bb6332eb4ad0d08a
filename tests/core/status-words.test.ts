import { describe, expect, test } from "vitest";
import { awardLevels, markStatuses, reasonClasses } from "~/marks/mark";
import { isInForce } from "~/marks/status";
import { levelMeanings, levelNames, levelWords, type MarkNow, reasonWords, statusNames, statusWords } from "~/marks/status-words";

const today = "2026-11-22";
const now = (standing: Partial<MarkNow["standing"]>, facts: Partial<MarkNow["facts"]> = {}): MarkNow => ({
  holder: { name: "Marsh End Community Allotment", standard: { title: "Activities and services", version: "1.0.0" } },
  facts: { level: "assured", conditions: null, awardedOn: "2026-03-10", validUntil: "2028-03-09", ...facts },
  standing: { status: "live", level: "assured", since: "2026-11-14", reasonClass: null, history: [], ...standing },
});

test.each(markStatuses)("%s, in words", (status) => {
  expect(statusWords(now({ status }), today)).toMatchSnapshot();
});

describe("the first word is the answer", () => {
  test.each(markStatuses)("%s", (status) => {
    const { answer, statement } = statusWords(now({ status }), today);
    expect(answer.startsWith("Yes")).toBe(isInForce(status));
    expect(/is in force\b(?!.*not)/.test(statement)).toBe(isInForce(status));
    expect(statement).toMatch(/^Marsh End Community Allotment: Activities and services 1\.0\.0, Assured, .*\.$/);
  });
});

test.each(["suspended", "withdrawn"] as const)("%s: do not rely on it, in the answer and in the record", (status) => {
  const { answer, statement } = statusWords(now({ status }), today);
  expect(answer).toContain("Do not rely on it.");
  expect(statement).toContain("do not rely on it");
});

test("an end by time is the day before it was over, a renewal's days included", () => {
  expect(statusWords(now({ status: "expired", since: "2028-03-10" }), today).state).toBe("Expired. Last day in force: 9 March 2028");
  expect(statusWords(now({ status: "expired", since: "2028-05-09" }), today).state).toBe("Expired. Last day in force: 8 May 2028");
});

test.each(reasonClasses)("suspended: %s is a reason in fixed words, and never a finding", (reasonClass) => {
  const { note } = statusWords(now({ status: "suspended", reasonClass }), today);
  expect(note).toContain(reasonWords[reasonClass]);
  expect(note).toContain("not a finding about anyone");
});

test("a level has a name and a meaning that is not a grade", () => {
  for (const level of awardLevels) {
    expect(levelMeanings[level]).toMatch(/^Every must-have is met/);
    expect(statusWords(now({ level }), today).state).toBe(`In force: ${levelNames[level]}`);
  }
  expect(new Set(Object.values(statusNames)).size).toBe(markStatuses.length);
});

describe("a mark that ended while it was suspended", () => {
  const ended = (status: "expired" | "surrendered", before: "live" | "suspended") =>
    statusWords(
      now({
        status,
        history: [
          { status: before, from: "2026-10-01" },
          { status, from: "2026-11-14" },
        ],
      }),
      today,
    );
  test.each(["expired", "surrendered"] as const)("%s: says that, and reassures nobody", (status) => {
    const { note, state, statement } = ended(status, "suspended");
    expect(note).toBe("It was suspended when it ended.");
    expect(`${note} ${state} ${statement}`).not.toMatch(/good or safe|last day in force/i);
    expect(statement).toContain("was suspended when it ended: do not rely on it");
  });
  test.each(["expired", "surrendered"] as const)("%s while it was in force: says nothing against them", (status) => {
    const { note, statement } = ended(status, "live");
    expect(note).toContain("says nothing about how good or safe the group is");
    expect(`${note} ${statement}`).not.toContain("suspended");
  });
});

test("a withdrawal is said for 12 months, then only that no mark is held (§C.4)", () => {
  const withdrawn = now({ status: "withdrawn", since: "2026-11-14" });
  expect(statusWords(withdrawn, "2027-11-13")).toMatchObject({ state: "Withdrawn on 14 November 2026" });
  const later = statusWords(withdrawn, "2027-11-14");
  expect(later).toMatchObject({ answer: "No mark held. Do not rely on this code.", state: "No mark held" });
  expect(later.statement).toBe("Marsh End Community Allotment: Activities and services 1.0.0. No mark held: do not rely on it.");
  expect(Object.values(later).join(" ")).not.toMatch(/withdr/i);
  for (const status of markStatuses.filter((each) => each !== "withdrawn")) expect(statusWords(now({ status, since: "2020-01-01" }), today).statement).not.toMatch(/no mark held/i);
});

describe("conditions", () => {
  const facts = (count: number) => ({ level: "assured_with_conditions" as const, conditions: { criteria: ["RC-3.1", "RC-3.2"].slice(0, count), by: "2027-01-17" } });
  test.each([
    [1, "one point to be put right by 17 January 2027", "One other point is to be put right by 17 January 2027."],
    [2, "two points to be put right by 17 January 2027", "Two other points are to be put right by 17 January 2027."],
  ])("%i: the statement and the meaning name the day", (count, open, meaning) => {
    const mark = now({ level: "assured_with_conditions" }, facts(count));
    expect(statusWords(mark, today).statement).toContain(`, Assured with conditions (${open}), is in force`);
    expect(levelWords(mark).meaning).toBe(`Every must-have is met. ${meaning}`);
  });
  test("not put right by then: Essentials since the day after", () => {
    const lapsed = now({ level: "essentials" }, facts(1));
    expect(statusWords(lapsed, today)).toMatchObject({ state: "In force: Essentials since 18 January 2027" });
    expect(statusWords(lapsed, today).statement).toContain(", Essentials since 18 January 2027, is in force");
    expect(levelWords(lapsed)).toMatchObject({ meaning: levelMeanings.essentials, open: null });
  });
  test("a mark that is over asks for nothing any more", () => {
    expect(statusWords(now({ status: "surrendered", level: "assured_with_conditions" }, facts(1)), today).statement).toContain(", Assured with conditions, was given up");
  });
});

describe("in Welsh", () => {
  test.each(markStatuses)("%s: the first word is the answer, with days in Welsh and nothing in English", (status) => {
    const words = statusWords(now({ status }), today, "cy");
    expect(words.answer.startsWith("Ydy")).toBe(isInForce(status));
    expect(Object.values(words).join(" ")).not.toMatch(/\b(mark|force|November|March|Assured|rely)\b/);
    expect(words.statement).toMatch(/^Marsh End Community Allotment: Activities and services 1\.0\.0, Sicr: .*\.$/);
  });
  test.each(["suspended", "withdrawn"] as const)("%s: do not rely on it", (status) => {
    expect(statusWords(now({ status }), today, "cy").answer).toContain("Peidiwch â dibynnu arno.");
  });
  test.each(["expired", "surrendered"] as const)("%s while suspended reassures nobody", (status) => {
    const history = [
      { status: "suspended", from: "2026-10-01" },
      { status, from: "2026-11-14" },
    ] as const;
    expect(statusWords(now({ status, history: [...history] }), today, "cy").note).toBe("Roedd wedi’i atal dros dro pan ddaeth i ben.");
  });
});
