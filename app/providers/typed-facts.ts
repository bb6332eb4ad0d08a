/** What was typed into a form of facts, and what it means. What cannot be read stays as it was typed, for the person to mend. */
import type { Fact } from "#standards/facts-format";
import type { FactValue } from "#standards/format";
import { type Language, languages } from "~/platform/words";
import { formatDay, isDay, monthNames } from "~/ui/dates";
import { providerWords } from "./words/provider-words";

/** As the fields hold it: one text, or the ticks. */
export type Typed = string | string[];

/** What the form holds for each fact. */
export function typedIn(facts: readonly Fact[], form: FormData): Record<string, Typed> {
  return Object.fromEntries(
    facts.map(({ key, type }) => {
      const sent = form.getAll(key).filter((each): each is string => typeof each === "string");
      return [key, type === "tick_list" ? sent : (sent[0] ?? "").replaceAll("\r\n", "\n")];
    }),
  );
}

/** A stated value, as the form shows it. */
export function typedOf(fact: Fact, value: FactValue | undefined, language: Language = "en"): Typed {
  if (value === undefined) return fact.type === "tick_list" ? [] : "";
  if (fact.type === "yes_no") return value ? "yes" : "no";
  if (fact.type === "date_ranges" && Array.isArray(value)) return value.map((range) => rangeWords(range, language)).join("\n");
  if (!Array.isArray(value)) return String(value);
  return fact.type === "tick_list" ? value : value.join("\n");
}

/** The value that was meant; null for an empty field, which takes the fact back. Whether it will do is for `readFact` to say. */
export function meantBy({ type }: Fact, typed: Typed): FactValue | null {
  if (Array.isArray(typed)) return typed;
  const text = typed.trim();
  if (text === "") return null;
  if (type === "yes_no") return text === "yes" ? true : text === "no" ? false : text;
  if (type === "whole_number" || type === "decimal") return /^-?\d{1,9}(\.\d{1,6})?$/.test(text) ? Number(text) : text;
  const lines = text.split("\n").map((line) => line.trim());
  if (type === "lines") return lines;
  return type === "date_ranges" ? lines.filter(Boolean).map(meantRange) : text;
}

/** "2026-08-01/2026-08-14" → "1 August 2026 to 14 August 2026" */
function rangeWords(range: string, language: Language) {
  const [from = "", to = ""] = range.split("/");
  return isDay(from) && isDay(to) ? providerWords(language)("facts_form.range", { from: formatDay(from, language), to: formatDay(to, language) }) : range;
}

/** The other way, in figures or words of either language: "1/8/2026 - 14/8/2026" and "1 Awst 2026 tan 14 Awst 2026" are understood too. What is not understood stays as it is. */
function meantRange(line: string): string {
  const [from, to, ...more] = line.split(/\s+(?:to|until|i|tan|hyd|[-–—])\s+/i);
  const days = [from, to ?? from].map((each) => (each === undefined ? undefined : meantDay(each)));
  return more.length === 0 && days[0] && days[1] ? `${days[0]}/${days[1]}` : line;
}

function meantDay(text: string): string | undefined {
  if (isDay(text)) return text;
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[\s./-]+([a-z]+|\d{1,2})[\s./-]+(\d{4})$/i.exec(text.trim()) ?? [];
  const number = /^\d+$/.test(month) ? Number(month) : Math.max(...languages.map((language) => monthNumber(month, monthNames[language])));
  const iso = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(iso) ? iso : undefined;
}

/** From 1; 0 for what is no month. */
const monthNumber = (typed: string, names: readonly string[]) => (typed.length < 3 ? 0 : names.findIndex((name) => name.toLowerCase().startsWith(typed.toLowerCase())) + 1);
