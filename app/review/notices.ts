import { type Clock, clockRules } from "./clocks";

export const noticeKinds = ["soon", "last", "late"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** How many days of a deadline are left when somebody is told of it: working days, or days of the calendar, as its rule counts. */
export const noticeDays = { ours: { soon: 5, last: 1 }, theirs: { soon: 7, last: 1 } } as const;

/**
 * What is to be told of a deadline today; of several that have come at once only the nearest. Null where nothing is: it stands still, or it is a right and nobody owes it.
 * Of a short one nothing before its last two days: who it is due from was told when it began. A provider's that is over is told of by what ends it, unless its rule says `after`.
 */
export function noticeOf({ of, whose, left, paused }: Pick<Clock, "of" | "whose" | "left" | "paused">): NoticeKind | null {
  const rule: { days: number; right?: true; notice?: { soon: number; last: number }; after?: true } = clockRules[of];
  const { soon, last } = rule.notice ?? noticeDays[whose];
  if (rule.right || paused) return null;
  if (left < 0) return whose === "ours" || rule.after ? "late" : null;
  if (left <= last) return "last";
  return left <= soon && soon < rule.days ? "soon" : null;
}
