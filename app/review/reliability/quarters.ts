import { type Day, startOfDay } from "~/platform/calendar";
import type { Language } from "~/platform/words";
import { monthNames } from "~/ui/dates";

/** A quarter of the calendar in London: `2026-Q4`. */
export type Quarter = string;
export const isQuarter = (text: string): boolean => /^\d{4}-Q[1-4]$/.test(text);

const partsOf = (quarter: Quarter) => ({ year: Number(quarter.slice(0, 4)), no: Number(quarter.slice(6)) });
const firstDay = (year: number, no: number): Day => `${year}-${String(no * 3 - 2).padStart(2, "0")}-01`;

export function quarterAfter(quarter: Quarter): Quarter {
  const { year, no } = partsOf(quarter);
  return no === 4 ? `${year + 1}-Q1` : `${year}-Q${no + 1}`;
}

export function quarterBefore(quarter: Quarter): Quarter {
  const { year, no } = partsOf(quarter);
  return no === 1 ? `${year - 1}-Q4` : `${year}-Q${no - 1}`;
}

/** Its first instant, and the first after it. */
export function boundsOf(quarter: Quarter): { from: Date; until: Date } {
  const [{ year, no }, next] = [partsOf(quarter), partsOf(quarterAfter(quarter))];
  return { from: startOfDay(firstDay(year, no)), until: startOfDay(firstDay(next.year, next.no)) };
}

/** "October to December 2026", "Hydref – Rhagfyr 2026". */
export function quarterWords(quarter: Quarter, language: Language = "en"): string {
  const { year, no } = partsOf(quarter);
  const [first, last] = [monthNames[language][no * 3 - 3], monthNames[language][no * 3 - 1]];
  return language === "cy" ? `${first} – ${last} ${year}` : `${first} to ${last} ${year}`;
}
