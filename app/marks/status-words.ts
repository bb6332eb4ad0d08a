/** What we say of a mark in each of its states. The answer first, in a whole sentence; never more than we know; no reason beyond the fixed ones. */
import { addDays, addMonths, type Day } from "~/platform/calendar";
import type { Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import { type AwardLevel, awardLevels, type Holder, type MarkStatus, markStatuses, type ReasonClass, reasonClasses } from "./mark";
import { hasEnded, isInForce, type MarkFacts, type MarkStanding } from "./status";
import { markWords } from "./words/mark-words";

/** What the words are about: whose mark it is, for what, and where it stands. */
export type MarkNow = {
  holder: Pick<Holder, "name"> & { standard: Pick<Holder["standard"], "title" | "version"> };
  facts: Pick<MarkFacts, "level" | "conditions" | "cleared" | "awardedOn" | "validUntil">;
  standing: Pick<MarkStanding, "status" | "level" | "since" | "reasonClass" | "history">;
};

export type StatusWords = {
  /** The first sentence of the page. */
  answer: string;
  /** The state in a few words: "In force: Assured", "Suspended on 14 November 2026". */
  state: string;
  /** What that means and does not mean. */
  note: string;
  /** One sentence with everything in it, for a record or a machine. */
  statement: string;
};

const each = <Key extends string>(keys: readonly Key[], say: (key: Key) => string) => Object.fromEntries(keys.map((key) => [key, say(key)])) as Record<Key, string>;

export const levelNamesIn = (language: Language): Record<AwardLevel, string> => each(awardLevels, (level) => markWords(language)(`level.${level}.name`));
/** What a level says, so that no level looks like a low grade. */
export const levelMeaningsIn = (language: Language): Record<AwardLevel, string> => each(awardLevels, (level) => markWords(language)(`level.${level}.meaning`));
/** The only reasons that are ever public. */
export const reasonWordsIn = (language: Language): Record<ReasonClass, string> => each(reasonClasses, (reason) => markWords(language)(`reason.${reason}`));
export const statusNamesIn = (language: Language): Record<MarkStatus, string> => each(markStatuses, (status) => markWords(language)(`status.${status}`));

// In English: for data, for letters and for the pages of work.
export const levelNames = levelNamesIn("en");
export const levelMeanings = levelMeaningsIn("en");
export const reasonWords = reasonWordsIn("en");
export const statusNames = statusNamesIn("en");

const monthsWithdrawnIsSaid = 12;

/** The first day on which only that is said of a mark withdrawn on this day. */
export const noMarkHeldFrom = (withdrawnOn: Day): Day => addMonths(withdrawnOn, monthsWithdrawnIsSaid);

/** A withdrawal is said for 12 months; from then on only that no mark is held (Standard rules §C.4). `since` is the day it was withdrawn. */
export const noMarkHeld = ({ status, since }: Pick<MarkStanding, "status" | "since">, today: Day): boolean => status === "withdrawn" && today >= noMarkHeldFrom(since);

/** The words for a mark as it stands on this day. Data, letters and the pages of work are in English; a page for everybody names its language. */
export function statusWords({ holder: { name, standard }, facts, standing }: MarkNow, today: Day, language: Language = "en"): StatusWords {
  const t = markWords(language);
  const day = (which: Day) => formatDay(which, language);
  const level = levelWords({ facts, standing }, language);
  const values = {
    name,
    standard: standard.title,
    version: standard.version,
    level: level.name,
    awarded: day(facts.awardedOn),
    until: day(facts.validUntil),
    since: day(standing.since),
    dayBefore: day(addDays(standing.since, -1)),
    reason: standing.reasonClass ? t(`reason.${standing.reasonClass}`) : "",
  };
  const said = noMarkHeld(standing, today) ? "none" : saidOf(standing);
  return {
    answer: t(`said.${said}.answer`),
    state: t(`said.${said}.state`, values),
    note: standing.reasonClass && said === "suspended" ? t("said.suspended.note_with_reason", values) : t(`said.${said}.note`, values),
    statement: t(`said.${said}.statement`, { ...values, level: level.open ?? level.name }),
  };
}

/** Its status, and whether the last thing said of it before it ended was that it is suspended. Then nothing may sound as if all had been well. */
function saidOf({ status, history }: MarkNow["standing"]) {
  const wasSuspended = hasEnded(status) && history.at(-2)?.status === "suspended";
  return wasSuspended && (status === "expired" || status === "surrendered") ? (`${status}_suspended` as const) : status;
}

/** The level of a mark: its name, what it says, and, while conditions are open, its name with what is to be put right by which day. After that day without clearing: since when it is Essentials. */
export function levelWords(
  { facts: { level: awarded, conditions, cleared = [] }, standing: { status, level } }: Pick<MarkNow, "facts" | "standing">,
  language: Language = "en",
): { name: string; meaning: string; open: string | null } {
  const t = markWords(language);
  const plain = { name: t(`level.${level}.name`), meaning: t(`level.${level}.meaning`), open: null };
  if (awarded !== "assured_with_conditions" || !conditions || !isInForce(status)) return plain;
  if (level === "assured") return plain;
  if (level !== awarded) return { ...plain, name: t("conditions.lapsed", { since: formatDay(addDays(conditions.by, 1), language) }) };
  const count = conditions.criteria.filter((each) => !cleared.some(({ criterion }) => criterion === each)).length;
  const size = count === 1 ? "one" : count === 2 ? "two" : "more";
  const values = { count, by: formatDay(conditions.by, language) };
  return { ...plain, meaning: t(`conditions.${size}.meaning`, values), open: t(`conditions.${size}.level`, values) };
}
