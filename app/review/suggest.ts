import type { Day } from "~/platform/calendar";
import type { Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import type { Nation } from "./bank-holidays";
import { isNewToReading } from "./depth";
import { barOf, kinds, nearTie } from "./interests/kinds";
import { nationNames } from "./interests/nations";
import { type Candidate, faultOf, freeToRead, type ReaderFault } from "./reader-choice";
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
  /** Where they have said they read cases, and whether they read Welsh; null where they have said nothing. */
  says: { nations: readonly Nation[]; readsWelsh: boolean } | null;
};
/** The group: where it is, and the language in which whoever sent it works. */
export type ToRead = { nation: Nation; language: Language };
export type Suggestion = { personId: string; name: string /** In a sentence: what speaks for or against them. */; why: string; fault: ReaderFault | null };

/**
 * Everybody who might read a case, best first: those whom nothing bars; who reads Welsh, where the group works in it; who has no tie that would first have to be allowed; the least busy before the busier;
 * who reads in its nation; then who knows the provider least, then by name. Each with its why. The order is a suggestion; whom nothing bars can be chosen.
 */
export function suggestions(candidates: readonly Suggestible[], today: Day, about: ToRead): Suggestion[] {
  const looked = candidates.map((candidate) => ({ candidate, fault: faultOf(candidate, today) ?? null, near: nearTie(candidate.interests, today) }));
  const inItsLanguage = ({ says }: Suggestible) => about.language !== "cy" || says?.readsWelsh === true;
  const inItsNation = ({ says }: Suggestible) => says?.nations.includes(about.nation) === true;
  looked.sort(
    (one, other) =>
      Number(one.fault !== null) - Number(other.fault !== null) ||
      Number(inItsLanguage(other.candidate)) - Number(inItsLanguage(one.candidate)) ||
      Number(one.near !== undefined) - Number(other.near !== undefined) ||
      one.candidate.openCases - other.candidate.openCases ||
      Number(inItsNation(other.candidate)) - Number(inItsNation(one.candidate)) ||
      one.candidate.ofThisProvider - other.candidate.ofThisProvider ||
      one.candidate.name.localeCompare(other.candidate.name),
  );
  return looked.map(({ candidate, fault }) => ({
    personId: candidate.personId,
    name: candidate.name,
    why: fault ? whyNot(candidate, fault, today) : whyYes(candidate, today, about),
    fault,
  }));
}

function whyYes({ openCases, casesBefore, ofThisProvider, says, interests }: Suggestible, today: Day, { nation, language }: ToRead): string {
  const load = openCases === 0 ? "No case open" : openCases === 1 ? "1 case open" : `${openCases} cases open`;
  const known = ofThisProvider === 0 ? "has not read this group before" : `has read this group ${ofThisProvider === 1 ? "once" : `${ofThisProvider} times`} before`;
  const near = nearTie(interests, today);
  const all = [
    load,
    known,
    isNewToReading(casesBefore) ? `new to reading, with ${casesBefore === 0 ? "no case" : casesBefore === 1 ? "1 case" : `${casesBefore} cases`} before this` : "",
    language === "cy" ? (says?.readsWelsh ? "reads Welsh, in which the group works" : "has not said that they read Welsh, in which the group works") : "",
    says ? `${says.nations.includes(nation) ? "reads" : "has not said that they read"} cases of ${nationNames[nation]}` : "",
    near ? `${kinds[near].theirs}, which a moderator would have to allow` : "",
  ];
  return `${all.filter(Boolean).join("; ")}.`;
}

function whyNot({ belongedUntil, interests }: Suggestible, fault: ReaderFault, today: Day): string {
  if (fault === "was_of_provider" && belongedUntil)
    return `Belonged to this group until ${formatDay(belongedUntil)}, so may not read it before ${formatDay(freeToRead(belongedUntil))}.`;
  const bar = fault === "has_tie" ? barOf(interests, today) : undefined;
  if (bar?.free) return `Has told us of a tie that is over and still counts: ${kinds[bar.kind].theirs}. May not read before ${formatDay(bar.free)}.`;
  if (bar) return `Has told us of a tie: ${kinds[bar.kind].theirs}.`;
  return `${readerFaultWords[fault].split(". ")[0]}.`;
}
