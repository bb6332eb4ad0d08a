import { z } from "zod";
import { ChangeType } from "#standards/changes-format";
import { type Answer, levelWords } from "./answer";

/** What an answer said of its level, or that it does not apply. */
export const Said = z.enum([...levelWords, "does-not-apply"]);
export type Said = z.infer<typeof Said>;

/**
 * What an answer that came from elsewhere asks of its people, from the least to the most:
 * `copied` nothing but a look, it was copied from another question · `reread` its words are different · `still` it is from last time, say whether it is still true ·
 * `confirm` the level is only suggested · `rate` choose the level again · `answer` it was not asked before.
 */
export const needs = ["copied", "reread", "still", "confirm", "rate", "answer"] as const;
export type Need = (typeof needs)[number];

/** `waits`: it is not finished before somebody has done it. `keepsLevel`: the level stays on the answer meanwhile. `press`: nothing has to be typed or chosen to settle it. */
const rules: Record<Need, { waits: boolean; keepsLevel: boolean; press: boolean }> = {
  copied: { waits: false, keepsLevel: true, press: false },
  reread: { waits: false, keepsLevel: true, press: true },
  still: { waits: true, keepsLevel: true, press: true },
  confirm: { waits: true, keepsLevel: false, press: true },
  rate: { waits: true, keepsLevel: false, press: false },
  answer: { waits: true, keepsLevel: false, press: false },
};
export const waits = (need: Need | undefined): boolean => need !== undefined && rules[need].waits;
export const keepsLevel = (need: Need): boolean => rules[need].keepsLevel;
/** Whether one press settles it: a level that is only suggested needs one to be suggested. */
export const settledByPress = ({ needs: need, suggested }: Pick<Carried, "needs" | "suggested">): boolean => rules[need].press && (need !== "confirm" || suggested !== undefined);

/** Kept beside an answer until its people have done what it asks. The answer itself has no level while one is only suggested or was cleared: it is not finished. */
export const Carried = z.strictObject({
  /** The answers it was made from, by the version and the question they were given under, and what they said. */
  from: z.array(z.strictObject({ version: z.string(), criterion: z.string(), title: z.string(), said: Said.optional() })),
  /** Why: what is different, and in which version it became so. */
  changes: z.array(z.strictObject({ version: z.string(), type: ChangeType, what: z.string() })),
  needs: z.enum(needs),
  /** With `confirm`. Never more than any of the answers it was made from. */
  suggested: Said.optional(),
  /** It must be Met for any mark now, and not all of it had to be before. */
  now_must_have: z.literal(true).optional(),
  /** Joined from several, and not all of it had room: the rest is to be read where it was given. */
  left_out: z.literal(true).optional(),
  /** Plans of questions that are not asked any more, for this one to take up. */
  plans: z.array(z.strictObject({ title: z.string(), what: z.string() })).optional(),
  /** It was sent before, on this ISO day. With `still`, or with what a newer version asks beyond that. */
  last_time: z.strictObject({ sent_on: z.iso.date() }).optional(),
  /** The question and standard its words were copied from, by their titles. */
  copied: z.strictObject({ criterion: z.string(), title: z.string(), standard: z.string() }).optional(),
});
export type Carried = z.infer<typeof Carried>;

/** An answer as it is moved about: with its private note, and with what it still asks. */
export type CarriedAnswer = { answer: Answer; privateNote: string; carried?: Carried };
export type CarriedAnswers = Record<string, CarriedAnswer>;

/** How an answer was saved: `changed` something in it is different · `press` its people said that it is so. */
export type SavedHow = { changed: boolean; press: boolean };

/**
 * What is still asked once somebody has saved the answer: nothing when what waited for a level has one, or is said not to apply.
 * That it is still true has to be said, or shown by changing it; saving it as it stands says nothing. Words alone settle only that they were to be read again.
 */
export function stillAsked(carried: Carried | undefined, saved: Answer, { changed, press }: SavedHow): Carried | undefined {
  if (!carried) return undefined;
  if (carried.needs === "still") return changed || press ? undefined : carried;
  if (!waits(carried.needs)) return undefined;
  return saved.level !== undefined || saved.na?.claimed === true ? undefined : carried;
}

/** The answer with what was suggested taken as said. */
export function confirmed(answer: Answer, suggested: Said): Answer {
  return suggested === "does-not-apply" ? { ...answer, na: { ...answer.na, claimed: true } } : { ...answer, level: suggested };
}

/** The one that asks more. */
export const mostAsked = (...all: (Need | undefined)[]): Need | undefined => needs.findLast((need) => all.includes(need));

/** The lowest of several levels. Those that do not apply are left out, unless none does; one that has no level leaves all without. */
export function lowest(all: readonly (Said | undefined)[]): Said | undefined {
  const applying = all.filter((each) => each !== "does-not-apply");
  if (applying.length === 0) return all[0];
  return applying.includes(undefined) ? undefined : levelWords.find((level) => applying.includes(level));
}
