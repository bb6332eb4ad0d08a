import { describe, expect, test } from "vitest";
import type { Criterion } from "#standards/format";
import { Answer, type EvidenceItem } from "~/assessments/answer";
import { askingWords } from "~/assessments/asking/words/asking-words";
import { declarationErrors, isDeclared, statementKeys } from "~/assessments/declaration";
import { isWebAddress, lengthOf } from "~/assessments/limits";
import { missingFrom, missingIn } from "~/assessments/missing";
import { missingWords } from "~/assessments/missing-words";
import { needsEvidence, sentParts, tidy, waysToShow } from "~/assessments/parts";
import { progressOf } from "~/assessments/progress";
import { readScope, scopeOf } from "~/assessments/scope";
import { languages } from "~/platform/words";
import { factsInRule } from "~/standards/applies";
import { structuredFacts } from "~/standards/facts.server";
import { loadStandards } from "~/standards/load.server";
import { groupFacts, metAnswer } from "../support/answers";

const today = "2026-06-01";
const standards = loadStandards().versions.map(({ standard }) => standard);
const criteria = standards.flatMap((standard) => standard.criteria);
const criterion = (id: string) => criteria.find((each) => each.id === id) as Criterion;
const plain = criterion("AS-3.1");
const mustHave = criterion("AS-1.3");
const claimable = criterion("AS-1.2");
const tested = criterion("RC-1.1");
const call: EvidenceItem = { kind: "call", title: "On a call" };
const good: Answer = { level: "met", how: "x".repeat(20), evidence: [call] };
const missing = (each: Criterion, answer: Answer, day = today) => missingIn(each, answer, day).map(({ field, why }) => `${field} ${why}`);

