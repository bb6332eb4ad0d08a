import { Rule } from "#standards/format";
import { describeRule } from "../rule-words";
import type { Field } from "./field";

/** What a file says of one field, as text: a line for each thing in a list. What the grammar does not know is shown as it was typed. `labels` name the facts. */
export function valueWords({ kind, options = [] }: Field, value: unknown, labels: Record<string, string>): string {
  if (kind === "rule") {
    const rule = Rule.safeParse(value ?? "always");
    if (rule.success) return describeRule(rule.data, labels);
  }
  if (kind === "yes") return value === true ? "Yes" : "No";
  const named = (each: unknown) => options.find((option) => option.value === String(each))?.label ?? labels[String(each)] ?? plain(each);
  return Array.isArray(value) ? value.map(named).join("\n") : named(value);
}

function plain(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(plain).join("; ");
  if (typeof value === "object") return Object.values(value).map(plain).join(": ");
  return String(value);
}
