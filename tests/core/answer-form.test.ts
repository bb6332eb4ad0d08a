import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer } from "~/assessments/answer";
import { fieldNames, missingErrors, readTyped, type TypedAnswer, typedFrom, typedOf } from "~/assessments/answer-form";
import { nothingTyped, readEvidenceForm } from "~/assessments/evidence-typed";

const nothing = typedFrom(new FormData());
const read = (typed: Partial<TypedAnswer>) => readTyped({ ...nothing, ...typed }, undefined, "en");

describe("the plain form of a question", () => {
  test("shows what is kept, and reads back the same", () => {
    const answer: Answer = {
      level: "developing",
      how: "As we do\nit",
      evidence: [{ kind: "call", title: "x" }],
      na: { claimed: false, reason: "Because", words: "Words" },
      plan: { what: "More", who: "secretary", when: "2026-07-01", help: "Time" },
    };
    expect(readTyped(typedOf({ answer, privateNote: "Ask Jo" }), answer.evidence, "en")).toEqual({ ok: true, filled: { answer, privateNote: "Ask Jo" } });
    expect(read({})).toEqual({ ok: true, filled: { answer: {}, privateNote: "" } });
  });

  test("a date that is none is kept as it was typed, and shown again", () => {
    const typed = { "plan-when-day": "31", "plan-when-month": "", "plan-when-year": "2026" };
    const kept = read(typed);
    expect(kept).toMatchObject({ ok: true, filled: { answer: { plan: { when: "2026--31" } } } });
    expect(kept.ok && typedOf(kept.filled)).toMatchObject(typed);
  });

  test.each<[Partial<TypedAnswer>, string]>([
    [{ how: "x".repeat(5001) }, "how"],
    [{ level: "excellent" }, "level"],
    [{ "plan-who": "x".repeat(201) }, "plan-who"],
    [{ "plan-when-day": "the first of", "plan-when-month": "September" }, "plan-when"],
    [{ "na-words": "x".repeat(1001) }, "na-words"],
    [{ "private-note": "x".repeat(2001) }, "private-note"],
  ])("what cannot be kept at all is said beside its field", (typed, field) => {
    const refused = read(typed);
    expect(refused.ok === false && Object.keys(refused.errors)).toEqual([field]);
    expect(refused.ok === false && refused.errors[field]).toMatch(/^(Use|Select|Enter) [^{}"|]{8,}$/);
  });

  test.each<[Partial<TypedAnswer>, string, string]>([
    [{ how: "x".repeat(5001) }, "how", "1,500"],
    [{ "na-words": "x".repeat(1001) }, "na-words", "300"],
    [{ "plan-what": "x".repeat(2001) }, "plan-what", "500"],
    [{ "plan-help": "x".repeat(2001) }, "plan-help", "2,000"],
    [{ "private-note": "x".repeat(2001) }, "private-note", "2,000"],
  ])("what is too long to keep is told the length that may be sent, as its counter says", (typed, field, most) => {
    expect(read(typed)).toMatchObject({ errors: { [field]: `Use ${most} characters or fewer` } });
  });

  test("whatever is typed is kept or refused beside a field that is there", () => {
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.constantFrom("x".repeat(6000), "met", "yes"));
    fc.assert(
      fc.property(fc.record(Object.fromEntries(fieldNames.map((name) => [name, text])) as Record<(typeof fieldNames)[number], fc.Arbitrary<string>>), (typed) => {
        const answer = readTyped(typed, undefined, "en");
        const fields = new Set<string>([...fieldNames, "plan-when"]);
        if (!answer.ok) expect(Object.keys(answer.errors).filter((field) => !fields.has(field))).toEqual([]);
      }),
    );
  });

  test("what is missing stands beside its field; things shown stand together", () => {
    expect(
      Object.keys(
        missingErrors(
          [
            { criterion: "x", field: "plan.when", why: "empty" },
            { criterion: "x", field: "evidence.2.title", why: "empty" },
          ],
          "en",
        ),
      ),
    ).toEqual(["plan-when", "evidence"]);
  });
});

describe("the plain form of one thing to show", () => {
  const today = "2026-06-01";
  const form = (typed: Partial<typeof nothingTyped>) => readEvidenceForm({ ...nothingTyped, ...typed }, { ways: ["file", "link", "call"], today, language: "en" });

  test("takes what belongs to its kind, and nothing else", () => {
    expect(form({ kind: "link", title: " Our page ", link: "https://example.org", words: "left over", "date-day": "1", "date-month": "5", "date-year": "2026" })).toEqual({
      ok: true,
      item: { kind: "link", title: "Our page", link: "https://example.org", date: "2026-05-01" },
    });
    expect(form({ kind: "call", title: "Shed", link: "left over" })).toEqual({ ok: true, item: { kind: "call", title: "Shed" } });
  });

  test("asks for everything at once, beside each field", () => {
    const errors = (typed: Partial<typeof nothingTyped>) => {
      const answer = form(typed);
      return answer.ok ? {} : answer.errors;
    };
    expect(Object.keys(errors({}))).toEqual(["kind"]);
    expect(Object.keys(errors({ kind: "words" }))).toEqual(["kind"]);
    expect(Object.keys(errors({ kind: "file" }))).toEqual(["file", "title", "clean"]);
    expect(Object.keys(errors({ kind: "link", title: "x", link: "nowhere", "date-day": "31", "date-month": "2", "date-year": "2026" }))).toEqual(["link", "date"]);
    expect(Object.keys(errors({ kind: "call", title: "x".repeat(201) }))).toEqual(["title"]);
  });
});
