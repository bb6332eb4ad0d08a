/** Somebody a moderator may think of as a reader, and what is known against it. */
export type Candidate = { personId: string; isAssessor: boolean; ofProvider: boolean /** Declared a conflict on this very case before. */; declaredConflict: boolean };
export type ReaderFault = "nobody" | "not_an_assessor" | "reader_of_provider" | "declared_conflict" | "same_person" | "no_change";

/** What stands against this person as a reader, or nothing. */
export function faultOf(candidate: Candidate | undefined): ReaderFault | undefined {
  if (!candidate) return "nobody";
  if (!candidate.isAssessor) return "not_an_assessor";
  if (candidate.ofProvider) return "reader_of_provider";
  if (candidate.declaredConflict) return "declared_conflict";
  return undefined;
}
