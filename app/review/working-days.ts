import { type Day, daysBetween } from "~/platform/calendar";
import { bankHolidays } from "./bank-holidays";

const aMonday = "2024-01-01";

/** Monday 0 … Sunday 6. */
const weekday = (day: Day) => ((daysBetween(aMonday, day) % 7) + 7) % 7;

/** No weekend, and no bank holiday of England and Wales that we know of. */
export const isWorkingDay = (day: Day): boolean => weekday(day) < 5 && !bankHolidays.includes(day);

/** How many working days have begun after the first day, up to and with the second. Nought when the second is not later. */
export function workingDaysAfter(from: Day, to: Day): number {
  const days = daysBetween(from, to);
  if (days <= 0) return 0;
  const start = weekday(from);
  const inLastWeek = Array.from({ length: days % 7 }, (_, index) => (start + 1 + index) % 7).filter((each) => each < 5).length;
  const off = bankHolidays.filter((day) => day > from && day <= to && weekday(day) < 5).length;
  return Math.floor(days / 7) * 5 + inLastWeek - off;
}
