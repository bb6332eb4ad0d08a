import { describe, expect, test } from "vitest";
import { readFact } from "~/providers/fact-value";
import { factFaultWords } from "~/providers/fact-words";
import { registerOf } from "~/providers/number-forms";
import { statedNumbers, statedOnly } from "~/register/stated-numbers";
import { facts } from "../support/standards";

const factOf = (key: string) => facts.find((each) => each.key === key)!;
const good: [string, string][] = [
  ["charity_number", "112345"],
  ["charity_number", "1123456"],
  ["charity_number", "1123456-1"],
  ["charity_number", "SC012345"],
  ["charity_number", "NIC100123"],
  ["company_number", "01234567"],
  ["company_number", "SC123456"],
  ["ods_code", "A1B2C"],
  ["ico_registration", "ZA123456"],
  ["ico_registration", "We keep nothing on a computer"],
];
const bad: [string, string][] = [
  ["charity_number", "12345"],
  ["charity_number", "12345678"],
  ["charity_number", "SC123456"],
  ["charity_number", "NIC200123"],
  ["company_number", "1234567"],
  ["company_number", "S1234567"],
  ["ods_code", "A-1B"],
  ["ico_registration", "ZA12345"],
];

describe("numbers are read in the form they are given out in", () => {
  test.each(good)("%s may be %s", (key, text) => expect(readFact(factOf(key), text)).toEqual({ ok: true, value: text }));

  test.each(bad)("%s may not be %s, and an example is shown", (key, text) => {
    expect(readFact(factOf(key), text)).toEqual({ ok: false, why: "not_in_form" });
    expect(factFaultWords(factOf(key), "not_in_form")).toMatch(/written like this: \S/);
  });
});

test("a number names its register by its form, and by the group's nation where the form does not say", () => {
  const read = (key: string, text: string, nation = "england") => Object.values(registerOf(key, text, nation) ?? { none: "" }).join(" ");
  expect([read("charity_number", "1123456"), read("charity_number", " sc012345 "), read("charity_number", "NIC100123")]).toEqual([
    "GB-CHC 1123456",
    "GB-SC SC012345",
    "GB-NIC 100123",
  ]);
  expect([read("charity_number", "100123", "northern_ireland"), read("charity_number", "100123", "wales")]).toEqual(["GB-NIC 100123", "GB-CHC 100123"]);
  expect([read("company_number", "sc123456"), read("company_number", "123"), read("ods_code", "A1B2C"), read("ico_registration", "ZA123456")]).toEqual([
    "GB-COH SC123456",
    "",
    "",
    "",
  ]);
});

test("only those that are not known of anyway are shown as what the group says", () => {
  const on = "2026-03-01";
  const facts = { charity_number: { value: "1123456", on }, company_number: { value: "01234567", on } };
  const provider = { facts, nation: "england" as const, identifiers: [{ scheme: "GB-CHC", id: "1123456" }] };
  expect(statedNumbers(provider).map(({ scheme }) => scheme)).toEqual(["GB-CHC", "GB-COH"]);
  expect(statedOnly(provider)).toEqual([{ scheme: "GB-COH", id: "01234567", on }]);
});

test("areas by name or postcode district, not by a whole postcode or half a district", () => {
  expect(readFact(factOf("catchment"), ["Leeds", "LS9", "SW1A", "Anyone, online", "Ward 12"])).toMatchObject({ ok: true });
  for (const line of ["LS9 7AB", "LS97AB", "LEE9", "L123"]) expect(readFact(factOf("catchment"), ["Leeds", line])).toEqual({ ok: false, why: "not_in_form" });
});
