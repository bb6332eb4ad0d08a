import { describe, expect, test } from "vitest";
import { Letter } from "~/marks/letter";
import { type DecidedCase, letterFromDecision } from "~/marks/letter-from-decision";
import { wordsFor } from "~/marks/letter-words";
import { reportFromDecision } from "~/marks/report";
import type { Language } from "~/platform/words";
import { KeptScore } from "~/review/outcome";
import { applicable } from "~/standards/applies";
import { score } from "~/standards/score";
import { letterOf } from "../support/letters";
import { standardOf } from "../support/standards";

const standard = standardOf("RC");
const facts = { holds_waiting_list: true };
const asked = applicable(standard, facts);

/** A decided case in which everything is Met but what is given. */
function decided(levels: Record<string, 0 | 1 | 2 | 3>, mark: DecidedCase["mark"] = null): DecidedCase {
  const ratings = Object.fromEntries(asked.map(({ id }) => [id, levels[id] ?? 2]));
  const kept = KeptScore.parse(score(standard, { facts, ratings, na_claims: {} }));
  const reasons = Object.fromEntries(asked.map(({ id }) => [id, { level: ratings[id]!, reason: `Why ${id}.` }]));
  return {
    number: 42,
    provider: "Marsh End",
    standard,
    facts,
    decision: { outcome: kept.outcome, score: kept, reason: "One paragraph.\n\nAnd another.", decidedAt: new Date("2026-06-01T22:59:00Z") },
    ratings: reasons,
    looked: { readers: [], objection: null },
    mark,
  };
}
const letter = (...given: Parameters<typeof decided>) => letterFromDecision(decided(...given), "https://waymark.example");
const live = { code: "7K3M-9QXT-2B4H", validUntil: "2028-05-31", conditions: null };

test("says what was decided, when, and each point in reading order with its reason", () => {
  const written = letter({}, live);
  expect(Letter.parse(written)).toEqual(written);
  expect(written).toMatchObject({
    reference: "C-0042",
    date: "2026-06-01",
    outcome: "assured",
    message: ["One paragraph.", "And another."],
    standard: { title: "Referral capacity", version: "1.0.0" },
  });
  expect(written.criteria.map(({ id }) => id)).toEqual(asked.map(({ id }) => id));
  expect(written.criteria[0]).toMatchObject({ id: "RC-1.1", must_have: true, level: 2, reason: "Why RC-1.1." });
  expect(written.dates).toEqual([
    { label: "Awarded", day: "2026-06-01" },
    { label: "In force until", day: "2028-05-31" },
  ]);
  expect(written.next[0]!.what).toContain("7K3M-9QXT-2B4H");
  expect(written.next.at(-1)).toEqual({ by: "2028-05-31", what: "Send in a new self-assessment if you want to keep the mark. You can from 30 November 2027." });
});

test("in another language our sentences are in it, and titles and reasons stay as they were given", () => {
  const written = letterFromDecision(decided({ "RC-4.2": 1 }), "https://waymark.example", "cy");
  expect(written.dates).toEqual([{ label: "Anfonwch erbyn", day: "2026-06-29" }]);
  expect(written.todo[0]).toEqual(letter({ "RC-4.2": 1 }).todo[0]);
  expect(wordsFor(written).opening[0]).toContain("Nid yw un pwynt y mae’n rhaid i bawb ei fodloni wedi’i fodloni yn llwyr eto");
  const shown = letterFromDecision(decided({}, live), "https://waymark.example", "cy").next[0]!.what;
  expect(shown).toContain("https://waymark.example/verify?lang=cy");
});

test.each([1, 2, 3, 4, 5, 6, 7, 11])("%i points are counted in a whole sentence of each language", (count) => {
  const todo = letterOf("deferred").todo.slice(0, 1);
  const said = (language: Language) =>
    wordsFor(letterOf("deferred", { language, todo: Array(count).fill(todo[0]) }))
      .opening[0]!.match(/[^.]* (everyone|bawb) [^.]*\./)?.[0]
      .trim();
  expect([said("en"), said("cy")]).toMatchSnapshot();
});

test("the day of the decision is the day in London", () => {
  const late = decided({}, live);
  late.decision.decidedAt = new Date("2026-06-01T23:30:00Z");
  expect(letterFromDecision(late, "").date).toBe("2026-06-02");
});

