import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inLanguage, languageAsked, wordsFrom } from "~/platform/words";
import { formatDay, formatMoment, formatShortDay } from "~/ui/dates";

const words = wordsFrom({
  en: { hello: "Hello, {{name}}.", groups_one: "{{count}} group", groups_other: "{{count}} groups", deep: { er: "Deeper" } },
  cy: {
    _checked: false,
    hello: "Helô, {{name}}.",
    groups_zero: "dim grwpiau",
    groups_one: "{{count}} grŵp",
    groups_two: "{{count}} grŵp, dau",
    groups_few: "{{count}} grŵp, tri",
    groups_many: "{{count}} grŵp, chwech",
    groups_other: "{{count}} o grwpiau",
    deep: { er: "Dyfnach" },
  },
});

test("a message is said in the language that is asked for", () => {
  expect([words("en")("hello", { name: "Mair" }), words("cy")("hello", { name: "Mair" })]).toEqual(["Hello, Mair.", "Helô, Mair."]);
  expect(words("cy")("deep.er")).toBe("Dyfnach");
});

test("a plural has the form its number needs: six of them in Welsh", () => {
  expect([0, 1, 2, 3, 6, 11].map((count) => words("cy")("groups", { count }))).toEqual(["dim grwpiau", "1 grŵp", "2 grŵp, dau", "3 grŵp, tri", "6 grŵp, chwech", "11 o grwpiau"]);
  expect([0, 1, 2, 11].map((count) => words("en")("groups", { count }))).toEqual(["0 groups", "1 group", "2 groups", "11 groups"]);
});

test("what is put in a place stays as it was typed: it is never a message, never escaped", () => {
  const awkward = fc.oneof(fc.string(), fc.constantFrom("{{name}}", "$t(deep.er)", "A & B <b>", "$1 {{- name}}", "‘q’"));
  fc.assert(
    fc.property(awkward, (name) => {
      expect(words("en")("hello", { name })).toBe(`Hello, ${name}.`);
    }),
  );
});

test("a place without a value, and a message that is not there, are faults and not pages", () => {
  expect(() => words("en")("hello")).toThrow("Nothing to put in the place {{name}}");
  expect(() => words("cy")("nothing" as "hello")).toThrow("There is no message nothing");
});

describe("the address says the language", () => {
  test.each([
    ["?lang=cy", "cy"],
    ["?q=a&lang=cy", "cy"],
    ["", "en"],
    ["?lang=en", "en"],
    ["?lang=fr", "en"],
    ["?lang=CY", "en"],
  ])("%s: %s", (search, language) => expect(languageAsked({ search })).toBe(language));

  test.each([
    ["/register", "/register?lang=cy"],
    ["/register?q=a%20b&page=2", "/register?q=a+b&page=2&lang=cy"],
    ["/register?lang=cy&q=a", "/register?q=a&lang=cy"],
    ["/standards#scoring", "/standards?lang=cy#scoring"],
  ])("%s in Welsh: %s", (path, expected) => {
    expect(inLanguage(path, "cy")).toBe(expected);
    expect(inLanguage(expected, "en")).not.toContain("lang");
  });

  test("in English an address stays as it is", () => {
    for (const path of ["/", "/register?q=a%20b", "/marks/0000-0000-0000", "/standards#scoring"]) expect(inLanguage(path, "en")).toBe(path);
  });
});

test("days and moments are said in Welsh too", () => {
  expect(formatDay("2026-11-22", "cy")).toBe("22 Tachwedd 2026");
  expect(formatDay("2026-01-01", "cy")).toBe("1 Ionawr 2026");
  expect(formatShortDay("2026-11-06", "cy")).toMatch(/^6 Tach\S* 2026$/);
  expect(formatMoment("2026-06-30T23:30:00Z", "cy")).toBe("1 Gorffennaf 2026, 00:30");
});
