import type { CaseState } from "~/assessments/workflow";
import { addDays, type Day, daysBetween, londonDay } from "~/platform/calendar";
import type { Nation } from "./bank-holidays";
import { addWorkingDays, workingDaysAfter } from "./working-days";

/** Days that do not count, because somebody else is awaited: those after the first, up to and with the second. */
export type Pause = { after: Day; until: Day };

/** What the clocks need to know of a case. `moves`: what happened, oldest first. */
export type Timeline = {
  state: CaseState;
  openedAt: Date;
  nation: Nation;
  moves: readonly { name: string; at: Date }[];
  /** The last day for the provider's answers, while it is awaited. */
  answersDue: Day | null;
  pauses: readonly Pause[];
};

export const clockNames = ["reading", "answers", "check", "decision", "appeal"] as const;
export type ClockName = (typeof clockNames)[number];

/** A deadline that is running: its last day, whose it is, and how many days are left of it. Negative when it is late. */
export type Clock = { of: ClockName; whose: "ours" | "theirs"; due: Day; left: number; paused: boolean };

/** How long each takes (Standard rules §C.5): in working days of the provider's nation, the window for an appeal in calendar days of London. */
export const clockDays = { reading: 20, answers: 10, check: 10, decision: 5, appeal: 28 } as const;

const readingIn: readonly CaseState[] = ["waiting", "declaring", "assessing"];

/** What of them fell after reading began: a case that is read again began anew. */
const since = (opened: Day, pauses: readonly Pause[]): Pause[] =>
  pauses.flatMap(({ after, until }) => (until <= opened ? [] : [{ after: after < opened ? opened : after, until }]));

/** Of this day, how many working days of a pause are over by then. */
const pausedBy = (pauses: readonly Pause[], today: Day, nation: Nation) =>
  pauses.reduce((sum, { after, until }) => sum + workingDaysAfter(after, until < today ? until : today, nation), 0);

/** Working days left for reading, of the twenty from the day it was opened. Days on which the provider is awaited do not count. */
export const readingDaysLeft = (opened: Day, today: Day, nation: Nation, pauses: readonly Pause[] = []): number =>
  clockDays.reading - (workingDaysAfter(opened, today, nation) - pausedBy(since(opened, pauses), today, nation));

/** Whether today is one of the days of a pause, or the day on which it began. */
const isPaused = (pauses: readonly Pause[], today: Day) => pauses.some(({ after, until }) => after <= today && today <= until);

/** Every deadline that runs in a case today. What is paused is due as if the pause ended on its last day: it may be sooner. */
export function clocksOf({ state, openedAt, nation, moves, answersDue, pauses }: Timeline, today: Day): Clock[] {
  const opened = londonDay(openedAt);
  const last = (...names: string[]) => moves.findLast(({ name }) => names.includes(name))?.at;
  const workingDays = (of: ClockName, whose: Clock["whose"], due: Day): Clock => ({ of, whose, due, left: leftUntil(due, today, nation), paused: false });
  const clocks: Clock[] = [];
  if (readingIn.includes(state)) {
    const paused = since(opened, pauses).reduce((sum, { after, until }) => sum + workingDaysAfter(after, until, nation), 0);
    const due = addWorkingDays(opened, clockDays.reading + paused, nation);
    clocks.push({ of: "reading", whose: "ours", due, left: readingDaysLeft(opened, today, nation, pauses), paused: answersDue !== null && isPaused(pauses, today) });
  }
  if (answersDue !== null && state !== "withdrawn") clocks.push(workingDays("answers", "theirs", answersDue));
  const reported = last("send_report");
  if (state === "checking" && reported) clocks.push(workingDays("check", "theirs", addWorkingDays(londonDay(reported), clockDays.check, nation)));
  const ready = last("agree", "settled", "confirm", "let_stand", "lapse");
  if (state === "deciding" && ready) clocks.push(workingDays("decision", "ours", addWorkingDays(londonDay(ready), clockDays.decision, nation)));
  const decided = last("decide");
  if (state === "decided" && decided) {
    const due = addDays(londonDay(decided), clockDays.appeal);
    if (today <= due) clocks.push({ of: "appeal", whose: "theirs", due, left: daysBetween(today, due), paused: false });
  }
  return clocks;
}

/** Working days from today to a last day; negative when it is over. */
const leftUntil = (due: Day, today: Day, nation: Nation) => (today <= due ? workingDaysAfter(today, due, nation) : -workingDaysAfter(due, today, nation));
