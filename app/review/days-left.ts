import type { CaseState } from "~/assessments/workflow";
import { type Day, londonDay } from "~/platform/calendar";
import type { Nation } from "./bank-holidays";
import { type Clock, clockRules, clocksOf } from "./clocks";
import { type Objection, objectedOn } from "./interests/objection";
import { pauseOf, type QuestionRound } from "./questions";

/** Working days in which the readers are to be done, from the day a submission arrives (Standard rules §C.5). */
export const assessmentDays = clockRules.reading.days;

type Case = { state: CaseState; openedAt: Date; nation: Nation; rounds?: readonly { openedAt: Date }[]; questionRound?: QuestionRound | null; objection?: Objection | null };

/** The deadlines of a case at a moment: the one way from a case to its days left, for pages and for mail. `moves`: those that start a clock; `talking`: whether its readers have anything to talk over. */
export function runningIn(
  { state, openedAt, nation, rounds = [], questionRound = null, objection = null }: Case,
  now: Date,
  { moves = [], talking = false }: { moves?: readonly { name: string; at: Date }[]; talking?: boolean } = {},
): Clock[] {
  const pause = pauseOf(questionRound);
  const answersDue = awaitedUntil({ questionRound });
  return clocksOf({ state, openedAt, nation, rounds, moves, talking, answersDue, pauses: pause ? [pause] : [], objectedOn: objectedOn(objection) }, londonDay(now));
}

/** Of the days for reading, how many are left at a moment, those not counted on which the provider is awaited. Null once it is read, or taken back. */
export const daysLeftIn = (about: Case, now: Date): number | null => runningIn(about, now).find(({ of }) => of === "reading")?.left ?? null;

/** The last day for the provider's answers, while they are awaited: until then the time for reading does not run. */
export const awaitedUntil = ({ questionRound }: Pick<Case, "questionRound">): Day | null => (questionRound?.state === "sent" ? questionRound.dueOn : null);

/** "11 days left of 20", "last day", "3 working days late"; paused, says that too. */
export function daysLeftWords(left: number, paused = false): string {
  const words = runningWords(left);
  return paused ? `${words}, paused` : words;
}

function runningWords(left: number): string {
  if (left < 0) return left === -1 ? "1 working day late" : `${-left} working days late`;
  if (left === 0) return "last day";
  return `${left} ${left === 1 ? "day" : "days"} left of ${assessmentDays}`;
}
