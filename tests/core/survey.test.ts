import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Criterion } from "#standards/format";
import { type Answer, evidenceWays, levelWords } from "~/assessments/answer";
import { lastPlanDay, missingIn } from "~/assessments/missing";
import { mayClaimNa, tidy, waysToShow } from "~/assessments/parts";
import { shownStandard } from "~/assessments/shown-criterion";
import { type Filled, filledFrom, surveyDataOf } from "~/assessments/survey/from-survey";
import { modelOf } from "~/assessments/survey/setup";
import { surveyOf } from "~/assessments/survey/to-survey";
import { loadStandards } from "~/standards/load.server";

const today = "2026-06-01";
const days = { today, lastPlanDay: lastPlanDay(today) };
const criteria = loadStandards().versions.flatMap(({ standard }) => standard.criteria);
const criterion = (id: string) => criteria.find((each) => each.id === id) as Criterion;

const words = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom("", "   ", "x".repeat(19), "x".repeat(20), "x".repeat(300), "x".repeat(301), "x".repeat(1500), ` ${"x".repeat(1500)} `, "x".repeat(1501)),
);
const line = fc.oneof(fc.constantFrom("", "secretary", "a title"), fc.string({ maxLength: 20 })).map((text) => text.trim());
const day = fc.constantFrom(undefined, "2026-05-31", today, "2026-09-30", "2027-06-01", "2027-06-02", "2026--31");
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const item = fc.record({
  kind: fc.constantFrom(...evidenceWays),
  file: maybe(fc.uuid()),
  link: fc.constantFrom(undefined, "", "example.org", "https://example.org/a b", "https://example.org/a?b=c#d", "http://localhost", "javascript:alert(1)//a.b"),
  words: maybe(words),
  title: maybe(line),
  date: day,
  clean: maybe(fc.boolean()),
});
const answers: fc.Arbitrary<Answer> = fc
  .record({
    level: maybe(fc.constantFrom(...levelWords)),
    how: maybe(words),
    evidence: maybe(fc.array(item, { maxLength: 5 })),
    na: maybe(fc.record({ claimed: fc.boolean(), reason: fc.constantFrom(undefined, ...criteria.flatMap(({ na_reasons }) => na_reasons)), words: maybe(words) })),
    plan: maybe(fc.record({ what: maybe(words), who: maybe(line), when: day, help: maybe(words) })),
  })
  .map((answer) => tidy(answer as Answer));

describe("from an answer to the form and back", () => {
  test("is where it began", () => {
    fc.assert(
      fc.property(answers, words, (answer, privateNote) => {
        const filled: Filled = { answer, privateNote };
        expect(filledFrom(JSON.parse(JSON.stringify(surveyDataOf(filled, {}))))).toEqual(filled);
      }),
      { numRuns: 500 },
    );
  });

  test("whatever the form may hold, what comes out is an answer", () => {
    expect(filledFrom({ level: "excellent", how: 7, evidence: ["x", null, { kind: "file", file: "no list" }, { title: "no kind" }], planWhen: {}, other: true })).toEqual({
      answer: { evidence: [{ kind: "file" }] },
      privateNote: "",
    });
    for (const nothing of [undefined, null, {}]) expect(filledFrom(nothing)).toEqual({ answer: {}, privateNote: "" });
  });
});

