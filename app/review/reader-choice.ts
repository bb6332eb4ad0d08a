import type { Day } from "~/platform/calendar";
import { barOf, freeFrom, type KnownInterest, kinds } from "./interests/kinds";
import { isSwap } from "./interests/swap";

/** Somebody a moderator may think of as a reader, and what is known of them and this case. */
export type Candidate = {
  personId: string;
  isAssessor: boolean;
  ofProvider: boolean;
  /** The last day on which they belonged to the provider; null where they never did, or do. */
  belongedUntil: Day | null;
  /** The ties to the provider that they have stated. */
  interests: readonly KnownInterest[];
  /** The last day on which the provider's own people read a case of an organisation they belong to; null where none did. */
  readByTheirs: Day | null;
  /** Of the provider's last two decided cases they were the assessor of both. */
  assessedLastTwo: boolean;
  /** Was not awarded twice running for this standard, and they were the assessor both times: this would be their second of what was sent again. */
  assessedSentAgain: boolean;
  /** Declared a conflict on this very case before. */
  declaredConflict: boolean;
  /** The provider objected to their reading this very case, and a moderator agreed. */
  objectedTo: boolean;
};
export type ReaderFault =
  | "nobody"
  | "not_an_assessor"
  | "reader_of_provider"
  | "was_of_provider"
  | "has_tie"
  | "swap"
  | "assessed_twice"
  | "assessed_again"
  | "declared_conflict"
  | "objected_to"
  | "same_person"
  | "no_change";

/** What stands against this person as a reader today, or nothing. No role, and nobody's word, overrules one of these. */
export function faultOf(candidate: Candidate | undefined, today: Day): ReaderFault | undefined {
  if (!candidate) return "nobody";
  if (!candidate.isAssessor) return "not_an_assessor";
  if (candidate.ofProvider) return "reader_of_provider";
  if (candidate.belongedUntil !== null && today < freeToRead(candidate.belongedUntil)) return "was_of_provider";
  if (barOf(candidate.interests, today)) return "has_tie";
  if (isSwap(candidate.readByTheirs, today)) return "swap";
  if (candidate.assessedLastTwo) return "assessed_twice";
  if (candidate.assessedSentAgain) return "assessed_again";
  if (candidate.declaredConflict) return "declared_conflict";
  if (candidate.objectedTo) return "objected_to";
  return undefined;
}

/** The first day on which somebody who belonged to it until this day may read again. */
export const freeToRead = (until: Day): Day => freeFrom(until, kinds.belongs.months);
