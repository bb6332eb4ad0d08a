import { expect, test } from "vitest";
import { awardsFor, otherAwardFaults } from "~/standards/other-award-faults";
import { otherAwards } from "~/standards/other-awards.server";
import { aCriterion, aStandard } from "../support/standards";

const version = aStandard([aCriterion({ id: "MU-1.1", must_have: true, weight: 3 }), aCriterion({ id: "MU-2.1", weight: 2 })]);
const award = (criteria: string[], standard = version.key) => ({ key: "iiv", name: "IiV", list: "A list.", covers: [{ standard, criteria, relation: "met_at_least" as const }] });

test("a list of other awards may cover what is there, and never a must-have", () => {
  const messages = (...awards: ReturnType<typeof award>[]) => otherAwardFaults(awards, [version]).map(({ message }) => message);
  expect(messages(award(["MU-2.1"]))).toEqual([]);
  expect(messages(award(["MU-1.1"]))).toEqual([expect.stringContaining("must-have")]);
  expect(messages(award(["MU-9.9"]))).toEqual([expect.stringContaining("no version of")]);
  expect(messages(award(["MU-2.1"], "nothing"))).toEqual([expect.stringContaining("there is no standard nothing")]);
  expect(messages(award(["MU-2.1"]), award(["MU-2.1"]))).toEqual([expect.stringContaining("twice")]);
  expect(awardsFor([award(["MU-1.1"])], version.key, version.criteria[0]!), "whatever a list says").toEqual([]);
});

test("ours cover what the domain says", () => {
  const covering = (standard: string, id: string) => awardsFor(otherAwards(), standard, { id, must_have: false }).map(({ award: { key }, relation }) => `${key}: ${relation}`);
  expect(covering("activities-and-services", "AS-4.1")).toEqual(["investing-in-volunteers: met_at_least"]);
  expect(covering("activities-and-services", "AS-4.2")).toEqual(["investing-in-volunteers: met_at_least"]);
  expect(covering("referral-capacity", "RC-4.1")).toEqual(["trusted-charity: met_at_least", "advice-quality-standard: met_at_least"]);
});
