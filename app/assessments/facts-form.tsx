import type { Fact } from "#standards/facts-format";
import type { Facts } from "#standards/format";
import { useWords } from "~/platform/language";
import { yesOrNo } from "~/providers/fact-field";
import { providerWords } from "~/providers/words/provider-words";
import { Checkboxes, Radios } from "~/ui/choices";
import type { FieldErrors } from "~/ui/form";

export type FactsFieldsProps = { facts: readonly Fact[]; values: Facts; errors: FieldErrors };

/** The questions that decide which others are asked: yes or no, or things to tick. */
export function FactsFields({ facts, values, errors }: FactsFieldsProps) {
  const { t } = useWords(providerWords);
  return facts.map(({ key, label, hint, options }) => {
    const value = values[key];
    const shared = { name: key, label, hint, error: errors[key], size: "s" as const };
    if (options) return <Checkboxes {...shared} choices={options} values={Array.isArray(value) ? value : []} small key={key} />;
    return <Radios {...shared} choices={yesOrNo(t)} value={value === undefined ? undefined : value === true ? "yes" : "no"} inline key={key} />;
  });
}
