import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Fact, type FactType } from "#standards/facts-format";
import { type FactFault, isStated, readFact } from "~/providers/fact-value";
import { factFaultWords } from "~/providers/fact-words";

const fact = (type: FactType, more: Partial<Fact> = {}): Fact =>
  Fact.parse({
    key: "a_fact",
    label: "A fact",
    type,
    shown: "P1",
    needed: "optional",
    fresh_days: 30,
    ...(type === "choice" || type === "tick_list"
      ? {
          options: [
            { value: "one", label: "One" },
            { value: "two", label: "Two" },
          ],
        }
      : {}),
    ...more,
  });

describe("a value for a fact", () => {
  test.each<[FactType, unknown, unknown]>([
    ["yes_no", false, false],
    ["choice", " one ", "one"],
    ["tick_list", ["two", "one", "two"], ["one", "two"]],
    ["tick_list", [], []],
    ["whole_number", 0, 0],
    ["decimal", 5.2, 5.2],
    ["text", "  Adults   who like\ncompany ", "Adults who like company"],
    ["lines", [" Ring first ", "", "Then come"], ["Ring first", "Then come"]],
    ["phone", "01632 960 100", "01632 960 100"],
    ["phone", "+44 (0)7700 900142", "+44 (0)7700 900142"],
    ["email", "hello@group.example", "hello@group.example"],
    ["date", "2028-02-29", "2028-02-29"],
    ["month", "2026-03", "2026-03"],
    ["date_ranges", ["2026-08-01/2026-08-14"], ["2026-08-01/2026-08-14"]],
    ["date_ranges", [], []],
  ])("%s takes %j", (type, value, kept) => expect(readFact(fact(type), value)).toEqual({ ok: true, value: kept }));

  test.each<[FactType, unknown, FactFault]>([
    ["yes_no", "yes", "wrong_kind"],
    ["choice", "three", "not_an_option"],
    ["choice", "", "missing"],
    ["tick_list", ["one", "three"], "not_an_option"],
    ["tick_list", "one", "wrong_kind"],
    ["whole_number", 1.5, "not_whole"],
    ["whole_number", "1", "wrong_kind"],
    ["whole_number", Number.NaN, "wrong_kind"],
    ["text", "   ", "missing"],
    ["text", 7, "wrong_kind"],
    ["lines", ["", " "], "missing"],
    ["phone", "999", "not_a_phone"],
    ["phone", "call the shed", "not_a_phone"],
    ["email", "hello@", "not_an_email"],
    ["date", "2027-02-29", "not_a_day"],
    ["month", "2026-13", "not_a_month"],
    ["date_ranges", ["2026-08-14/2026-08-01"], "not_a_range"],
    ["date_ranges", ["2026-08-14"], "not_a_range"],
  ])("%s refuses %j as %s", (type, value, why) => expect(readFact(fact(type), value)).toEqual({ ok: false, why }));

  test("bounds are the fact's own", () => {
    const age = fact("whole_number", { min: 0, max: 120 });
    expect([-1, 0, 120, 121].map((value) => readFact(age, value).ok)).toEqual([false, true, true, false]);
    const short = fact("text", { min_length: 3, max_length: 5 });
    expect(["ab", "abc", "abcde", "abcdef"].map((value) => readFact(short, value).ok)).toEqual([false, true, true, false]);
  });

  test("what cannot be supported is never nothing", () => {
    const limits = fact("lines", { key: "what_we_cannot_support", min_length: 20 });
    expect(["none", "N/A.", "Nothing", "n/a", "Not applicable"].map((words) => readFact(limits, [words]))).toEqual(Array(5).fill({ ok: false, why: "says_nothing" }));
    expect(readFact(limits, ["Lifting"])).toEqual({ ok: false, why: "too_short" });
    expect(readFact(limits, ["Lifting, or any personal care"]).ok).toBe(true);
  });

  test("how to refer is three lines at most", () => {
    const how = fact("lines", { key: "how_to_refer" });
    expect(readFact(how, ["a", "b", "c"]).ok).toBe(true);
    expect(readFact(how, ["a", "b", "c", "d"])).toEqual({ ok: false, why: "too_many_lines" });
  });

  test("what the platform sets, and what is said with the room, is typed by nobody", () => {
    expect(isStated(fact("date", { set_by: "platform" }))).toBe(false);
    expect(readFact(fact("choice", { key: "accepting_now" }), "one")).toEqual({ ok: false, why: "not_yours_to_state" });
  });

  test("anything at all is either refused or, read again, the same", () => {
    const types: FactType[] = ["yes_no", "choice", "tick_list", "whole_number", "decimal", "text", "lines", "phone", "email", "date", "month", "date_ranges"];
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.anything(), (type, value) => {
        const read = readFact(fact(type), value);
        if (read.ok) expect(readFact(fact(type), read.value)).toEqual(read);
      }),
    );
  });
});

test("every refusal has a sentence of its own that names no code", () => {
  const faults: FactFault[] = [
    "missing",
    "wrong_kind",
    "not_an_option",
    "not_whole",
    "too_small",
    "too_big",
    "too_short",
    "too_long",
    "too_many_lines",
    "not_a_phone",
    "not_an_email",
    "not_a_day",
    "not_a_month",
    "not_a_range",
    "says_nothing",
  ];
  for (const why of faults) expect(factFaultWords(fact("text"), why, "cy")).not.toBe(factFaultWords(fact("text"), why));
  for (const why of faults) expect(factFaultWords(fact("text", { min: 1, max: 2, min_length: 3, max_length: 4 }), why)).toMatch(/^[‘A-Z][^_]{20,}$/u);
});
