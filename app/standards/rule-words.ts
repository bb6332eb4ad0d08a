import type { Rule } from "#standards/format";

/** Whom a rule holds for, after "Applies:". Facts are named by their labels, by their keys where they have none. */
export function describeRule(rule: Rule, labels: Record<string, string>): string {
  return rule === "always" ? "To everyone" : `Only if ${condition(rule, labels)}`;
}

function condition(rule: Rule, labels: Record<string, string>): string {
  if (rule === "always") return "you are anyone";
  if ("all" in rule) return rule.all.map((each) => condition(each, labels)).join(", and ");
  if ("any" in rule) return rule.any.map((each) => condition(each, labels)).join(", or ");
  if ("not" in rule) return `it is not so that ${condition(rule.not, labels)}`;
  const name = `“${labels[rule.fact] ?? rule.fact}”`;
  if ("not_empty" in rule) return `you gave an answer to ${name}`;
  return `you answered ${typeof rule.is === "boolean" ? (rule.is ? "yes" : "no") : rule.is} to ${name}`;
}
