import type { CaseState } from "~/assessments/workflow";
import { addDays, type Day, daysBetween, londonDay } from "~/platform/calendar";
import type { Nation } from "./bank-holidays";
import { addWorkingDays, workingDaysAfter } from "./working-days";

/** Days that do not count, because somebody else is awaited: those after the first, up to and with the second. */
export type Pause = { after: Day; until: Day };

/** What the clocks need to know of a case. `moves`: what happened, oldest first; those of `clockMoves` are enough. */
export type Timeline = {
  state: CaseState;
  openedAt: Date;
  /** When each round after the first began: what is read again is read from then on. */
  rounds: readonly { openedAt: Date }[];
  nation: Nation;
  moves: readonly { name: string; at: Date }[];
  /** The last day for the provider's answers, while it is awaited. */
  answersDue: Day | null;
  pauses: readonly Pause[];
  /** Whether the two readers have anything left to talk over. */
  talking: boolean;
  /** The day on which the provider objected to a reader, while nobody has answered. */
  objectedOn?: Day | null;
};

/** Who is awaited when a clock runs. */
export type DueFrom = "moderators" | "readers" | "deciders" | "panel" | "provider";

type Rule = {
  from: DueFrom;
  /** The states in which it runs. */
  in: readonly CaseState[];
  /** The newest of these moves starts it; without one, the day on which this round began. */
  since: readonly string[];
  days: number;
  /** Working days of the provider's nation, or days of the calendar of London. */
  in_days: "working" | "calendar";
  /** Stands still while the provider is awaited. */
  pauses?: true;
  /** Nobody owes it: it ends unsaid, and no mail reminds of it. */
  right?: true;
  /** Of a mark, not of a case: marks say when it runs. */
  mark?: true;
  /** Days left when somebody is told of it, where `noticeDays` is too short. */
  notice?: { soon: number; last: number };
  /** That it is over is told of as well: nothing else says so. */
  after?: true;
};

/**
 * Every deadline there is (Standard rules §C.5, §C.1, §C.2). What is sent is complete, and is acknowledged by the receipt in the same moment: neither has a clock.
 * One that is in working days ends on a working day; one in days of the calendar ends on the day it is, whatever day that is. The last day is theirs or ours, the whole of it.
 */
export const clockRules = {
  readers: { from: "moderators", in: ["waiting"], since: ["lose_reader", "step_aside"], days: 5, in_days: "working" },
  reading: { from: "readers", in: ["waiting", "declaring", "assessing"], since: [], days: 20, in_days: "working", pauses: true },
  talk: { from: "readers", in: ["moderating"], since: ["differ"], days: 5, in_days: "working" },
  /** Settling belongs to the same twenty days as reading. */
  settling: { from: "moderators", in: ["moderating"], since: [], days: 20, in_days: "working", pauses: true },
  answers: { from: "provider", in: ["waiting", "declaring", "assessing", "moderating", "deciding"], since: [], days: 10, in_days: "working" },
  deferral: { from: "provider", in: ["deferred"], since: ["defer"], days: 28, in_days: "calendar" },
  /** Ours: the Standard rules name no time for it. */
  objection: { from: "moderators", in: ["waiting", "declaring", "assessing"], since: [], days: 3, in_days: "working" },
  check: { from: "provider", in: ["checking"], since: ["send_report"], days: 10, in_days: "working" },
  decision: { from: "deciders", in: ["deciding"], since: ["agree", "settled", "confirm", "let_stand", "lapse", "reopen"], days: 5, in_days: "working" },
  /** Not after the decision that an appeal has led to: that goes to the panel. */
  appeal: { from: "provider", in: ["decided"], since: ["decide"], days: 28, in_days: "calendar", right: true },
  /** Of an appeal, not of its case: `appealClock` says when they run. */
  appeal_answer: { from: "moderators", in: [], since: [], days: 15, in_days: "working" },
  panel_answer: { from: "panel", in: [], since: [], days: 30, in_days: "working" },
  condition: { from: "provider", in: [], since: [], days: 90, in_days: "calendar", mark: true, notice: { soon: 28, last: 7 }, after: true },
  /** The least that is given; what a newer version asks has longer (§C.2, §D). */
  top_up: { from: "provider", in: [], since: [], days: 28, in_days: "calendar", mark: true },
  /** From half a year before the last day of a mark, when renewing opens, until a renewal is sent (§C.2). Before the last week it is told of by months. */
  mark_end: { from: "provider", in: [], since: [], days: 180, in_days: "calendar", mark: true, notice: { soon: 7, last: 7 }, after: true },
  /** Ours: the Standard rules name no time for it. Never past the last day of the condition. */
  mark_answer: { from: "moderators", in: [], since: [], days: 5, in_days: "working", mark: true },
  /** A year after the award, and thirty days before and after it (§C.2). What follows when nobody answers is told by the rule that does it. */
  check_in: { from: "provider", in: [], since: [], days: 60, in_days: "calendar", mark: true, notice: { soon: 30, last: 7 } },
  /** Ours: what a group tells us has changed is weighed in the time that a considered suspension has (§C.4). */
  circumstance: { from: "moderators", in: [], since: [], days: 10, in_days: "working", mark: true },
  /** Where somebody may not be safe. */
  circumstance_urgent: { from: "moderators", in: [], since: [], days: 1, in_days: "working", mark: true },
  /** Of a concern, not of a case: `concernClocks` says when they run (Personas §E.8). */
  concern_read: { from: "moderators", in: [], since: [], days: 1, in_days: "working", notice: { soon: 0, last: 0 } },
  concern_heard: { from: "moderators", in: [], since: [], days: 5, in_days: "working" },
} as const satisfies Record<string, Rule>;

