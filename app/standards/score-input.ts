import { z } from "zod";
import { type Facts, FactValue, Level, type Rule, type Standard } from "#standards/format";

/** A provider's claim that a criterion does not apply: taken out when accepted, rated like any other when refused, open while pending. */
export const NaClaim = z.enum(["accepted", "refused", "pending"], { error: "expected accepted, refused or pending" });
export type NaClaim = z.infer<typeof NaClaim>;

/** What is scored: facts by key, levels by criterion id, claims by criterion id. A criterion without a level has not been rated. */
export type ScoreInput = { facts: Facts; ratings: Record<string, Level>; na_claims: Record<string, NaClaim> };

const table = "expected an object";
const Shape = z.object(
  {
    facts: z.record(z.string(), z.unknown(), { error: table }).default({}),
    ratings: z.record(z.string(), Level.nullable(), { error: 'expected an object of levels by criterion, such as {"RC-1.1": 2}' }),
    na_claims: z.record(z.string(), NaClaim, { error: table }).default({}),
  },
  { error: "expected an object with facts, ratings and na_claims" },
);

/**
 * Reads what somebody outside wants scored against this version. Facts that no rule of the version asks about are left out;
 * a level of null is no level. Refuses, one sentence a fault, what is not in that shape, a level outside 0 to 3,
 * and a criterion the version does not have.
 */
export function readScoreInput(standard: Standard, value: unknown): { ok: true; input: ScoreInput } | { ok: false; faults: string[] } {
  const read = Shape.safeParse(value);
  if (!read.success) return { ok: false, faults: read.error.issues.map((issue) => sentence(issue.path.join("."), issue.message)) };
  const { facts, ratings, na_claims } = read.data;
  const faults = [...unknownCriteria(standard, "ratings", ratings), ...unknownCriteria(standard, "na_claims", na_claims)];
  const known: Facts = {};
  for (const rule of [standard.gate, ...standard.criteria.map((each) => each.applies)].flatMap(singleRules)) {
    const stated = facts[rule.fact];
    if (stated === undefined || stated === null) continue;
    const fault = wrongKind(rule, stated);
    if (fault) faults.push(sentence(`facts.${rule.fact}`, fault));
    else known[rule.fact] = FactValue.parse(stated);
  }
  if (faults.length > 0) return { ok: false, faults: [...new Set(faults)] };
  const rated = Object.entries(ratings).filter((entry): entry is [string, Level] => entry[1] !== null);
  return { ok: true, input: { facts: known, ratings: Object.fromEntries(rated), na_claims } };
}

type SingleRule = Extract<Rule, { fact: string }>;

function singleRules(rule: Rule): SingleRule[] {
  if (rule === "always") return [];
  if ("all" in rule) return rule.all.flatMap(singleRules);
  if ("any" in rule) return rule.any.flatMap(singleRules);
  return "not" in rule ? singleRules(rule.not) : [rule];
}

/** What is wrong with a fact a rule asks about, where it could never make the rule hold or fail on purpose. */
function wrongKind(rule: SingleRule, stated: unknown) {
  if (!FactValue.safeParse(stated).success) return "expected true, false, a number, a text or a list of texts";
  if ("is" in rule && typeof rule.is === "boolean" && typeof stated !== "boolean") return `expected true or false, found ${JSON.stringify(stated)}`;
  if ("not_empty" in rule && typeof stated === "boolean") return `expected a list or a text, found ${stated}`;
}

function unknownCriteria(standard: Standard, where: string, byCriterion: Record<string, unknown>) {
  const known = new Set(standard.criteria.map((each) => each.id));
  return Object.keys(byCriterion)
    .filter((id) => !known.has(id))
    .map((id) => sentence(`${where}.${id}`, `${standard.key}@${standard.version} has no such criterion`));
}

const sentence = (path: string, message: string) => (path ? `${path}: ${message}` : message);
