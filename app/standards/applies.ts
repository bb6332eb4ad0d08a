import type { Criterion, Facts, FactValue, Rule, Standard } from "#standards/format";

/**
 * Whether a rule holds for these facts. A fact that was never stated counts as false and as empty;
 * so does a blank text, an empty list and `false`. A list is what a rule says it is when it holds that value.
 */
export function applies(rule: Rule, facts: Facts): boolean {
  if (rule === "always") return true;
  if ("all" in rule) return rule.all.every((each) => applies(each, facts));
  if ("any" in rule) return rule.any.some((each) => applies(each, facts));
  if ("not" in rule) return !applies(rule.not, facts);
  if ("not_empty" in rule) return !isEmpty(facts[rule.fact]);
  return isValue(facts[rule.fact], rule.is);
}

/** Whether a provider with these facts may take this standard at all (its gate). */
export const offered = (standard: Standard, facts: Facts) => applies(standard.gate, facts);

/** The criteria to ask, in reading order: none where the standard is not offered. Everything else is not applicable by rule. */
export const applicable = (standard: Standard, facts: Facts): Criterion[] =>
  offered(standard, facts) ? standard.criteria.filter((criterion) => applies(criterion.applies, facts)) : [];

/** The keys of the facts a rule looks at, each once, in the order they are named. */
export function factsInRule(rule: Rule): string[] {
  if (rule === "always") return [];
  if ("all" in rule) return [...new Set(rule.all.flatMap(factsInRule))];
  if ("any" in rule) return [...new Set(rule.any.flatMap(factsInRule))];
  if ("not" in rule) return factsInRule(rule.not);
  return [rule.fact];
}

function isEmpty(value: FactValue | undefined) {
  if (value === undefined || value === false) return true;
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) && value.length === 0;
}

function isValue(value: FactValue | undefined, expected: boolean | string | number) {
  if (expected === false || expected === "") return isEmpty(value);
  return Array.isArray(value) ? value.some((each) => each === expected) : value === expected;
}
