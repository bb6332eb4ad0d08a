import { expect, test } from "vitest";
import type { Level } from "#standards/format";
import { applicable } from "~/standards/applies";
import { score } from "~/standards/score";
import type { ScoreInput } from "~/standards/score-input";
import { aCriterion, aStandard, standardOf } from "../support/standards";
import cases from "./fixtures/scoring.json";

test.each(cases.map((each) => [`${each.id} ${each.name}`, each] as const))("%s", (_name, { standard, facts, ratings, na_claims, expected }) => {
  const outcome = score(standardOf(standard), { facts, ratings, na_claims } as unknown as ScoreInput);
  expect(outcome).toStrictEqual(expected);
  expect(Object.keys(outcome)).toEqual(Object.keys(expected));
});

const waiting = { holds_waiting_list: true };
/** Every criterion that is asked, at one level, but for those named. */
function rated(code: string, facts: ScoreInput["facts"], at: { must: Level; rest: Level }, but: Record<string, Level> = {}): ScoreInput {
  const ratings = Object.fromEntries(applicable(standardOf(code), facts).map(({ id, must_have }) => [id, must_have ? at.must : at.rest]));
  return { facts, ratings: { ...ratings, ...but }, na_claims: {} };
}
const rc = (at: { must: Level; rest: Level }, but?: Record<string, Level>) => score(standardOf("RC"), rated("RC", waiting, at, but));

test("a high score with one weak section is Essentials", () => {
  expect(rc({ must: 2, rest: 2 }, { "RC-5.1": 1, "RC-5.2": 1 })).toMatchObject({ score: 95, sections: { "RC-5": 50 }, outcome: "essentials" });
});

test("one non-critical at Not yet is a condition; three are too many", () => {
  expect(rc({ must: 2, rest: 2 }, { "RC-1.3": 0 }).outcome).toBe("assured_with_conditions");
  expect(rc({ must: 2, rest: 2 }, { "RC-1.3": 0, "RC-4.3": 0, "RC-2.2": 0 })).toMatchObject({ score: 87, zeros: ["RC-1.3", "RC-2.2", "RC-4.3"], outcome: "essentials" });
});

test("the sections are tested as though what is at Not yet had been lifted to Developing", () => {
  expect(rc({ must: 2, rest: 2 }, { "RC-5.1": 0 })).toMatchObject({ sections: { "RC-5": 50 }, outcome: "assured_with_conditions" });
  expect(rc({ must: 2, rest: 2 }, { "RC-5.1": 0, "RC-5.2": 1 })).toMatchObject({ sections: { "RC-5": 25 }, outcome: "essentials" });
});

test("conditions bring no points: 80 is reached without them or not at all", () => {
  const below = { "RC-1.3": 0, "RC-2.2": 1, "RC-2.3": 1, "RC-2.5": 1, "RC-3.3": 1, "RC-4.1": 1 } as const;
  expect(rc({ must: 2, rest: 2 }, below)).toMatchObject({ points: 66, outcome: "assured_with_conditions" });
  expect(rc({ must: 2, rest: 2 }, { ...below, "RC-4.4": 1, "RC-4.3": 1 })).toMatchObject({ points: 63, outcome: "essentials" });
});

test("conditions are never commended", () => {
  expect(rc({ must: 3, rest: 3 }, { "RC-1.3": 0 }).outcome).toBe("assured_with_conditions");
});

test("just below three tenths at Leading is not commended", () => {
  expect(rc({ must: 2, rest: 2 }, { "RC-1.1": 3, "RC-2.1": 3, "RC-3.1": 3, "RC-1.3": 3 })).toMatchObject({ leading_weight: 11, outcome: "assured" });
});

test("three must-haves at Developing defer; the potential counts them as Met and nothing else", () => {
  const three = { "RC-1.1": 1, "RC-2.1": 1, "RC-3.1": 1 } as const;
  expect(rc({ must: 2, rest: 2 }, three)).toMatchObject({ points: 71, outcome: "deferred", criteria: ["RC-1.1", "RC-2.1", "RC-3.1"], potential: "assured" });
  expect(rc({ must: 2, rest: 1 }, three)).toMatchObject({ outcome: "deferred", potential: "essentials" });
  expect(rc({ must: 2, rest: 2 }, { ...three, "RC-1.3": 0 })).toMatchObject({ outcome: "deferred", potential: "assured_with_conditions" });
  expect(rc({ must: 3, rest: 2 }, three)).toMatchObject({ outcome: "deferred", potential: "assured_commended" });
});

