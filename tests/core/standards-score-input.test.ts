import { expect, test } from "vitest";
import { readScoreInput } from "~/standards/score-input";
import { standardOf } from "../support/standards";

const rc = standardOf("RC");
const faults = (value: unknown) => {
  const read = readScoreInput(rc, value);
  return read.ok ? [] : read.faults;
};

test("what is not asked about is left out, and a level of null is no level", () => {
  const read = readScoreInput(rc, { id: "F01", facts: { holds_waiting_list: true, opening_hours: { mon: "9-5" } }, ratings: { "RC-1.1": 2, "RC-1.2": null } });
  expect(read).toEqual({ ok: true, input: { facts: { holds_waiting_list: true }, ratings: { "RC-1.1": 2 }, na_claims: {} } });
});

test.each([
  ["not an object", 3, ["expected an object with facts, ratings and na_claims"]],
  ["no ratings", { facts: {} }, ['ratings: expected an object of levels by criterion, such as {"RC-1.1": 2}']],
  ["a level out of range", { ratings: { "RC-1.1": 4 } }, ["ratings.RC-1.1: expected a level: 0, 1, 2 or 3"]],
  ["half a level", { ratings: { "RC-1.1": 1.5 } }, ["ratings.RC-1.1: expected a level: 0, 1, 2 or 3"]],
  ["a level in words", { ratings: { "RC-1.1": "2" } }, ["ratings.RC-1.1: expected a level: 0, 1, 2 or 3"]],
  ["an unknown criterion", { ratings: { "RC-9.9": 2 } }, ["ratings.RC-9.9: referral-capacity@1.0.0 has no such criterion"]],
  ["a claim on an unknown criterion", { ratings: {}, na_claims: { "AS-1.2": "accepted" } }, ["na_claims.AS-1.2: referral-capacity@1.0.0 has no such criterion"]],
  ["an unknown word for a claim", { ratings: {}, na_claims: { "RC-1.1": "perhaps" } }, ["na_claims.RC-1.1: expected accepted, refused or pending"]],
  ["a fact in words", { facts: { holds_waiting_list: "yes" }, ratings: {} }, ['facts.holds_waiting_list: expected true or false, found "yes"']],
  ["a fact of no kind", { facts: { holds_waiting_list: {} }, ratings: {} }, ["facts.holds_waiting_list: expected true, false, a number, a text or a list of texts"]],
])("%s is refused with what was expected", (_name, value, expected) => {
  expect(faults(value)).toEqual(expected);
});

test("a tick list that a rule asks about is a list", () => {
  const read = readScoreInput(standardOf("AS"), { facts: { regulated_service_types: true }, ratings: {} });
  expect(read).toEqual({ ok: false, faults: ["facts.regulated_service_types: expected a list or a text, found true"] });
});
