import { expect, test } from "vitest";
import { describeRule } from "~/standards/rule-words";
import { compareVersions } from "~/standards/version-order";
import { facts, standards } from "../support/standards";

const labels = Object.fromEntries(facts.map(({ key, label }) => [key, label]));

test("every rule of the standards in words", () => {
  const rules = standards.flatMap((each) => [{ of: each.code, rule: each.gate }, ...each.criteria.map(({ id, applies }) => ({ of: id, rule: applies }))]);
  expect(rules.filter(({ rule }) => rule !== "always").map(({ of, rule }) => `${of}: ${describeRule(rule, labels)}`)).toMatchInlineSnapshot(`
    [
      "AS: Only if you answered yes to “Do you run something people can be referred to?”",
      "AS-2.4: Only if you gave an answer to “Does any part of what you do need a licence or a register?”",
      "AS-4.1: Only if you answered yes to “Do you have volunteers?”",
      "AS-4.2: Only if you answered yes to “Do you have volunteers?”",
      "LW: Only if you answered yes to “Do you have link workers?”",
      "LW-3.3: Only if you answered yes to “Do you visit people at home?”, or you answered yes to “Do staff meet people alone outside the office?”",
      "LW: Only if you answered yes to “Do you have link workers?”",
      "LW-3.3: Only if you answered yes to “Do you visit people at home?”, or you answered yes to “Do staff meet people alone outside the office?”",
      "LW: Only if you answered yes to “Do you have link workers?”",
      "LW-3.6: Only if you answered yes to “Do you use AI tools with people’s information?”",
      "RC-2.3: Only if you answered yes to “Might people have to wait for a place?”",
      "RC-3.2: Only if you answered yes to “Do people’s details reach you electronically?”",
    ]
  `);
  expect(describeRule("always", labels)).toBe("To everyone");
});

test("the other kinds of rule in words", () => {
  expect(describeRule({ all: [{ not: { fact: "a", is: true } }, { fact: "b", is: "paused" }] }, { a: "Do you a?" })).toBe(
    "Only if it is not so that you answered yes to “Do you a?”, and you answered paused to “b”",
  );
});

test("versions are compared as numbers", () => {
  expect(["1.10.0", "1.9.0", "2.0.0", "1.9.10"].sort(compareVersions)).toEqual(["1.9.0", "1.9.10", "1.10.0", "2.0.0"]);
});
