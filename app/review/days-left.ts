import type { Day } from "~/platform/calendar";
import { workingDaysAfter } from "./working-days";

/** Working days in which the readers are to be done, from the day a submission arrives (Standard rules §C.5). */
export const assessmentDays = 20;

/** Of those, how many are left today. Negative when it is late. */
export const daysLeft = (openedOn: Day, today: Day): number => assessmentDays - workingDaysAfter(openedOn, today);

/** "11 days left of 20", "last day", "3 working days late". */
export function daysLeftWords(left: number): string {
  if (left < 0) return left === -1 ? "1 working day late" : `${-left} working days late`;
  if (left === 0) return "last day";
  return `${left} ${left === 1 ? "day" : "days"} left of ${assessmentDays}`;
}