describe("what one answer still needs", () => {
  test("a level, before anything else", () => {
    expect(missing(plain, {})).toEqual(["level empty"]);
    expect(missing(plain, { how: "Something" })).toEqual(["level empty"]);
    expect(missing(plain, good)).toEqual([]);
  });

  test("how it is done: 20 to 1,500 characters, blank only at Not yet", () => {
    const how = (text: string | undefined, level: Answer["level"] = "met") => missing(plain, { ...good, level, how: text });
    expect(how(undefined)).toEqual(["how empty"]);
    expect(how("   ")).toEqual(["how empty"]);
    expect(how("x".repeat(19))).toEqual(["how too_short"]);
    expect(how(`  ${"x".repeat(19)}  `)).toEqual(["how too_short"]);
    expect(how("x".repeat(1500))).toEqual([]);
    expect(how("x".repeat(1501))).toEqual(["how too_long"]);
    expect(how(undefined, "developing")).toEqual(["how empty"]);
    expect(how(undefined, "not-yet")).toEqual([]);
    expect(how("short", "not-yet")).toEqual(["how too_short"]);
  });

  test("something to show for Met and Leading, and not where only we look", () => {
    for (const level of ["met", "leading"] as const) expect(missing(plain, { ...good, level, evidence: [] })).toEqual(["evidence empty"]);
    for (const level of ["not-yet", "developing"] as const) expect(missing(plain, { ...good, level, evidence: [] })).toEqual([]);
    expect(missing(tested, { ...good, evidence: undefined })).toEqual([]);
    expect(criteria.filter((each) => !needsEvidence(each)).map(({ id }) => id)).toEqual(
      criteria.filter(({ evidence }) => evidence.kinds.every((kind) => ["assessor_contact_test", "register_lookup"].includes(kind))).map(({ id }) => id),
    );
    expect(waysToShow(tested)).toEqual([]);
  });

  test.each<[EvidenceItem, string[]]>([
    [{ kind: "file" }, ["file empty", "title empty", "clean not_clean"]],
    [{ kind: "file", file: "f", title: "x", clean: false }, ["clean not_clean"]],
    [{ kind: "file", file: "f", title: "x", clean: true, date: "2026-06-01" }, []],
    [{ kind: "file", file: "f", title: "x", clean: true, date: "2026-06-02" }, ["date in_the_future"]],
    [{ kind: "file", file: "f", title: "x", clean: true, date: "2026-02-30" }, ["date not_a_date"]],
    [{ kind: "link", title: "x" }, ["link empty"]],
    [{ kind: "link", title: "x", link: "example.org" }, ["link not_an_address"]],
    [{ kind: "link", title: "x", link: "https://example.org" }, []],
    [{ kind: "words", title: "x" }, ["words empty"]],
    [{ kind: "words", title: "x", words: "12 people in March" }, []],
    [{ kind: "words", title: "x", words: "x".repeat(1501) }, ["words too_long"]],
    [{ kind: "call", title: " " }, ["title empty"]],
  ])("each thing shown, by its kind: %j", (item, expected) => {
    expect(missing(plain, { ...good, evidence: [call, item] })).toEqual(expected.map((each) => `evidence.1.${each}`));
  });

  test("a plan for a must-have below Met; elsewhere only what is there must be right", () => {
    const below: Answer = { level: "developing", how: "x".repeat(20) };
    expect(missing(mustHave, below)).toEqual(["plan.what empty", "plan.who empty", "plan.when empty"]);
    expect(missing(mustHave, { ...below, level: "not-yet" })).toEqual(["plan.what empty", "plan.who empty", "plan.when empty"]);
    expect(missing(plain, below)).toEqual([]);
    const plan = (more: Answer["plan"], each = mustHave) => missing(each, { ...below, plan: { what: "x".repeat(10), who: "secretary", when: "2026-07-01", ...more } });
    expect(plan({})).toEqual([]);
    expect(plan({ what: "x".repeat(9) })).toEqual(["plan.what too_short"]);
    expect(plan({ what: "x".repeat(501) }, plain)).toEqual(["plan.what too_long"]);
    expect(plan({ when: "2026-05-31" })).toEqual(["plan.when passed"]);
    expect(plan({ when: today })).toEqual([]);
    expect(plan({ when: "2027-06-01" })).toEqual([]);
    expect(plan({ when: "2027-06-02" }, plain)).toEqual(["plan.when too_far"]);
    expect(plan({ when: "2026--31" }, plain)).toEqual(["plan.when not_a_date"]);
    expect(missing(mustHave, { ...good, plan: { what: "x" } })).toEqual([]);
  });

  test("a claim that it does not apply: a listed reason and 20 to 300 characters, and then nothing else", () => {
    const [reason] = claimable.na_reasons;
    const claim = (na: Answer["na"], each = claimable) => missing(each, { na });
    expect(claim({ claimed: true })).toEqual(["na.reason empty", "na.words empty"]);
    expect(claim({ claimed: true, reason: "We would rather not", words: "x".repeat(20) })).toEqual(["na.reason not_listed"]);
    expect(claim({ claimed: true, reason, words: "x".repeat(19) })).toEqual(["na.words too_short"]);
    expect(claim({ claimed: true, reason, words: "x".repeat(301) })).toEqual(["na.words too_long"]);
    expect(claim({ claimed: true, reason, words: "x".repeat(20) })).toEqual([]);
    expect(claim({ claimed: false, reason, words: "x".repeat(20) })).toEqual(["level empty"]);
    expect(claim({ claimed: true, reason, words: "x".repeat(20) }, mustHave)).toEqual(["level empty"]);
    expect(claim({ claimed: true, reason, words: "x".repeat(20) }, plain)).toEqual(["level empty"]);
  });

  test("every way something can be missing has a sentence of its own", () => {
    const items: EvidenceItem[] = [
      { kind: "file", date: "x" },
      { kind: "link", link: "x", date: "2027-01-01" },
      { kind: "link" },
      { kind: "words" },
      { kind: "words", words: "x" },
      { kind: "words", words: "x".repeat(1501) },
    ];
    const answers: Answer[] = [
      {},
      { level: "met" },
      { level: "met", how: "x", evidence: items.slice(0, 5) },
      { level: "met", how: "x".repeat(1501), evidence: items.slice(5) },
      { level: "not-yet" },
      { level: "not-yet", plan: { what: "x", when: "x" } },
      { level: "not-yet", plan: { what: "x".repeat(501), when: "2026-01-01" } },
      { level: "not-yet", plan: { when: "2028-01-01" } },
    ];
    const claims: Answer[] = [{ na: { claimed: true } }, { na: { claimed: true, reason: "x", words: "x" } }, { na: { claimed: true, words: "x".repeat(301) } }];
    const all = [...answers.flatMap((answer) => missingIn(mustHave, answer, today)), ...claims.flatMap((answer) => missingIn(claimable, answer, today))];
    expect(new Set(all.map(({ why }) => why)).size).toBe(10);
    for (const each of all) for (const language of languages) expect([each, missingWords(each, language)]).not.toEqual([each, askingWords(language)("missing.again")]);
  });
});

test("a whole submission: only what applies, in reading order", () => {
  const activities = standards.find(({ code }) => code === "AS")!;
  const answers = Object.fromEntries(activities.criteria.map((each) => [each.id, metAnswer(each)]));
  expect(missingFrom(activities, groupFacts, answers, today)).toEqual([]);
  const { "AS-5.1": _one, "AS-1.1": _other, "AS-2.4": _notAsked, ...rest } = answers;
  expect(missingFrom(activities, groupFacts, rest, today).map(({ criterion: id }) => id)).toEqual(["AS-1.1", "AS-5.1"]);
});

