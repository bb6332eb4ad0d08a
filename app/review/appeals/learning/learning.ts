import type { Day } from "~/platform/calendar";

/** How many appeals were sent in a calendar year, London, and what became of them; the rest is still open. */
export type YearOfAppeals = { year: number; sent: number; upheld: number; partly: number; notUpheld: number; takenBack: number };
/** What was learnt from them, as it is published. `at`: since when. */
export type LearntYear = YearOfAppeals & { words: string; at: string };

/** How long the words are, spaces at the ends not counted. */
export const learntBounds = { least: 40, most: 5000 } as const;
/** So many years back it can still be written, or written anew: as long as their cases are kept. */
const yearsBack = 5;

/** The years that can be written of: such as are over in London, the newest first. Of a year that runs nothing is said yet. */
export const yearsToTell = (today: Day): number[] => Array.from({ length: yearsBack }, (_, back) => Number(today.slice(0, 4)) - 1 - back);

export type LearntFault = "year_runs" | "no_appeals" | "words_short" | "words_long";
/** What is wrong with what somebody would publish of this year; undefined when nothing is. */
export function learntFault({ year, words, sent }: { year: number; words: string; sent: number }, today: Day): LearntFault | undefined {
  if (!yearsToTell(today).includes(year)) return "year_runs";
  if (sent === 0) return "no_appeals";
  const { length } = words.trim();
  if (length < learntBounds.least) return "words_short";
  return length > learntBounds.most ? "words_long" : undefined;
}

export const learntFaultWords: Record<LearntFault | "personal", string> = {
  year_runs: "Choose a year that is over",
  no_appeals: "Nobody appealed in this year",
  words_short: `Write at least ${learntBounds.least} characters`,
  words_long: `Write no more than ${learntBounds.most.toLocaleString("en-GB")} characters`,
  personal: "This holds somebody’s personal details. Name no person and no group",
};
