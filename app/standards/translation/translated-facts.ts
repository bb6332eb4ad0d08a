import type { Fact } from "#standards/facts-format";
import type { FactTranslations } from "#standards/translation-format";
import type { Unlike } from "./unlike";

/** Facts in another language: the same list, other words. What is not translated stays as it is. */
export const translatedFacts = (facts: readonly Fact[], { facts: said }: FactTranslations): Fact[] =>
  facts.map((fact) => {
    const { label, hint, options = {} } = said[fact.key] ?? { label: fact.label };
    return {
      ...fact,
      label,
      ...(fact.hint !== undefined && { hint: hint ?? fact.hint }),
      ...(fact.options && { options: fact.options.map((option) => ({ ...option, label: options[option.value] ?? option.label })) }),
    };
  });

/** What does not agree with the facts: one that nobody translated, one of which a word is missing, words for what is not there. */
export function unlikeFacts(facts: readonly Fact[], { facts: said }: FactTranslations): Unlike[] {
  const missing = facts.filter(({ key }) => !said[key]).map(({ key }) => ({ path: ["facts"], message: `missing translation: the fact ${key}` }));
  return [
    ...missing,
    ...Object.entries(said).flatMap(([key, { hint, options = {} }]) => {
      const fact = facts.find((each) => each.key === key);
      if (!fact) return [{ path: ["facts", key], message: `there is no fact ${key}` }];
      const values = (fact.options ?? []).map(({ value }) => value);
      return [
        ...(fact.hint !== undefined && hint === undefined ? [{ path: ["facts", key], message: `missing translation: the hint of ${key}` }] : []),
        ...(fact.hint === undefined && hint !== undefined ? [{ path: ["facts", key, "hint"], message: `${key} has no hint in the original` }] : []),
        ...values.filter((value) => !(value in options)).map((value) => ({ path: ["facts", key, "options"], message: `missing translation: the option ${value} of ${key}` })),
        ...Object.keys(options)
          .filter((value) => !values.includes(value))
          .map((value) => ({ path: ["facts", key, "options", value], message: `${key} has no option ${value} in the original` })),
      ];
    }),
  ];
}