test("which questions are asked depends on nothing that is not asked first", () => {
  const asked = new Set(
    structuredFacts()
      .filter(({ tailoring }) => tailoring)
      .map(({ key }) => key),
  );
  expect(asked.size).toBe(12);
  const used = standards.flatMap((standard) => [standard.gate, ...standard.criteria.map(({ applies }) => applies)].flatMap(factsInRule));
  expect(used.filter((key) => !asked.has(key))).toEqual([]);
});

describe("what is sent of an answer", () => {
  test("a plan belongs to Not yet and Developing, evidence only to its own way of being shown", () => {
    const plan = { what: "More", who: "secretary", when: "2026-07-01" };
    expect(sentParts(plain, { ...good, plan })).toEqual(good);
    expect(sentParts(plain, { ...good, level: "developing", plan })).toEqual({ ...good, level: "developing", plan });
    const both: EvidenceItem = { kind: "link", link: "https://example.org", file: "f", words: "w", clean: true, title: "x" };
    expect(sentParts(plain, { ...good, evidence: [both] }).evidence).toEqual([{ kind: "link", link: "https://example.org", title: "x" }]);
    expect(sentParts(tested, good)).toEqual({ level: good.level, how: good.how });
  });

  test("an answer emptied again equals one never given", () => {
    expect(tidy({ how: "", evidence: [], plan: { what: "" }, na: { claimed: false, reason: "" } })).toEqual({});
  });
});

describe("text as it is kept", () => {
  const how = (text: string) => Answer.parse({ how: text }).how;
  test("line ends are one character; NUL and halves of characters are left out; everything else is as it was typed", () => {
    expect(how("a\r\nb\rc\0d\ud83d e")).toBe("a\nb\ncd e");
    for (const text of ["ŵŷ 👩‍🌾 e\u0301 \u202e العربية", " two  spaces ", "<script>alert(1)</script>", "x".repeat(5000)]) expect(how(text)).toBe(text);
    expect(lengthOf("ab\ncd")).toBe(5);
  });
});

test("a web address is one that anybody can open", () => {
  expect(["https://example.org", "http://a.b.cymru/x?y#z"].every(isWebAddress)).toBe(true);
  expect(["example.org", "ftp://example.org", "https://localhost", "https://", "https://a b.org", "javascript:alert(1)", "https://.", "https://a..b"].some(isWebAddress)).toBe(
    false,
  );
});

describe("how far it has come", () => {
  const activities = standards.find(({ code }) => code === "AS")!;
  test("questions that apply, those done, and the first that is not", () => {
    const none = progressOf(activities, groupFacts, new Map());
    expect([none.questions, none.done, none.next?.id]).toEqual([16, 0, "AS-1.1"]);
    const some = progressOf(
      activities,
      groupFacts,
      new Map([
        ["AS-1.1", { answer: metAnswer(criterion("AS-1.1")), savedOn: today }],
        ["AS-1.2", { answer: { level: "met" }, savedOn: today }],
        ["AS-2.4", { answer: good, savedOn: today }],
      ]),
    );
    expect([some.done, some.next?.id, some.tasks[1]?.state]).toEqual([1, "AS-1.2", "half_written"]);
    expect(progressOf(activities, {}, new Map()).questions).toBe(0);
  });
});

describe("what is declared and covered", () => {
  test("every statement, or it cannot be sent", () => {
    expect(statementKeys).toHaveLength(6);
    expect(isDeclared(statementKeys)).toBe(true);
    for (const left of statementKeys) {
      expect(isDeclared(statementKeys.filter((key) => key !== left))).toBe(false);
      expect(
        Object.keys(
          declarationErrors(
            statementKeys.filter((key) => key !== left),
            "en",
          ),
        ),
      ).toEqual([left]);
    }
  });

  test("activities are chosen from the list; other standards cover one fixed thing", () => {
    const chosen = scopeOf({ key: "activities-and-services", title: "" }, [{ name: "Choir" }, { name: "Walk" }]);
    expect(readScope(chosen, ["Walk", "Choir", "Walk"])).toEqual({ ok: true, scope: ["Choir", "Walk"] });
    expect(readScope(chosen, [])).toEqual({ ok: false, why: "scope_missing" });
    expect(readScope(chosen, ["Opera"])).toEqual({ ok: false, why: "scope_unknown" });
    const fixed = scopeOf({ key: "link-worker-practice", title: "Link worker practice" }, []);
    expect(readScope(fixed, [])).toEqual({ ok: true, scope: ["The link worker service"] });
    expect(readScope(fixed, ["Something else"])).toEqual({ ok: false, why: "scope_unknown" });
  });
});