export type ClockName = keyof typeof clockRules;
export const clockNames = Object.keys(clockRules) as ClockName[];
const rules: Readonly<Record<ClockName, Rule>> = clockRules;

/** The deadlines of a case that the provider owes something by: each needs its words, and its way. */
export type TheirClock = {
  [Name in ClockName]: (typeof clockRules)[Name] extends { right: true } | { mark: true } ? never : (typeof clockRules)[Name]["from"] extends "provider" ? Name : never;
}[ClockName];

/** The moves that start a clock: all that a query has to bring. */
export const clockMoves: readonly string[] = [...new Set(clockNames.flatMap((name) => rules[name].since))];

/** A deadline that is running: its last day, whose it is, and how many of its days are left. Negative when it is late. */
export type Clock = { of: ClockName; from: DueFrom; whose: "ours" | "theirs"; due: Day; left: number; paused: boolean };

/** The last day of a clock that was started at a moment and never paused. */
export const lastDay = (name: ClockName, since: Date, nation: Nation): Day => {
  const { days, in_days } = rules[name];
  return in_days === "working" ? addWorkingDays(londonDay(since), days, nation) : addDays(londonDay(since), days);
};

/** What of them fell after reading began: a case that is read again began anew. */
const since = (opened: Day, pauses: readonly Pause[]): Pause[] =>
  pauses.flatMap(({ after, until }) => (until <= opened ? [] : [{ after: after < opened ? opened : after, until }]));

/** Of this day, how many working days of a pause are over by then. */
const pausedBy = (pauses: readonly Pause[], today: Day, nation: Nation) =>
  pauses.reduce((sum, { after, until }) => sum + workingDaysAfter(after, until < today ? until : today, nation), 0);

/** Working days left for reading, of the twenty from the day it was opened. Days on which the provider is awaited do not count. */
export const readingDaysLeft = (opened: Day, today: Day, nation: Nation, pauses: readonly Pause[] = []): number =>
  clockRules.reading.days - (workingDaysAfter(opened, today, nation) - pausedBy(since(opened, pauses), today, nation));

/** Whether today is one of the days of a pause, or the day on which it began. */
const isPaused = (pauses: readonly Pause[], today: Day) => pauses.some(({ after, until }) => after <= today && today <= until);

/** Every deadline that runs in a case today. What is paused is due as if the pause ended on its last day: it may be sooner. */
export const clocksOf = (about: Timeline, today: Day): Clock[] => clockNames.flatMap((name) => running(name, about, today) ?? []);

function running(name: ClockName, about: Timeline, today: Day): Clock | undefined {
  const { state, nation, moves, answersDue, pauses, objectedOn } = about;
  const rule = rules[name];
  if (!rule.in.includes(state) || (name === "talk" && !about.talking)) return undefined;
  if (name === "appeal" && moves.some((move) => move.name === "reopen")) return undefined;
  const clock = { of: name, from: rule.from, whose: rule.from === "provider" ? ("theirs" as const) : ("ours" as const) };
  if (rule.pauses) {
    const began = londonDay(about.rounds.at(-1)?.openedAt ?? about.openedAt);
    const paused = since(began, pauses).reduce((sum, { after, until }) => sum + workingDaysAfter(after, until, nation), 0);
    const due = addWorkingDays(began, rule.days + paused, nation);
    return { ...clock, due, left: readingDaysLeft(began, today, nation, pauses), paused: answersDue !== null && isPaused(pauses, today) };
  }
  const began = moves.findLast((move) => rule.since.includes(move.name))?.at ?? (name === "readers" ? about.openedAt : undefined);
  const due = name === "answers" ? answersDue : name === "objection" ? objectedOn && addWorkingDays(objectedOn, rule.days, nation) : began && lastDay(name, began, nation);
  if (!due) return undefined;
  const left = rule.in_days === "working" ? workingDaysLeft(due, today, nation) : daysBetween(today, due);
  return rule.right && left < 0 ? undefined : { ...clock, due, left, paused: false };
}

/** Working days from today to a last day; negative from the first working day after it. */
export const workingDaysLeft = (due: Day, today: Day, nation: Nation) => workingDaysAfter(today, due, nation) - workingDaysAfter(due, today, nation);

/** Whether a clock in working days that was started then is over today: on the first working day after its last. */
export const isOverBy = (name: ClockName, since: Date, today: Day, nation: Nation): boolean => workingDaysLeft(lastDay(name, since, nation), today, nation) < 0;
