import type { Day } from "~/platform/calendar";
import { formatDay } from "~/ui/dates";
import { isNewToReading } from "./depth";
import { barredUntil, type Candidate, faultOf, type ReaderFault } from "./reader-choice";
import { readerFaultWords } from "./refusal-words";

/** What the order of suggestions rests on. */
export type Suggestible = Candidate & {
  name: string;
  /** Cases they have yet to read to the end. */
  openCases: number;
  /** Others given to them to read, and not taken away again. */
  casesBefore: number;
  /** Of those, this provider's. */
  ofThisProvider: number;
};
export type Suggestion = { personId: string; name: string /** In a sentence: what speaks for or against them. */; why: string; fault: ReaderFault | null };

/**
 * Everybody who might read a case, best first: those whom nothing bars, the least busy before the busier, then who knows the provider least, then by name. Each with its why.
 * The order is a suggestion; whom nothing bars can be chosen.
 */
export function suggestions(candidates: readonly Suggestible[], today: Day): Suggestion[] {
  const looked = candidates.map((candidate) => ({ candidate, fault: faultOf(candidate, today) ?? null }));
  looked.sort(
    (one, other) =>
      Number(one.fault !== null) - Number(other.fault !== null) ||
      one.candidate.openCases - other.candidate.openCases ||
      one.candidate.ofThisProvider - other.candidate.ofThisProvider ||
      one.candidate.name.localeCompare(other.candidate.name),
  );
  return looked.map(({ candidate, fault }) => ({ personId: candidate.personId, name: candidate.name, why: fault ? whyNot(candidate, fault) : whyYes(candidate), fault }));
}

function whyYes({ openCases, casesBefore, ofThisProvider }: Suggestible): string {
  const load = openCases === 0 ? "No case open" : openCases === 1 ? "1 case open" : `${openCases} cases open`;
  const known = ofThisProvider === 0 ? "has not read this group before" : `has read this group ${ofThisProvider === 1 ? "once" : `${ofThisProvider} times`} before`;
  return `${load}; ${known}${isNewToReading(casesBefore) ? `; new to reading, with ${casesBefore === 0 ? "no case" : casesBefore === 1 ? "1 case" : `${casesBefore} cases`} before this` : ""}.`;
}

function whyNot({ belongedUntil }: Suggestible, fault: ReaderFault): string {
  if (fault === "was_of_provider" && belongedUntil)
    return `Belonged to this group until ${formatDay(belongedUntil)}, so may not read it before ${formatDay(barredUntil(belongedUntil))}.`;
  return `${readerFaultWords[fault].split(". ")[0]}.`;
}
