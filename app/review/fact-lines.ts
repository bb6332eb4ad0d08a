import type { Fact } from "#standards/facts-format";
import type { Facts, FactValue } from "#standards/format";
import { formatDay, isDay } from "~/ui/dates";

export type FactLine = { label: string; value: string };

/** What a provider stated, as lines to read: the facts a criterion rests on, in its own order. One that was never stated says so. */
export const factLines = (keys: readonly string[], known: readonly Fact[], stated: Facts): FactLine[] =>
  keys.flatMap((key) => {
    const fact = known.find((each) => each.key === key);
    return fact ? [{ label: fact.label, value: said(fact, stated[key]) }] : [];
  });

function said(fact: Fact, value: FactValue | undefined): string {
  if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return "Not said";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  const option = (each: string) => fact.options?.find((one) => one.value === each)?.label ?? each;
  if (Array.isArray(value)) return value.map(option).join("; ");
  if (typeof value === "string" && fact.type === "date" && isDay(value)) return formatDay(value);
  return typeof value === "string" ? option(value) : String(value);
}
