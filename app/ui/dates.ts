import type { Language } from "~/platform/words";

/** January first. */
export const monthNames: Record<Language, readonly string[]> = {
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  cy: ["Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"],
};
const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

const shortWelsh = new Intl.DateTimeFormat("cy", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });

/** "2026-11-22" → "22 November 2026", "22 Tachwedd 2026". Takes a calendar day, not an instant; throws on anything else. */
export function formatDay(day: string, language: Language = "en"): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${monthNames[language][month - 1]} ${year}`;
}

/** "2026-11-22" → "22 Nov 2026": where room is short. May, June and July stay whole. */
export function formatShortDay(day: string, language: Language = "en"): string {
  const { year, month, date } = partsOf(day);
  if (language === "cy") return shortWelsh.format(Date.UTC(year, month - 1, date));
  const name = monthNames.en[month - 1] ?? "";
  return `${date} ${name.length <= 4 ? name : name.slice(0, 3)} ${year}`;
}

/** "2026-11-22T14:02:11Z" → "22 November 2026, 14:02", on a clock in London. Throws on anything that is no instant. */
export function formatMoment(instant: string, language: Language = "en"): string {
  const { hour, minute } = londonParts(instant);
  return `${formatDay(dayOfMoment(instant), language)}, ${hour}:${minute}`;
}

/** "2026-11-22T14:02:11Z" → "14:02", on a clock in London. Throws on anything that is no instant. */
export function formatTime(instant: string): string {
  const { hour, minute } = londonParts(instant);
  return `${hour}:${minute}`;
}

/** The calendar day of an instant in London: "2026-06-30T23:30:00Z" → "2026-07-01". */
export function dayOfMoment(instant: string): string {
  const { year, month, day } = londonParts(instant);
  return `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
}

/** What three boxes hold, trimmed → the day, or undefined when there is no such day. Years of four digits only. */
export function dayOf({ day, month, year }: { day: string; month: string; year: string }): string | undefined {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(iso) ? iso : undefined;
}

/** Whether the text is a day of the calendar: 29 February only in leap years. */
export function isDay(text: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined || month < 1 || month > 12) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return date >= 1 && date <= days;
}

function partsOf(day: string) {
  if (!isDay(day)) throw new RangeError(`Not a day: ${day}`);
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return { year, month, date };
}

function londonParts(instant: string): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) throw new RangeError(`Not an instant: ${instant}`);
  return Object.fromEntries(london.formatToParts(at).map(({ type, value }) => [type, value]));
}
