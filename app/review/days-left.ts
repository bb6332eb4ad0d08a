import type { CaseState } from "~/assessments/workflow";
import { type Day, londonDay } from "~/platform/calendar";
import type { Nation } from "./bank-holidays";
import { workingDaysAfter } from "./working-days";

/** Working days in which the readers are to be done, from the day a submission arrives (Standard rules §C.5). */
export const assessmentDays = 20;

/** Of those, how many are left today, by the working days of where the provider is. Negative when it is late. */
export const daysLeft = (openedOn: Day, today: Day, nation: Nation): number => assessmentDays - workingDaysAfter(openedOn, today, nation);

/** The same for a case at a moment; null once it is read, or taken back. */
export const daysLeftIn = ({ state, openedAt, nation }: { state: CaseState; openedAt: Date; nation: Nation }, now: Date): number | null =>
  state === "waiting" || state === "declaring" || state === "assessing" ? daysLeft(londonDay(openedAt), londonDay(now), nation) : null;

/** "11 days left of 20", "last day", "3 working days late". */
export function daysLeftWords(left: number): string {
  if (left < 0) return left === -1 ? "1 working day late" : `${-left} working days late`;
  if (left === 0) return "last day";
  return `${left} ${left === 1 ? "day" : "days"} left of ${assessmentDays}`;
}
