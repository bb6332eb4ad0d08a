import { addMonths, type Day } from "~/platform/calendar";

/** For so many months somebody who has left a group judges nothing of it (Standard rules §C.5). */
export const barMonths = 24;

/** Somebody a moderator may think of as a reader, and what is known of them and this case. */
export type Candidate = {
  personId: string;
  isAssessor: boolean;
  ofProvider: boolean;
  /** The last day on which they belonged to the provider; null where they never did, or do. */
  belongedUntil: Day | null;
  /** Of the provider's last two decided cases they were the assessor of both. */
  assessedLastTwo: boolean;
  /** Declared a conflict on this very case before. */
  declaredConflict: boolean;
};
export type ReaderFault = "nobody" | "not_an_assessor" | "reader_of_provider" | "was_of_provider" | "assessed_twice" | "declared_conflict" | "same_person" | "no_change";

/** What stands against this person as a reader today, or nothing. No role, and nobody's word, overrules one of these. */
export function faultOf(candidate: Candidate | undefined, today: Day): ReaderFault | undefined {
  if (!candidate) return "nobody";
  if (!candidate.isAssessor) return "not_an_assessor";
  if (candidate.ofProvider) return "reader_of_provider";
  if (candidate.belongedUntil !== null && today < barredUntil(candidate.belongedUntil)) return "was_of_provider";
  if (candidate.assessedLastTwo) return "assessed_twice";
  if (candidate.declaredConflict) return "declared_conflict";
  return undefined;
}

/** The first day on which somebody who left on this day may read again. */
export const barredUntil = (left: Day): Day => addMonths(left, barMonths);
