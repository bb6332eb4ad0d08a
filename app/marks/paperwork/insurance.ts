/** What follows when the insurance that a group has told us of runs out, and no new date comes (Standard rules §C.4). */
import { addDays, type Day, startOfDay } from "~/platform/calendar";
import type { Owed } from "./owed";

/** The fact that holds the date: the last day of cover. */
export const insuranceFact = "insurance_expiry";
/** Days without cover that we know of before the marks are suspended; the first of them is day 0. */
const daysWithout = 8;

/** The first day without cover that we know of, where it has come. */
export function uncoveredSince(insuredUntil: Day | null, today: Day): Day | undefined {
  if (insuredUntil === null || today <= insuredUntil) return undefined;
  return addDays(insuredUntil, 1);
}

/** The day on which the marks are suspended if no new date comes. */
export const suspendedFrom = (uncovered: Day): Day => addDays(uncovered, daysWithout);

/** What a lapsed insurance asks of the rules: nothing but a word on the pages for eight days, then a suspension. */
export function insuranceOwed(insuredUntil: Day | null, today: Day): Owed[] {
  const uncovered = uncoveredSince(insuredUntil, today);
  return uncovered && today >= suspendedFrom(uncovered) ? [{ what: "insurance", since: startOfDay(suspendedFrom(uncovered)), demands: "suspend" }] : [];
}