describe("what to do next", () => {
  const todo = (...given: Parameters<typeof decided>) => letter(...given).todo.map(({ id }) => id);

  test("deferred: exactly the must-haves in the way, and 28 days", () => {
    const written = letter({ "RC-4.2": 1, "RC-1.3": 1 });
    expect(written.outcome).toBe("deferred");
    expect(written.todo.map(({ id }) => id)).toEqual(["RC-4.2"]);
    expect(written.dates).toEqual([{ label: "Send it by", day: "2026-06-29" }]);
    expect(written.next[0]!.by).toBe("2026-06-29");
    const own = JSON.stringify({ ...written, criteria: [], todo: [] }) + JSON.stringify(wordsFor(written).opening);
    expect(own).toContain("We cannot give the mark yet.");
    expect(own).not.toMatch(/not decided|decide later|We decide|only/); // nothing happens by itself after it, and everything that is sent is read
  });

  test("not awarded: must-haves first, the furthest away first, then what weighs most; at most eight", () => {
    const others = asked.filter(({ must_have }) => !must_have).map(({ id }) => id);
    const gaps = { ...Object.fromEntries(others.map((id) => [id, 1 as const])), "RC-3.4": 0 as const, "RC-4.2": 1 as const };
    expect(letter(gaps).outcome).toBe("not_awarded");
    expect(todo(gaps).slice(0, 2)).toEqual(["RC-3.4", "RC-4.2"]);
    expect(todo(gaps)).toHaveLength(8);
  });

  test("not awarded: no must-have that is missing is ever left out", () => {
    const mustHaves = asked.filter(({ must_have }) => must_have).map(({ id }) => id);
    const named = todo(Object.fromEntries(asked.map(({ id }) => [id, 0 as const])));
    expect(named).toEqual(expect.arrayContaining(mustHaves));
  });

  test("with conditions: what is named, and the day", () => {
    const conditions = { criteria: ["RC-5.2"], by: "2026-08-30" };
    const written = letter({ "RC-5.2": 0 }, { ...live, conditions });
    expect(written.outcome).toBe("assured_with_conditions");
    expect(written.todo.map(({ id }) => id)).toEqual(["RC-5.2"]);
    expect(written.dates.at(-1)).toEqual({ label: "Put right by", day: "2026-08-30" });
    expect(written.next.map(({ by }) => by)).toContain("2026-08-30");
  });

  test("awarded: what would help most, at most three; nothing when everything is Met", () => {
    expect(todo({}, live)).toEqual([]);
    expect(todo({ "RC-1.3": 1, "RC-2.2": 1, "RC-4.4": 1, "RC-5.1": 1 }, live)).toHaveLength(3);
  });

  test("each with the reader's reason and the lightest evidence that is enough", () => {
    const [first] = letter({ "RC-4.2": 1 }).todo;
    const criterion = asked.find(({ id }) => id === "RC-4.2")!;
    expect(first).toEqual({ id: "RC-4.2", title: criterion.title, why: "Why RC-4.2.", enough: criterion.evidence.lightest });
  });
});

test("a claim that was accepted stands there as not applying, with its reason", () => {
  const about = decided({}, live);
  about.ratings["RC-5.2"] = { level: null, reason: "They have no figures to count." };
  const row = letterFromDecision(about, "").criteria.find(({ id }) => id === "RC-5.2");
  expect(row).toMatchObject({ level: null, reason: "They have no figures to count." });
});

test("no name of anybody who read, no percentage, no failure", () => {
  const some: Parameters<typeof decided>[0][] = [{}, { "RC-4.2": 1 }, { "RC-3.4": 0 }];
  for (const levels of some) {
    const own = JSON.stringify({ ...letter(levels), criteria: [], todo: [], message: [] });
    expect(own).not.toMatch(/%|fail|reject/i);
  }
});

test("the report says of each point in its section what the letter says, what the group said was wrong, and what would be enough", () => {
  const remarks = [
    { criterion: "RC-4.2", words: "It is on page 2.", before: 0 as const },
    { criterion: "RC-1.1", words: "We moved.", before: 2 as const },
  ];
  const given = decided({ "RC-4.2": 1 });
  const report = reportFromDecision({ ...given, remarks }, "https://waymark.example");
  const points = report.sections.flatMap((each) => each.points);
  expect(report.sections.map(({ id }) => id)).toEqual(standard.sections.map(({ id }) => id).filter((id) => asked.some(({ section }) => section === id)));
  expect(points.map(({ remarks: _, enough: __, ...point }) => point)).toEqual(letter({ "RC-4.2": 1 }).criteria);
  expect(points.filter(({ enough }) => enough !== null).map(({ id, enough }) => ({ id, enough }))).toEqual(letter({ "RC-4.2": 1 }).todo.map(({ id, enough }) => ({ id, enough })));
  expect(Object.fromEntries(points.flatMap(({ id, remarks: said }) => said.map((each) => [id, each])))).toEqual({
    "RC-4.2": { words: "It is on page 2.", changed: true },
    "RC-1.1": { words: "We moved.", changed: false },
  });
});
