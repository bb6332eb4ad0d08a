/** The yearly check-in of a mark: when it is open, until when, and what follows when nobody answers (Marks §C.2). */
import { addDays, type Day, londonDay, startOfDay } from "~/platform/calendar";
import { clockRules } from "~/review/clocks";
import type { Owed } from "../paperwork/owed";
import { hasEnded, type MarkFacts, statusOf, suspensionStands } from "../status";

/** Days after the award: the last on which it is in time, and the last of the review that follows. The whole of each is theirs. */
const lastAfter = 395;
const reviewedUntil = 425;

/** The first and the last day on which a check-in is in time. */
export const checkInDays = (awardedOn: Day): { opens: Day; last: Day } => ({
  opens: addDays(awardedOn, lastAfter - clockRules.check_in.days),
  last: addDays(awardedOn, lastAfter),
});

export const checkInStates = ["not_yet", "open", "late", "sent", "over"] as const;
export type CheckInState = (typeof checkInStates)[number];

/** Where the check-in of a mark stands. A late one can still be answered, also when the mark's time ran out meanwhile and a suspension stands in the way of the next. */
export function checkInState(facts: MarkFacts, sent: boolean, now: Date): CheckInState {
  if (sent) return "sent";
  if (hasEnded(statusOf(facts, now).status) && !suspensionStands(facts, now)) return "over";
  const today = londonDay(now);
  const { opens, last } = checkInDays(facts.awardedOn);
  return today < opens ? "not_yet" : today <= last ? "open" : "late";
}

/** What a check-in that nobody answered asks of the rules: a review from the day after its last, a suspension thirty days later. */
export function checkInOwed(awardedOn: Day, sent: boolean, today: Day): Owed[] {
  const { last } = checkInDays(awardedOn);
  if (sent || today <= last) return [];
  return [{ what: "check_in", since: startOfDay(addDays(last, 1)), demands: today > addDays(awardedOn, reviewedUntil) ? "suspend" : "review" }];
}

/** What a group says at its check-in. `notTrue` names must-haves; `words` says of each what has changed. */
export type CheckInSaid = { factsRight: boolean; insuranceUntil: Day; notTrue: string[]; words: string; plan: string; changes: string };
