import type { Criterion, Level } from "#standards/format";
import { addDays, type Day } from "~/platform/calendar";
import { type Agreement, agreementOver, type CountedPair } from "../agreement";
import { type RatingFault, reasonFault } from "../rating";
import { ratingWords, reasonWords } from "../refusal-words";
import type { Ticks } from "../tests-and-level";
import type { CalibrationRefusal, CalibrationState } from "./calibration-moves";
import type { Invented } from "./invented";

/** Below two there is nothing to compare; above this a page could not show it. */
export const fewestReaders = 2;
export const mostReaders = 30;
/** How long a calibration may be open, in days. */
export const longestOpen = 60;

/** Somebody's rating, for whoever may see it. */
export type GivenLevel = { by: string; mine: boolean; level: Level; ticks: Ticks; reason: string; at: string };

/** How many gave each level, and how far any two of them agree. */
export type Spread = { counts: readonly number[]; agreement: Agreement };

/** A calibration as one person may see it: while it is open, nothing of anybody else's ratings. */
export type Calibration = {
  id: string;
  group: Invented["group"];
  standard: string;
  state: CalibrationState;
  closesOn: Day;
  madeBy: string;
  /** Whose part it is to rate, and who looks after it. */
  reads: boolean;
  moderates: boolean;
  /** How many were asked, and how many have rated everything. */
  asked: number;
  done: number;
  criteria: { id: string; title: string; mustHave: boolean; mine: Level | null; spread: Spread | null }[];
  /** Over everything; null while it is open. */
  agreement: Agreement | null;
  /** What is still to rate; null when nothing is. */
  next: string | null;
  note: { words: string; by: string; at: string } | null;
};

export type CalibrationCriterion = {
  calibration: Pick<Calibration, "id" | "group" | "standard" | "state" | "closesOn">;
  criterion: Pick<Criterion, "id" | "title" | "statement" | "good" | "levels"> & { mustHave: boolean };
  answer: Invented["answers"][string];
  place: { at: number; of: number };
  previous: string | null;
  next: string | null;
  mine: GivenLevel | null;
  /** Everybody's, once all is shown; before that none but one's own. */
  ratings: GivenLevel[];
  mayRate: boolean;
  last: boolean;
};

/** So many gave each of the four levels, and how far any two agree: every two people are a pair, and neither is the first. */
export function spreadOf(levels: readonly Level[]): Spread {
  const counts = ([0, 1, 2, 3] as const).map((level) => levels.filter((each) => each === level).length);
  return { counts, agreement: agreementAmong([levels]) };
}

/** How far any two people agree, over several criteria that each of them rated. Each pair is counted both ways round, so that nobody is the first; `n` counts it once. */
export function agreementAmong(byCriterion: readonly (readonly Level[])[]): Agreement {
  const counted = byCriterion.flatMap((levels) =>
    levels.flatMap((first, at) => levels.flatMap((second, other): CountedPair[] => (at === other ? [] : [{ first, second, pairs: 1 }]))),
  );
  const both = agreementOver(counted);
  return { ...both, n: both.n / 2 };
}

/** Whether everybody who was asked has rated everything. */
export const isComplete = (readers: readonly string[], criteria: readonly string[], ratings: readonly { ratedBy: string; criterion: string }[]): boolean =>
  readers.every((person) => criteria.every((criterion) => ratings.some((each) => each.ratedBy === person && each.criterion === criterion)));

export type TypedRound = { invented: string; criteria: string[]; readers: string[]; closesOn: { day: string; month: string; year: string } };
export type RoundFault = "no_submission" | "no_criteria" | "few_readers" | "many_readers" | "not_readers" | "no_day";
export const roundWords: Record<RoundFault, { field: string; words: string }> = {
  no_submission: { field: "invented", words: "Choose a submission" },
  no_criteria: { field: "criteria", words: "Choose at least one criterion" },
  few_readers: { field: "readers", words: `Ask at least ${fewestReaders} people` },
  many_readers: { field: "readers", words: `Ask no more than ${mostReaders} people` },
  not_readers: { field: "readers", words: "Ask only people who are assessors now" },
  no_day: { field: "closes", words: `Give a day that is still to come, within ${longestOpen} days` },
};

/** The first day on which a calibration made today may close, and the last. */
export const closesBetween = (today: Day): { first: Day; last: Day } => ({ first: addDays(today, 1), last: addDays(today, longestOpen) });

/** What came of talking it over, or what is wrong with it. */
export function readNote(words: string): { ok: true; words: string } | { ok: false; errors: Record<string, string> } {
  const fault = reasonFault(words);
  return fault ? { ok: false, errors: { words: reasonWords[fault] } } : { ok: true, words: words.trim() };
}

const refusals: Record<CalibrationRefusal, string> = {
  wrong_state: "This has moved on since you opened the page. Nothing was changed.",
  wrong_role: "This is for somebody else.",
  in_time: "The last day for rating has passed.",
  all_rated: "Not everybody has rated yet.",
  time_over: "There is still time to rate.",
  reason_missing: reasonWords.reason_missing,
};

/** A rating that was refused, beside the field it is about. */
export function calibrationErrors(why: CalibrationRefusal | RatingFault): Record<string, string> {
  if (why === "unknown_test") return { met: ratingWords[why] };
  if (why === "not_claimed") return { level: ratingWords[why] };
  return { reason: why in reasonWords ? reasonWords[why as keyof typeof reasonWords] : refusals[why as CalibrationRefusal] };
}

/** What the form for a new round sent, as typed; cut where nobody types that much. */
export function typedRound(form: FormData): TypedRound {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const part = (name: string) => text(`closes-${name}`).slice(0, 10);
  const all = (name: string) => form.getAll(name).map(String).slice(0, 200);
  return { invented: text("invented").slice(0, 100), criteria: all("criteria"), readers: all("readers"), closesOn: { day: part("day"), month: part("month"), year: part("year") } };
}
