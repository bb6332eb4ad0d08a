import type { Fact } from "#standards/facts-format";
import { useWords } from "~/platform/language";
import { Checkboxes, Radios } from "~/ui/choices";
import { TextArea, TextField } from "~/ui/text-field";
import type { Typed } from "./typed-facts";
import { providerWords } from "./words/provider-words";

export type FactFieldProps = { fact: Pick<Fact, "key" | "label" | "hint" | "type" | "options" | "needed" | "max_length">; typed: Typed; error: string | undefined };

/** The field for a fact, by its type. */
export function FactField({ fact: { key, label, hint, type, options = [], needed, max_length = 0 }, typed, error }: FactFieldProps) {
  const { t } = useWords(providerWords);
  const howTo = ownHints.find((each) => each === key);
  const shared = { name: key, label, hint: howTo ? t(`facts_form.hint.${howTo}`) : hint, error, size: "s" as const, optional: needed === "optional" };
  const text = typeof typed === "string" ? typed : "";
  switch (type) {
    case "yes_no":
      return <Radios {...shared} choices={yesOrNo(t)} value={text} inline />;
    case "choice":
      return <Radios {...shared} choices={options} value={text} small />;
    case "tick_list":
      return <Checkboxes {...shared} choices={options} values={Array.isArray(typed) ? typed : []} small />;
    case "lines":
      return <TextArea {...shared} value={text} rows={4} />;
    case "date_ranges":
      return <TextArea {...shared} value={text} rows={2} />;
    case "whole_number":
    case "decimal":
      return <TextField {...shared} value={text} width={4} inputMode={type === "decimal" ? "decimal" : "numeric"} />;
    case "phone":
      return <TextField {...shared} value={text} type="tel" width={20} autoComplete="off" />;
    case "email":
      return <TextField {...shared} value={text} type="email" autoComplete="off" spellCheck={false} />;
    default:
      return max_length >= 200 ? <TextArea {...shared} value={text} rows={2} /> : <TextField {...shared} value={text} />;
  }
}

export const yesOrNo = (t: ReturnType<typeof providerWords>) => [
  { value: "yes", label: t("yes") },
  { value: "no", label: t("no") },
];

/** Facts that are typed in a form of their own: the hint says how. */
const ownHints = ["days_times", "opening_hours", "planned_closures"] as const;
