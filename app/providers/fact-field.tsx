import type { Fact } from "#standards/facts-format";
import { Checkboxes, Radios } from "~/ui/choices";
import { TextArea, TextField } from "~/ui/text-field";
import type { Typed } from "./typed-facts";

export type FactFieldProps = { fact: Pick<Fact, "key" | "label" | "hint" | "type" | "options" | "needed" | "max_length">; typed: Typed; error: string | undefined };

/** The field for a fact, by its type. */
export function FactField({ fact: { key, label, hint, type, options = [], needed, max_length = 0 }, typed, error }: FactFieldProps) {
  const shared = { name: key, label, hint: hints[key] ?? hint, error, size: "s" as const, optional: needed === "optional" };
  const text = typeof typed === "string" ? typed : "";
  switch (type) {
    case "yes_no":
      return <Radios {...shared} choices={yesNo} value={text} inline />;
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

const yesNo = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

/** How to type what has a form of its own. */
const hints: Record<string, string> = {
  days_times: "One a line.",
  opening_hours: "One a line.",
  planned_closures: "One a line, such as 1 August 2027 to 14 August 2027. Shown while they last and for 14 days before.",
};
