import { useLanguage } from "~/platform/language";
import { formatDay, formatMoment, formatShortDay } from "./dates";

export type DayProps = { /** "2026-11-22" */ day: string; short?: boolean };
export type MomentProps = { /** "2026-11-22T14:02:11Z" */ at: string };

/** A calendar day in words. */
export function Day({ day, short }: DayProps) {
  const language = useLanguage();
  return <time dateTime={day}>{short ? formatShortDay(day, language) : formatDay(day, language)}</time>;
}

/** An instant, as a clock in London shows it. */
export const Moment = ({ at }: MomentProps) => <time dateTime={at}>{formatMoment(at, useLanguage())}</time>;
