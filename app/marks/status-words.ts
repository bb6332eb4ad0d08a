/** What we say of a mark in each of its states. The answer first, in a whole sentence; never more than we know; no reason beyond the fixed ones. */
import { addDays, addMonths, type Day } from "~/platform/calendar";
import { formatDay } from "~/ui/dates";
import type { AwardLevel, Holder, MarkStatus, ReasonClass } from "./mark";
import { hasEnded, isInForce, type MarkFacts, type MarkStanding } from "./status";

/** What the words are about: whose mark it is, for what, and where it stands. */
export type MarkNow = {
  holder: Pick<Holder, "name"> & { standard: Pick<Holder["standard"], "title" | "version"> };
  facts: Pick<MarkFacts, "level" | "conditions" | "awardedOn" | "validUntil">;
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

export const levelNames: Record<AwardLevel, string> = {
  essentials: "Essentials",
  assured: "Assured",
  assured_commended: "Assured with commendation",
  assured_with_conditions: "Assured with conditions",
};

/** What a level says, so that no level looks like a low grade. */
export const levelMeanings: Record<AwardLevel, string> = {
  essentials: "Every must-have is met. Other good practice is still growing.",
  assured: "Every must-have is met, and most other good practice too.",
  assured_commended: "Every must-have is met, and much of the work is leading practice.",
  assured_with_conditions: "Every must-have is met. One or two other points are being put right.",
};

/** The only reasons that are ever public. */
export const reasonWords: Record<ReasonClass, string> = {
  cannot_be_reached: "they cannot be reached",
  paperwork_overdue: "paperwork is overdue",
  being_looked_into: "being looked into",
};

export const statusNames: Record<MarkStatus, string> = {
  live: "In force",
  renewal_being_assessed: "In force, renewal being assessed",
  under_review: "In force, being reviewed",
  suspended: "Suspended",
  withdrawn: "Withdrawn",
  expired: "Expired",
  surrendered: "Given up",
  superseded: "Replaced by a newer mark",
};

const monthsWithdrawnIsSaid = 12;

/** A withdrawal is said for 12 months; from then on only that no mark is held (Standard rules §C.4). `since` is the day it was withdrawn. */
export const noMarkHeld = ({ status, since }: Pick<MarkStanding, "status" | "since">, today: Day): boolean =>
  status === "withdrawn" && today >= addMonths(since, monthsWithdrawnIsSaid);

/** The words for a mark as it stands on this day. */
export function statusWords({ holder: { name, standard }, facts, standing }: MarkNow, today: Day): StatusWords {
  const about = `${name}: ${standard.title} ${standard.version}`;
  if (noMarkHeld(standing, today)) return { ...notHeld, statement: `${about}. No mark held: do not rely on it.` };
  const level = levelWords({ facts, standing });
  const { ending, ...words } = wordsByStatus[standing.status]({
    level: level.name,
    reason: standing.reasonClass,
    awarded: formatDay(facts.awardedOn),
    until: formatDay(facts.validUntil),
    since: formatDay(standing.since),
    dayBefore: formatDay(addDays(standing.since, -1)),
    wasSuspended: hasEnded(standing.status) && standing.history.at(-2)?.status === "suspended",
  });
  return { ...words, statement: `${about}, ${level.name}${level.open ? ` (${level.open})` : ""}, ${ending}.` };
}

/** The level of a mark: its name, what it says, and, while conditions are open, what is to be put right by which day. After that day without clearing: since when it is Essentials. */
export function levelWords({ facts: { level: awarded, conditions }, standing: { status, level } }: Pick<MarkNow, "facts" | "standing">): {
  name: string;
  meaning: string;
  open: string | null;
} {
  const plain = { name: levelNames[level], meaning: levelMeanings[level], open: null };
  if (awarded !== "assured_with_conditions" || !conditions || !isInForce(status)) return plain;
  if (level !== awarded) return { ...plain, name: `${levelNames[level]} since ${formatDay(addDays(conditions.by, 1))}` };
  const count = conditions.criteria.length;
  const by = `to be put right by ${formatDay(conditions.by)}`;
  const meaning = `Every must-have is met. ${count === 1 ? "One other point is" : `${count === 2 ? "Two" : count} other points are`} ${by}.`;
  return { ...plain, meaning, open: `${count === 1 ? "one point" : `${count === 2 ? "two" : count} points`} ${by}` };
}

const notHeld: Omit<StatusWords, "statement"> = {
  answer: "No mark held. Do not rely on this code.",
  state: "No mark held",
  note: "This group does not hold this mark.",
};

type Said = {
  level: string;
  awarded: string;
  until: string;
  since: string;
  dayBefore: string;
  reason: ReasonClass | null;
  /** The last thing said of it before it ended was that it is suspended. Then nothing here may sound as if all had been well. */
  wasSuspended: boolean;
};
type Words = { answer: string; state: string; note: string; ending: string };

const suspendedAtTheEnd = "It was suspended when it ended.";

const wordsByStatus: Record<MarkStatus, (said: Said) => Words> = {
  live: ({ level, until }) => ({
    answer: "Yes: this mark is in force.",
    state: `In force: ${level}`,
    note: `In force until ${until}, unless this page says otherwise.`,
    ending: `is in force until ${until} unless this page says otherwise`,
  }),
  renewal_being_assessed: ({ level, awarded }) => ({
    answer: "Yes: this mark is in force while its renewal is being assessed.",
    state: `In force: ${level}. Renewal being assessed`,
    note: `Mark held since ${awarded}; renewal being assessed.`,
    ending: "is in force while its renewal is being assessed",
  }),
  under_review: ({ level, since }) => ({
    answer: "Yes: this mark is in force, and it is being reviewed.",
    state: `In force: ${level}. Being reviewed since ${since}`,
    note: "The mark is still held while we check. A review is not a finding about anyone.",
    ending: `is in force and has been under review since ${since}`,
  }),
  suspended: ({ since, reason }) => ({
    answer: "No: this mark is suspended. Do not rely on it.",
    state: `Suspended on ${since}`,
    note: `${reason ? `Reason: ${reasonWords[reason]}. ` : ""}Suspending is a precaution while we check. It is not a finding about anyone.`,
    ending: `has been suspended since ${since}: do not rely on it`,
  }),
  withdrawn: ({ since }) => ({
    answer: "No: this mark was withdrawn. Do not rely on it.",
    state: `Withdrawn on ${since}`,
    note: "This group does not hold this mark any more.",
    ending: `was withdrawn on ${since}: do not rely on it`,
  }),
  // A renewal may have carried it past the day on the certificate: the last day in force is the one before it expired.
  expired: ({ awarded, since, dayBefore, wasSuspended }) => ({
    answer: "No: this mark has ended. It is not in force.",
    state: wasSuspended ? `Expired on ${since}` : `Expired. Last day in force: ${dayBefore}`,
    note: wasSuspended
      ? suspendedAtTheEnd
      : `It was not renewed. That says nothing about how good or safe the group is: a mark tells you what we found when we awarded it, here on ${awarded}.`,
    ending: wasSuspended ? `expired on ${since} and was suspended when it ended: do not rely on it` : `expired: its last day in force was ${dayBefore}`,
  }),
  surrendered: ({ since, wasSuspended }) => ({
    answer: "No: this mark was given up. It is not in force.",
    state: `Given up by the group on ${since}`,
    note: wasSuspended ? suspendedAtTheEnd : "They chose to stop holding it. That says nothing about how good or safe the group is.",
    ending: wasSuspended
      ? `was given up by the holder on ${since} and was suspended when it ended: do not rely on it`
      : `was given up by the holder on ${since} and is not in force`,
  }),
  superseded: ({ since }) => ({
    answer: "This mark was replaced by a newer one. Look at the newer one instead.",
    state: `Replaced on ${since}`,
    note: "The group was assessed again, and the newer mark is the one that counts.",
    ending: `was replaced by a newer mark on ${since}`,
  }),
};
