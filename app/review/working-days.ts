import { addDays, type Day, daysBetween } from "~/platform/calendar";
import { bankHolidays, type Nation } from "./bank-holidays";

const aMonday = "2024-01-01";

/** Monday 0 … Sunday 6. */
const weekday = (day: Day) => ((daysBetween(aMonday, day) % 7) + 7) % 7;

/** No weekend, and no bank holiday of that nation that we know of. */
export const isWorkingDay = (day: Day, nation: Nation): boolean => weekday(day) < 5 && !bankHolidays[nation].includes(day);

/** How many working days have begun after the first day, up to and with the second. Nought when the second is not later. */
export function workingDaysAfter(from: Day, to: Day, nation: Nation): number {
  const days = daysBetween(from, to);
  if (days <= 0) return 0;
  const start = weekday(from);
  const inLastWeek = Array.from({ length: days % 7 }, (_, index) => (start + 1 + index) % 7).filter((each) => each < 5).length;
  const off = bankHolidays[nation].filter((day) => day > from && day <= to && weekday(day) < 5).length;
  return Math.floor(days / 7) * 5 + inLastWeek - off;
}

/** The day on which so many working days have begun after the first: a deadline, which is therefore never on a day off. The first day itself for nought. */
export function addWorkingDays(from: Day, count: number, nation: Nation): Day {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, nation)) left -= 1;
  }
  return day;
}