test("a must-have at Developing is not deferred where even Met would earn nothing", () => {
  const { facts, ratings, na_claims } = rated("LW", { has_link_workers: true }, { must: 2, rest: 0 }, { "LW-1.2": 1 });
  expect(score(standardOf("LW"), { facts, ratings, na_claims })).toMatchObject({ outcome: "not_awarded", score: 32 });
});

test("a must-have at Not yet is not awarded, and every must-have below Met is named", () => {
  expect(rc({ must: 2, rest: 3 }, { "RC-3.4": 0, "RC-1.1": 1 })).toMatchObject({ outcome: "not_awarded", reason: "critical", criteria: ["RC-1.1", "RC-3.4"] });
});

test("a refused claim puts the criterion back: without a level nothing can be decided, with one it counts", () => {
  const facts = { runs_activities: true };
  const input = rated("AS", facts, { must: 2, rest: 2 });
  const { "AS-3.4": _, ...without } = input.ratings;
  expect(score(standardOf("AS"), { ...input, ratings: without, na_claims: { "AS-3.4": "refused" } })).toEqual({ outcome: "incomplete", criteria: ["AS-3.4"] });
  expect(score(standardOf("AS"), { ...input, ratings: without, na_claims: { "AS-3.4": "pending" } })).toEqual({ outcome: "incomplete", criteria: ["AS-3.4"] });
  expect(score(standardOf("AS"), { ...input, na_claims: { "AS-3.4": "refused" } })).toMatchObject({ W: 29, outcome: "assured" });
});

test("an accepted claim takes the criterion out, whatever level it has", () => {
  const input = rated("AS", { runs_activities: true }, { must: 2, rest: 2 }, { "AS-3.4": 0 });
  expect(score(standardOf("AS"), { ...input, na_claims: { "AS-3.4": "accepted" } })).toMatchObject({ W: 28, zeros: [], outcome: "assured" });
});

test("a claim where none is allowed is refused before anything else is looked at", () => {
  const input = { facts: waiting, ratings: {}, na_claims: { "RC-2.2": "accepted", "RC-1.1": "pending" } } as const;
  expect(score(standardOf("RC"), input)).toEqual({ outcome: "invalid_na", criteria: ["RC-1.1", "RC-2.2"] });
  expect(score(standardOf("LW"), { ...input, facts: {} })).toEqual({ outcome: "not_offered" });
  const refused = rated("RC", waiting, { must: 2, rest: 2 });
  expect(score(standardOf("RC"), { ...refused, na_claims: { "RC-1.1": "refused" } }).outcome).toBe("assured");
});

test("a claim on what does not apply by rule anyway says nothing", () => {
  const input = rated("AS", { runs_activities: true }, { must: 2, rest: 2 });
  expect(score(standardOf("AS"), { ...input, na_claims: { "AS-2.4": "accepted" } })).toEqual(score(standardOf("AS"), input));
});

const claimable = ["No such thing here"];
const five = [1, 2, 3, 4, 5].map((n) => aCriterion({ id: `MU-1.${n}`, weight: 2, na_reasons: claimable }));
const met = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, 2 as const]));

test("accepted claims up to a fifth of what applies by rule stand; above that a moderator must confirm", () => {
  const inCap = { facts: {}, ratings: met("MU-1.1", "MU-1.2", "MU-1.3", "MU-1.4"), na_claims: { "MU-1.5": "accepted" } } as const;
  expect(score(aStandard(five), inCap)).toMatchObject({ W: 8, flags: [], outcome: "assured" });
  const over = { facts: {}, ratings: met("MU-1.1", "MU-1.2", "MU-1.3"), na_claims: { "MU-1.4": "accepted", "MU-1.5": "accepted" } } as const;
  expect(score(aStandard(five), over)).toMatchObject({ W: 6, flags: ["na_over_cap"], outcome: "assured" });
});

