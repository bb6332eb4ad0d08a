/** What we say of a mark in each of its states. The answer first, in a whole sentence; never more than we know; no reason beyond the fixed ones. */
import { addDays, type Day } from "~/platform/calendar";
import { formatDay } from "~/ui/dates";
import type { AwardLevel, MarkStatus, ReasonClass } from "./mark";
import type { MarkStanding } from "./status";

/** What the words are about: whose mark it is, for what, and where it stands. */
export type MarkNow = {
  holder: string;
  standard: { title: string; version: string };
  awardedOn: Day;
  validUntil: Day;
  standing: Pick<MarkStanding, "status" | "level" | "since" | "reasonClass">;
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
  assured_commended: "Assured, with commendation",
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

/** The words for a mark as it stands. */
export function statusWords({ holder, standard, awardedOn, validUntil, standing }: MarkNow): StatusWords {
  const level = levelNames[standing.level];
  const { ending, ...words } = wordsByStatus[standing.status]({
    level,
    reason: standing.reasonClass,
    awarded: formatDay(awardedOn),
    until: formatDay(validUntil),
    since: formatDay(standing.since),
    dayBefore: formatDay(addDays(standing.since, -1)),
  });
  return { ...words, statement: `${holder}: ${standard.title} ${standard.version}, ${level}, ${ending}.` };
}

type Said = { level: string; awarded: string; until: string; since: string; dayBefore: string; reason: ReasonClass | null };
type Words = { answer: string; state: string; note: string; ending: string };

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
  expired: ({ awarded, dayBefore }) => ({
    answer: "No: this mark has ended. It is not in force.",
    state: `Expired. Last day in force: ${dayBefore}`,
    note: `It was not renewed. That says nothing about how good or safe the group is: a mark tells you what we found when we awarded it, here on ${awarded}.`,
    ending: `expired: its last day in force was ${dayBefore}`,
  }),
  surrendered: ({ since }) => ({
    answer: "No: this mark was given up. It is not in force.",
    state: `Given up by the group on ${since}`,
    note: "They chose to stop holding it. That says nothing about how good or safe the group is.",
    ending: `was given up by the holder on ${since} and is not in force`,
  }),
  superseded: ({ since }) => ({
    answer: "This mark was replaced by a newer one. Look at the newer one instead.",
    state: `Replaced on ${since}`,
    note: "The group was assessed again, and the newer mark is the one that counts.",
    ending: `was replaced by a newer mark on ${since}`,
  }),
};
