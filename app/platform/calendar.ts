import { Temporal } from "temporal-polyfill";

/** Calendar days are ISO dates (`2026-11-22`) of Europe/London, whatever the machine's zone. */
export type Day = string;
const zone = "Europe/London";
const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });

/** The day it is in London at this instant. */
export const londonDay = (instant: Date): Day => parts.format(instant);

export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString();

/** The same day of the month, or the last one where there is none: 31 January + 1 month = 28 February. */
export const addMonths = (day: Day, months: number): Day => Temporal.PlainDate.from(day).add({ months }).toString();

/** Whole days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;

/** The first instant of a day in London. */
export const startOfDay = (day: Day): Date => new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
