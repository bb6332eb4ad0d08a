import type { Rule } from "#standards/format";
import type { Language } from "~/platform/words";
import { standardsWords } from "./words/standards-words";

/** Whom a rule holds for, after "Applies:". Facts are named by their labels, by their keys where they have none. */
export function describeRule(rule: Rule, labels: Record<string, string>, language: Language = "en"): string {
  const t = standardsWords(language);
  const joined = (how: "and" | "or", rules: Rule[]) => rules.map(condition).reduce((one, other) => t(`rule.${how}`, { one, other }));

  function condition(rule: Rule): string {
    if (rule === "always") return t("rule.anyone");
    if ("all" in rule) return joined("and", rule.all);
    if ("any" in rule) return joined("or", rule.any);
    if ("not" in rule) return t("rule.not", { condition: condition(rule.not) });
    const fact = labels[rule.fact] ?? rule.fact;
    if ("not_empty" in rule) return t("rule.answered", { fact });
    return typeof rule.is === "boolean" ? t(rule.is ? "rule.yes" : "rule.no", { fact }) : t("rule.is", { fact, value: rule.is });
  }

  return rule === "always" ? t("rule.everyone") : t("rule.only_if", { condition: condition(rule) });
}
