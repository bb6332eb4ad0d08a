import { addDays, addMonths, type Day } from "~/platform/calendar";

const months = 24;

/**
 * The last day in force of a mark awarded on this day, Europe/London: the day before the second anniversary (Marks §C.2).
 * 10 March 2026 → 9 March 2028. 29 February 2028 has its anniversary on 1 March 2030, so → 28 February 2030.
 */
export function validUntil(awardedOn: Day): Day {
  const sameDay = addMonths(awardedOn, months);
  const exists = sameDay.slice(8) === awardedOn.slice(8);
  return exists ? addDays(sameDay, -1) : sameDay;
}
