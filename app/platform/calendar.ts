import { Temporal } from "temporal-polyfill";

/** Calendar days are ISO dates (`2026-11-22`) of Europe/London, whatever the machine's zone. */
export type Day = string;
const zone = "Europe/London";
const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });

/** The day it is in London at this instant. */
export const londonDay = (instant: Date): Day => parts.format(instant);

/** Throws on anything that is no day of the calendar. */
export function addDays(day: Day, days: number): Day {
  const start = new Date(`${day}T00:00:00Z`);
  if (start.toISOString().slice(0, 10) !== day) throw new RangeError(`Not a day: ${day}`);
  start.setUTCDate(start.getUTCDate() + days);
  return start.toISOString().slice(0, 10);
}

/** The same day of the month, or the last one where there is none: 31 January + 1 month = 28 February. */
export const addMonths = (day: Day, months: number): Day => Temporal.PlainDate.from(day).add({ months }).toString();

/** Whole days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;

/** The first instant of a day in London. */
export function startOfDay(day: Day): Date {
  const known = starts.get(day);
  if (known !== undefined) return new Date(known);
  const start = Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
  if (starts.size === startsAtMost) starts.clear();
  starts.set(day, start);
  return new Date(start);
}

// Everything that shows a mark asks for the same few days, and working one out costs more than all the rest of the answer.
const starts = new Map<Day, number>();
const startsAtMost = 10_000;
