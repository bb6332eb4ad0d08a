import { expect, test } from "vitest";
import { identifierWords, readIdentifier } from "~/marks/identifier-words";
import { markNumber } from "~/marks/number";

test.each([
  ["GB-CHC:1100000", "Charity 1100000"],
  ["GB-SC:SC012345", "Scottish charity SC012345"],
  ["GB-COH:01234567", "Company 01234567"],
  ["GB-XYZ:12", "GB-XYZ 12"],
  ["GB-CHC:11:00", "Charity 11:00"],
  ["just a number", "just a number"],
])("%s is printed as %s", (stored, printed) => {
  expect(identifierWords(readIdentifier(stored))).toBe(printed);
});

test("marks are numbered with five figures, and more when there are more", () => {
  expect([1, 42, 99_999, 100_000].map(markNumber)).toEqual(["WM-00001", "WM-00042", "WM-99999", "WM-100000"]);
});
