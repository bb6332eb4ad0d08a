import fc from "fast-check";
import type { Change, ChangeType } from "#standards/changes-format";
import type { Criterion, Facts, Rule, Standard } from "#standards/format";
import { type Answer, asKept, levelWords } from "~/assessments/answer";
import type { CarriedAnswers } from "~/assessments/carried";
import type { Draft } from "~/assessments/migrate";
import { tidy } from "~/assessments/parts";
import { aCriterion, aStandard } from "./standards";

/** What happens to one criterion from one version to the next. */
type Turn = { end: "stays" | "stays" | "retired" | "split" | "merge"; types: ChangeType[]; now: Now; heir: boolean };
type Now = { rule: 0 | 1 | 2 | 3; weight: number; must_have: boolean; claimable: boolean };

const stayTypes: ChangeType[] = [
  "editorial",
  "guidance",
  "evidence_widened",
  "moved",
  "weight",
  "critical_off",
  "descriptor_clarified",
  "critical_on",
  "applicability_narrowed",
  "applicability_widened",
  "advisory_to_scored",
  "na_claim_removed",
  "meaning_changed",
  "descriptor_top_only",
  "descriptor_raised",
];
const rules: Rule[] = ["always", { fact: "x", is: true }, { fact: "y", is: true }, { not: { fact: "x", is: true } }];
const now: fc.Arbitrary<Now> = fc.record({
  rule: fc.constantFrom<0 | 1 | 2 | 3>(0, 0, 1, 2, 3),
  weight: fc.integer({ min: 0, max: 3 }),
  must_have: fc.boolean(),
  claimable: fc.boolean(),
});
const turn: fc.Arbitrary<Turn> = fc.record({
  end: fc.constantFrom("stays", "stays", "stays", "retired", "split", "merge"),
  types: fc.subarray(stayTypes, { maxLength: 3 }),
  now,
  heir: fc.boolean(),
});
const step = fc.record({ turns: fc.array(turn, { minLength: 6, maxLength: 6 }), added: fc.array(now, { maxLength: 2 }) });

/** Words as they are kept: `asKept` says what a database takes. */
const words = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }).map(asKept) },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      "",
      "We ring everyone back.\nEvery week.",
      "Dydd Iau, ŵyl — ‘wedi’ 🌱",
      "  spaces at both ends  ",
      "Once a month, with tea.",
      "\u0301combining, \u202eturned\u202c",
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom("lorem ipsum ".repeat(90), "dolor sit amet ".repeat(130)) },
);
const short = words.map((text) => text.slice(0, 150).trim());
const item = fc.record(
  { kind: fc.constantFrom("link", "call", "words"), title: short, words, link: fc.constantFrom("https://example.org/a", "https://example.org/b") },
  { requiredKeys: ["kind"] },
);
const answer = fc
  .record({
    level: fc.option(fc.constantFrom(...levelWords), { nil: undefined, freq: 6 }),
    how: fc.tuple(words, words, fc.boolean()).map(([one, other, long]) => (long ? `${one}${other}${one}` : one).slice(0, 4900)),
    evidence: fc.array(item, { maxLength: 4 }),
    na: fc.option(fc.record({ claimed: fc.boolean(), reason: short, words: short }), { nil: undefined }),
    plan: fc.option(fc.record({ what: words, who: short, when: fc.constantFrom("2027-01-02", "1-13-27", ""), help: short }), { nil: undefined }),
  })
  .map((typed): Answer => tidy(typed));
const held = fc.record({ answer, privateNote: short });

const madeOf = (id: string, { rule, weight, must_have, claimable }: Now): Criterion =>
  aCriterion({
    id,
    title: `Title of ${id}`,
    weight: must_have ? Math.max(weight, 1) : weight,
    must_have,
    applies: rules[rule]!,
    na_reasons: claimable && !must_have ? ["No such thing here"] : [],
  });

/** The version after one, with a change set that fits it. Ids are never used twice: `count` goes on over all versions. */
function next(before: Standard, { turns, added }: { turns: Turn[]; added: Now[] }, version: string, count: { ids: number }): Standard {
  const fresh = () => `MU-${(count.ids % 3) + 1}.${++count.ids}`;
  const criteria: Criterion[] = [];
  const changes: Change[] = [];
  const says = (type: ChangeType, of: string[], successors: string[] = []) =>
    changes.push({ type, criteria: of, successors, what: `${type} in ${version}`, reason: "Because.", what_to_do: "Look." });
  const merging: string[] = [];
  const staying: string[] = [];
  const retiring: { id: string; heir: boolean }[] = [];
  for (const [at, { id, must_have }] of before.criteria.entries()) {
    const { end, types, now, heir } = turns[at % turns.length]!;
    if (end === "retired") retiring.push({ id, heir });
    else if (end === "merge" && merging.length < 3) merging.push(id);
    else if (end === "split") {
      const children = [fresh(), fresh()];
      criteria.push(...children.map((child) => madeOf(child, now)));
      says("split", [id], children);
    } else {
      staying.push(id);
      criteria.push(madeOf(id, types.length > 0 ? now : { ...now, must_have }));
      for (const type of types) says(type, [id]);
    }
  }
  if (merging.length > 0) {
    const child = fresh();
    criteria.push(madeOf(child, turns[0]!.now));
    says("merge", merging, [child]);
  }
  for (const { id, heir } of retiring) says("retired", [id], heir && staying[0] ? [staying[0]] : []);
  for (const each of added) {
    const id = fresh();
    criteria.push(madeOf(id, each));
    says(each.weight === 0 ? "added_advisory" : "added", [id]);
  }
  if (criteria.length === 0) criteria.push(madeOf(fresh(), { rule: 0, weight: 1, must_have: false, claimable: false }));
  if (changes.length === 0) says("award_rule", []);
  return { ...aStandard(criteria), version, changes: { from: before.version, changes } };
}

export type Moving = { draft: Draft; versions: [Standard, Standard, Standard] };

/** A draft of anything, under the first of three made-up versions. */
export const moving: fc.Arbitrary<Moving> = fc
  .record({
    criteria: fc.array(now, { minLength: 1, maxLength: 6 }),
    answers: fc.array(fc.option(held, { nil: undefined, freq: 7 }), { minLength: 6, maxLength: 6 }),
    facts: fc.record({ x: fc.boolean(), y: fc.boolean() }),
    steps: fc.tuple(step, step),
  })
  .map(({ criteria, answers, facts, steps }) => {
    const count = { ids: 0 };
    const first = { ...aStandard(criteria.map((each) => madeOf(`MU-1.${++count.ids}`, each))), version: "1.0.0" };
    const second = next(first, steps[0], "1.1.0", count);
    const third = next(second, steps[1], "2.0.0", count);
    const given: CarriedAnswers = Object.fromEntries(first.criteria.flatMap(({ id }, at) => (answers[at] ? [[id, answers[at]]] : [])));
    return { draft: { facts: facts as Facts, answers: given }, versions: [first, second, third] };
  });
