import { addDays, addMonths, type Day } from "~/platform/calendar";

/** So many days or months, counted from a day of the London calendar. */
export type Keep = { days: number } | { months: number };

/**
 * How long each thing is kept (Standard rules §G.4). The key names it, and names its words in the book: what it is, what it is counted from, what remains.
 * Where the Standard rules say nothing, a thing that was never used is kept like a draft.
 */
export const rules = {
  /** Sent, and decided without a mark or taken back: until nobody can appeal any more. */
  evidence: { days: 28 },
  /** Sent, and awarded: counted from the last day of the mark. */
  evidence_awarded: { months: 6 },
  /** In the library and never sent. */
  evidence_unsent: { months: 24 },
  drafts: { months: 24 },
  /** Answers, ratings, reasons, moderation, letters. */
  cases: { months: 72 },
  /** Part of their case, and gone with it. */
  declarations: { months: 72 },
  contact_tests: { months: 24 },
  room: { months: 36 },
  /** Closed and not upheld. */
  concerns: { months: 24 },
  /** Upheld, or told to an agency: a matter of safeguarding. */
  concerns_upheld: { months: 84 },
  mails: { months: 12 },
} satisfies Record<string, Keep>;
export type RuleKey = keyof typeof rules;
export const ruleKeys = Object.keys(rules) as RuleKey[];

/** Months after the last edit at which a group is warned that its draft will go (Standard rules §G.4). */
export const warnedAt = [22, 23] as const;
/** A draft stays at least so many days after the second warning, however late that came. */
export const warnedBefore = 28;
/** Days between the saying and the doing. */
export const planAhead = 7;

/** The last day on which something is kept. The same day of a month, or its last one where there is none: 29 February and 72 months is 28 February. */
export const lastDay = (from: Day, keep: Keep): Day => ("days" in keep ? addDays(from, keep.days) : addMonths(from, keep.months));

/** Whether its time is over: from the day after the last. */
export const isOver = (from: Day, keep: Keep, today: Day): boolean => lastDay(from, keep) < today;

/** The newest day that is over: whatever is counted from it or from an earlier one has had its time. */
export function overUpTo(today: Day, keep: Keep): Day {
  if ("days" in keep) return addDays(today, -keep.days - 1);
  let day = addMonths(today, -keep.months);
  while (!isOver(day, keep, today)) day = addDays(day, -1);
  while (isOver(addDays(day, 1), keep, today)) day = addDays(day, 1);
  return day;
}
