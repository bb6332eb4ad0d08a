import { formatDay } from "~/ui/dates";
import type { Clock, ClockName } from "./clocks";
import { daysLeftWords } from "./days-left";

/** What each deadline is for, as the scheme's own people read it. */
export const clockWords: Record<ClockName, string> = {
  reading: "Our time to read",
  answers: "The group’s time to answer",
  check: "The group’s time to check the draft report",
  decision: "Our time to decide",
  appeal: "The group’s time to appeal",
};

/** How much is left of a deadline, and its last day: "11 days left of 20, paused". */
export function clockLeft({ of, left, due, paused }: Clock): string {
  if (of === "reading") return paused ? daysLeftWords(left, true) : `${daysLeftWords(left)}, until ${formatDay(due)}`;
  if (left < 0) return `Over since ${formatDay(due)}`;
  return left === 0 ? `Last day: ${formatDay(due)}` : `Until ${formatDay(due)}`;
}
