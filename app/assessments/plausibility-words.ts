import { formatDay } from "~/ui/dates";
import { type PlausibilityCheck, plausibilityChecks, type Warning } from "./plausibility";

/** What a reply may hold. */
const replyMost = 500;

/** What was typed to warnings, each under the name of its check; too long a reply is an error beside its field. Anything else in the form is left alone. */
export function repliesIn(form: FormData) {
  const sent = plausibilityChecks.flatMap((check) => {
    const words = form.get(check);
    return typeof words === "string" ? [{ check, words: words.replaceAll("\r\n", "\n").slice(0, 5000) }] : [];
  });
  return {
    replies: sent,
    typed: Object.fromEntries(sent.map(({ check, words }) => [check, words])) as Record<string, string>,
    errors: Object.fromEntries(sent.filter(({ words }) => words.length > replyMost).map(({ check }) => [check, `Say it in ${replyMost} characters or fewer`])) as Record<
      string,
      string
    >,
  };
}

/** What does not seem to fit, in a sentence or two, for the people who may know better: what we see, and what to do if it is so. */
export const warningWords = ({ check, figures }: Warning): string => words[check](figures);

type Figures = Warning["figures"];
const words: Record<PlausibilityCheck, (figures: Figures) => string> = {
  caseload: ({ said, limit }) => `You say up to ${said} new people a year for each full-time link worker. More than ${limit} is hard to do well.`,
  hours: ({ said, hours, limit }) => `First meetings with ${said} people would alone take ${hours} hours a year. A full-time worker has about ${limit} hours with people.`,
  open_cases: ({ said, limit }) => `You have ${said} open cases now, and say that you can take ${limit} at once.`,
  wait_and_record: ({ said, record }) => `You say that people wait ${days(said)}, but in the last 3 months the middle wait was ${days(record)}.`,
  long_wait: ({ said }) => `You are taking people now, and the wait is ${days(said)}. ‘Waiting list’ may tell them better what to expect.`,
  on_a_break: ({ until }) => `You are taking people now, and on a planned break until ${day(until)}. Your page shows the break first.`,
  ages: ({ youngest, oldest }) => `Your youngest age, ${youngest}, is above your oldest, ${oldest}.`,
  under_18s: () => "You work with people under 18, and nothing in your answers speaks of keeping children safe.",
  insurance_before_award: ({ expiry }) =>
    `Your insurance runs out on ${day(expiry)}, which may be before this is decided. Without insurance in date that day, insurance cannot be Met.`,
  insurance_during_mark: ({ expiry }) => `Your insurance runs out on ${day(expiry)}, while a mark would still run. Tell us the new date when you renew it.`,
  one_phone: ({ phone }) => `${phone} is the number for referrals and for complaints. Is there a second person whom somebody with a complaint could ring?`,
  personal_email: ({ host }) => `Your email for referrals is at ${host}. Many small groups have only this. Details of patients cannot be sent there.`,
  limits_text: () => "‘What we cannot support’ says very little. A line or two helps the person who decides whether to send somebody.",
  small_numbers: () => "Numbers under 5 are shown as ‘fewer than 5’, so that nobody can be recognised.",
};

const days = (count: string | number | undefined) => (count === 1 ? "1 day" : `${count} days`);
const day = (value: string | number | undefined) => formatDay(String(value));
