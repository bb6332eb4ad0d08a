import { addDays, type Day, londonDay } from "~/platform/calendar";
import type { Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import { providerWords } from "./words/provider-words";

/** Days before a planned break from which it is shown. */
const daysBefore = 14;

export type PlannedBreak = { from: Day; to: Day /** Whether today is one of its days. */; now: boolean };

/** The next planned break, of ranges such as "2026-08-01/2026-08-14", while it lasts and for 14 days before. */
export function plannedBreak(ranges: readonly string[], moment: Date): PlannedBreak | undefined {
  const today = londonDay(moment);
  const [next] = ranges
    .map((range) => {
      const [from = "", to = ""] = range.split("/");
      return { from, to };
    })
    .filter(({ from, to }) => addDays(from, -daysBefore) <= today && today <= to)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return next && { ...next, now: next.from <= today };
}

/** The days on which something else is said of these breaks than the day before. */
export const breakTurnsOn = (ranges: readonly string[]): Day[] =>
  ranges.flatMap((range) => {
    const [from = "", to = ""] = range.split("/");
    return [addDays(from, -daysBefore), from, addDays(to, 1)];
  });

/** "On a planned break until 14 August 2026" · "Planned break from 1 to …" */
export function breakWords({ from, to, now }: PlannedBreak, language: Language = "en"): string {
  const t = providerWords(language);
  const days = { from: formatDay(from, language), to: formatDay(to, language) };
  if (now) return from === to ? t("break.today") : t("break.until", days);
  return from === to ? t("break.on", days) : t("break.from", days);
}