describe("the form of every criterion of every standard", () => {
  test.each(criteria.map((each) => [each.id, each] as const))("%s loads, asks all four levels in order and can be answered", (_id, each) => {
    const model = modelOf(surveyOf(each, { days, language: "en" }));
    expect(model.jsonErrors ?? []).toEqual([]);
    const level = model.getQuestionByName("level");
    expect(level.choices.map(({ value }: { value: string }) => value)).toEqual([...levelWords]);
    expect(level.choices[3].tests).toEqual(each.levels.leading.tests);
    expect(model.getQuestionByName("how").title).toBe(each.ask);
    expect(model.getQuestionByName("na") !== null).toBe(mayClaimNa(each));
    expect(model.getQuestionByName("evidence") !== null).toBe(waysToShow(each).length > 0);
    expect(model.getAllPanels().every((panel) => "title" in panel && panel.title !== "")).toBe(true);
    model.data = surveyDataOf({ answer: { level: "met", how: "A sentence that is long enough.", evidence: [{ kind: "call", title: "On a call" }] }, privateNote: "" }, {});
    expect(model.validate(true, false)).toBe(true);
  });

  test("agrees with the server on whether something is missing", () => {
    // One that may not apply, a must-have, one that shows nothing, one that is advice, one that is none of these.
    const models = new Map(["AS-1.2", "AS-2.1", "RC-1.1", "LW-5.4", "LW-5.3"].map((id) => [id, modelOf(surveyOf(criterion(id), { days, language: "en" }))]));
    fc.assert(
      fc.property(fc.constantFrom(...models.keys()), answers, (id, answer) => {
        const model = models.get(id)!;
        // The form offers only what the criterion allows; the rest cannot be there.
        const ways = waysToShow(criterion(id));
        const offered = tidy({
          ...answer,
          na: mayClaimNa(criterion(id)) ? { claimed: false, ...answer.na } : undefined,
          evidence: ways.length > 0 ? answer.evidence?.filter(({ kind }) => ways.includes(kind)) : undefined,
        });
        model.data = surveyDataOf({ answer: offered, privateNote: "" }, {});
        expect(model.validate(true, false)).toBe(missingIn(criterion(id), offered, today).length === 0);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

describe("the form in Welsh", () => {
  /** Every text of a definition, by where it stands; what is an expression or a name is no text. */
  const textsOf = (definition: unknown, at = ""): [string, string][] => {
    if (typeof definition === "string") return [[at, definition]];
    if (typeof definition !== "object" || definition === null) return [];
    return Object.entries(definition).flatMap(([name, each]) =>
      /^(name|type|value|locale|textIn|look|inputType|textUpdateMode|.*If|expression|acceptedTypes|min|max|checkErrorsMode|widthMode|clear.*)$/.test(name)
        ? []
        : textsOf(each, `${at}.${name}`),
    );
  };
  const ofStandard = (each: Criterion) => textsOf(each).map(([, text]) => text);
  const award = [{ id: "x", label: "Investing in Volunteers", expiresOn: "2027-01-01" }];
  const asked = (each: Criterion, language: "en" | "cy") => surveyOf(each, { days, language, awards: award, have: [] });

  test.each(criteria.map((each) => [each.id, each] as const))("%s says nothing of ours in English", (_id, each) => {
    const own = new Set([...ofStandard(each), [each.evidence.what, each.evidence.lightest].join(" "), award[0]!.label]);
    const english = textsOf(asked(each, "en")).filter(([, text]) => text !== "" && !own.has(text));
    const welsh = new Map(textsOf(asked(each, "cy")));
    expect(english.length).toBeGreaterThan(20);
    expect(english.filter(([at, text]) => welsh.get(at) === text)).toEqual([]);
  });

  test("nor does the library, whatever is wrong", () => {
    const rubbish = {
      level: "met",
      how: "x",
      planWhat: "x",
      planWhen: "2020-01-01",
      evidence: [{ kind: "file" }, { kind: "link", link: "x", date: "2030-01-01" }, { kind: "words", words: "x" }, { kind: "award" }, {}],
    };
    const wrong = (id: string, language: "en" | "cy", data: object) => {
      const model = modelOf(asked(criterion(id), language));
      model.data = data;
      model.validate(true, false);
      return model.getAllQuestions().flatMap((question) => question.getNestedQuestions(true, true, true).flatMap((each) => each.errors.map((error) => error.locText.renderedHtml)));
    };
    let told = 0;
    for (const data of [{}, rubbish, { ...rubbish, level: "developing" }, { na: ["yes"], naReason: "x", naWords: "x" }])
      for (const id of ["AS-1.2", "AS-2.1"]) {
        const [english, welsh] = [wrong(id, "en", data), wrong(id, "cy", data)];
        expect(welsh).toHaveLength(english.length);
        told += english.length;
        expect(welsh.filter((words) => english.includes(words))).toEqual([]);
      }
    expect(told).toBeGreaterThan(20);
    const library = modelOf(asked(criterion("AS-2.1"), "cy"));
    expect([library.getLocalizationString("exceedMaxSize"), library.getLocalizationString("uploadingFile"), library.getLocalizationString("requiredError")]).toEqual([
      expect.stringMatching(/^Rhaid i’r ffeil/),
      expect.stringMatching(/^Mae’r ffeil/),
      "Atebwch y cwestiwn.",
    ]);
  });
});

describe("a standard in other words", () => {
  const original = loadStandards().versions.find(({ standard }) => standard.code === "AS")!.standard;
  const read = { ...original, criteria: original.criteria.map((each) => ({ ...each, ask: `W: ${each.ask}`, na_reasons: each.na_reasons.map((reason) => `W: ${reason}`) })) };
  const shown = shownStandard(original, { standard: read, textIn: "cy" }).criteria.find(({ id }) => id === "AS-1.2")!;
  const [reason = ""] = criterion("AS-1.2").na_reasons;

  test("asks in them, and keeps of a choice what its rules look at", () => {
    const model = modelOf(surveyOf(shown, { days, language: "cy" }));
    expect(model.getQuestionByName("how").title).toBe(`W: ${criterion("AS-1.2").ask}`);
    const reasons = model.getQuestionByName("naReason");
    expect([reasons.choices[0].text, reasons.choices[0].value]).toEqual([`W: ${reason}`, reason]);
    model.data = { na: ["yes"], naReason: reason, naWords: "x".repeat(20) };
    expect(model.validate(true, false)).toBe(true);
    for (const each of [criterion("AS-1.2"), shown]) expect(missingIn(each, filledFrom(model.data).answer, today)).toEqual([]);
  });

  test("in its own, it is what it is", () => expect(shownStandard(original, { standard: original, textIn: "en" })).toBe(original));
});
