import type { Fact } from "#standards/facts-format";
import type { FactValue } from "#standards/format";
import type { Language } from "~/platform/words";
import { formatDay, isDay } from "~/ui/dates";
import { providerWords } from "./words/provider-words";

/** A fact's value as people read it, the fact being in the same language: options by their labels, days in words. Never empty for a value that was accepted, but for ticks nobody ticked. */
export function shownValue(fact: Fact, value: FactValue, language: Language = "en"): string[] {
  const label = (option: string) => fact.options?.find((each) => each.value === option)?.label ?? option;
  if (typeof value === "boolean") return [providerWords(language)(value ? "yes" : "no")];
  if (typeof value === "number") return [String(value)];
  if (Array.isArray(value)) return fact.options ? value.map(label) : value;
  if (fact.options) return [label(value)];
  return [fact.type === "date" && isDay(value) ? formatDay(value, language) : value];
}
