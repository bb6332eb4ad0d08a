import type { Fact } from "#standards/facts-format";
import type { Facts, FactValue } from "#standards/format";
import { formatDay, isDay } from "~/ui/dates";

/** `value` is null where it was never said. */
export type FactLine = { label: string; value: string | null };

/** What a provider stated, as lines to read: the facts a criterion rests on, in its own order.  */
export const factLines = (keys: readonly string[], known: readonly Fact[], stated: Facts): FactLine[] =>
  keys.flatMap((key) => {
    const fact = known.find((each) => each.key === key);
    return fact ? [{ label: fact.label, value: said(fact, stated[key]) }] : [];
  });

function said(fact: Fact, value: FactValue | undefined): string | null {
  if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return null;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  const option = (each: string) => fact.options?.find((one) => one.value === each)?.label ?? each;
  if (Array.isArray(value)) return value.map(option).join("; ");
  if (typeof value === "string" && fact.type === "date" && isDay(value)) return formatDay(value);
  return typeof value === "string" ? option(value) : String(value);
}
