import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Fact, type FactType } from "#standards/facts-format";
import { languages } from "~/platform/words";
import { shownValue } from "~/providers/fact-shown";
import { readFact } from "~/providers/fact-value";
import { meantBy, typedIn, typedOf } from "~/providers/typed-facts";
import { readRoom, typedRoom } from "~/providers/typed-room";

const fact = (type: FactType, more: object = {}) =>
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
            { value: "one", label: "The first" },
            { value: "two", label: "The second" },
          ],
        }
      : {}),
    ...more,
  });

describe("a form of facts", () => {
  const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  const values: Record<FactType, fc.Arbitrary<unknown>> = {
    yes_no: fc.boolean(),
    choice: fc.constantFrom("one", "two"),
    tick_list: fc.subarray(["one", "two"]),
    whole_number: fc.integer({ min: 0, max: 100_000 }),
    decimal: fc.integer({ min: 1, max: 2000 }).map((tenths) => tenths / 10),
    text: fc.string({ minLength: 1, maxLength: 80 }),
    lines: fc.array(fc.string({ maxLength: 80 }), { minLength: 1, maxLength: 5 }),
    phone: fc.constant("01632 960100"),
    email: fc.constant("hello@group.example"),
    date: day,
    month: day.map((each) => each.slice(0, 7)),
    date_ranges: fc.array(
      fc.tuple(day, day).map(([a, b]) => (a < b ? `${a}/${b}` : `${b}/${a}`)),
      { maxLength: 4 },
    ),
  };

  test.each(Object.keys(values) as FactType[])("%s: shown in either language and sent again, a value is the same", (type) => {
    fc.assert(
      fc.property(values[type], fc.constantFrom(...languages), (value, language) => {
        const stored = readFact(fact(type), value);
        fc.pre(stored.ok && !(type === "date_ranges" && (stored.value as string[]).length === 0));
        if (stored.ok) expect(readFact(fact(type), meantBy(fact(type), typedOf(fact(type), stored.value, language)))).toEqual(stored);
      }),
    );
  });

  test.each([
    ["1 August 2027 to 14 August 2027", "2027-08-01/2027-08-14"],
    ["1/8/2027 - 14/8/2027", "2027-08-01/2027-08-14"],
    ["24 dec 2026 until 1 jan 2027", "2026-12-24/2027-01-01"],
    ["24 December 2026", "2026-12-24/2026-12-24"],
    ["2027-08-01 to 2027-08-14", "2027-08-01/2027-08-14"],
    ["1 Awst 2027 i 14 Awst 2027", "2027-08-01/2027-08-14"],
    ["24 rhag 2026 tan 1 ion 2027", "2026-12-24/2027-01-01"],
    ["over Easter", "over Easter"],
    ["30 February 2027 to 2 March 2027", "30 February 2027 to 2 March 2027"],
  ])("a break typed as %j is meant as %j", (typed, meant) => expect(meantBy(fact("date_ranges"), typed)).toEqual([meant]));

  test("an empty field takes a fact back; nothing ticked is an answer; what is no number stays as typed", () => {
    expect(meantBy(fact("text"), "  ")).toBeNull();
    expect(meantBy(fact("tick_list"), [])).toEqual([]);
    expect(meantBy(fact("whole_number"), "two")).toBe("two");
    expect(meantBy(fact("yes_no"), "maybe")).toBe("maybe");
  });

  test("what was sent is kept as it was typed", () => {
    const form = new FormData();
    form.append("a_fact", "one");
    form.append("a_fact", "two");
    form.append("lines", " first\r\n\r\nsecond ");
    expect(typedIn([fact("tick_list"), fact("lines", { key: "lines" }), fact("text", { key: "missing" })], form)).toEqual({
      a_fact: ["one", "two"],
      lines: " first\n\nsecond ",
      missing: "",
    });
  });

  test("people read labels, not values", () => {
    expect(shownValue(fact("tick_list"), ["one", "two"])).toEqual(["The first", "The second"]);
    expect(shownValue(fact("yes_no"), true)).toEqual(["Yes"]);
    expect(shownValue(fact("date"), "2026-11-22")).toEqual(["22 November 2026"]);
  });
});

describe("the form about room", () => {
  test.each([
    [
      { accepting: "open", wait_weeks: " 2 ", note: " Tuesdays " },
      { accepting: "open", waitWeeks: 2, note: "Tuesdays" },
    ],
    [
      { accepting: "waiting_list", wait_weeks: "0", note: "" },
      { accepting: "waiting_list", waitWeeks: 0, note: "" },
    ],
    [
      { accepting: "paused", wait_weeks: "3", note: "" },
      { accepting: "paused", waitWeeks: null, note: "" },
    ],
    [
      { accepting: "closed", wait_weeks: "a while", note: "" },
      { accepting: "closed", waitWeeks: null, note: "" },
    ],
  ])("%j means %j", (typed, capacity) => {
    expect(readRoom(typed)).toEqual({ ok: true, capacity });
    expect(readRoom(typedRoom(capacity as Parameters<typeof typedRoom>[0]))).toEqual({ ok: true, capacity });
  });

  test.each([
    [{ wait_weeks: "", note: "" }, "accepting"],
    [{ accepting: "perhaps", wait_weeks: "", note: "" }, "accepting"],
    [{ accepting: "open", wait_weeks: "", note: "" }, "wait_weeks"],
    [{ accepting: "open", wait_weeks: "1.5", note: "" }, "wait_weeks"],
    [{ accepting: "open", wait_weeks: "53", note: "" }, "wait_weeks"],
    [{ accepting: "waiting_list", wait_weeks: "-1", note: "" }, "wait_weeks"],
    [{ accepting: "closed", wait_weeks: "", note: "x".repeat(201) }, "note"],
  ])("%j has a sentence beside %s", (typed, field) => {
    const read = readRoom(typed);
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual([field]);
    const welsh = readRoom(typed, "cy");
    expect(!read.ok && !welsh.ok && welsh.errors[field]).not.toBe(!read.ok && read.errors[field]);
  });
});