test("what applies by rule is the measure of the cap, not the whole standard", () => {
  const withRule = aStandard([...five, aCriterion({ id: "MU-1.6", weight: 2, applies: { fact: "x", is: true } })]);
  const input = { facts: {}, ratings: met("MU-1.1", "MU-1.2", "MU-1.3", "MU-1.4"), na_claims: { "MU-1.5": "accepted" } } as const;
  expect(score(withRule, input)).toMatchObject({ flags: [], rule_na: ["MU-1.6"] });
});

test("half of the standard's weight is enough to say something; less is too little, however it came about", () => {
  const conditional = { applies: { fact: "x", is: true } } as const;
  const half = aStandard([aCriterion({ id: "MU-1.1", weight: 2 }), aCriterion({ id: "MU-2.1", weight: 2, ...conditional })]);
  expect(score(half, { facts: {}, ratings: met("MU-1.1"), na_claims: {} })).toMatchObject({ W: 2, sections: { "MU-1": 100, "MU-2": null }, outcome: "assured" });
  const less = aStandard([aCriterion({ id: "MU-1.1", weight: 1 }), aCriterion({ id: "MU-2.1", weight: 2, ...conditional })]);
  expect(score(less, { facts: {}, ratings: met("MU-1.1"), na_claims: {} })).toMatchObject({ W: 1, outcome: "too_little_applies" });
  const claims = { "MU-1.3": "accepted", "MU-1.4": "accepted", "MU-1.5": "accepted" } as const;
  expect(score(aStandard(five), { facts: {}, ratings: met("MU-1.1", "MU-1.2"), na_claims: claims })).toMatchObject({ W: 4, flags: ["na_over_cap"], outcome: "too_little_applies" });
});

test("too little comes before a must-have that is not met; a missing level comes before too little", () => {
  const standard = aStandard([aCriterion({ id: "MU-1.1", weight: 1, must_have: true }), aCriterion({ id: "MU-2.1", weight: 3, applies: { fact: "x", is: true } })]);
  expect(score(standard, { facts: {}, ratings: { "MU-1.1": 0 }, na_claims: {} }).outcome).toBe("too_little_applies");
  expect(score(standard, { facts: {}, ratings: {}, na_claims: {} })).toEqual({ outcome: "incomplete", criteria: ["MU-1.1"] });
});

test("nothing applies at all: no score is made up", () => {
  const standard = aStandard([aCriterion({ id: "MU-1.1", applies: { fact: "x", is: true } })]);
  expect(score(standard, { facts: {}, ratings: {}, na_claims: {} })).toMatchObject({ W: 0, score: null, sections: { "MU-1": null }, outcome: "too_little_applies" });
});

test("weight 0 is advice: no level is needed, and Not yet there costs nothing", () => {
  const standard = aStandard([aCriterion({ id: "MU-1.1" }), aCriterion({ id: "MU-1.2", weight: 0 }), aCriterion({ id: "MU-2.1", weight: 0 })]);
  expect(score(standard, { facts: {}, ratings: met("MU-1.1"), na_claims: {} })).toMatchObject({ sections: { "MU-1": 100, "MU-2": null }, outcome: "assured" });
  expect(score(standard, { facts: {}, ratings: { "MU-1.1": 2, "MU-1.2": 0 }, na_claims: {} })).toMatchObject({ zeros: [], outcome: "assured" });
});

test("a version's own numbers decide", () => {
  const standard = aStandard(five, { conditions_max: 1, commend: 100 });
  const input = { facts: {}, ratings: met("MU-1.1", "MU-1.2", "MU-1.3", "MU-1.4", "MU-1.5"), na_claims: {} };
  expect(score(standard, { ...input, ratings: { ...input.ratings, "MU-1.5": 0 } }).outcome).toBe("assured_with_conditions");
  expect(score(aStandard(five, { conditions_max: 0 }), { ...input, ratings: { ...input.ratings, "MU-1.5": 0 } }).outcome).toBe("essentials");
  expect(score(aStandard(five, { essentials: 100, assured: 100 }), { ...input, ratings: { ...input.ratings, "MU-1.5": 1 } }).outcome).toBe("not_awarded");
});
