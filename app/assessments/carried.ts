import { z } from "zod";
import { ChangeType } from "#standards/changes-format";
import { type Answer, levelWords } from "./answer";

/** What an answer said of its level, or that it does not apply. */
export const Said = z.enum([...levelWords, "does-not-apply"]);
export type Said = z.infer<typeof Said>;

/**
 * What an answer that came from elsewhere asks of its people, from the least to the most:
 * `reread` its words are different · `confirm` the level is only suggested · `rate` choose the level again · `answer` it was not asked before.
 */
export const needs = ["reread", "confirm", "rate", "answer"] as const;
export type Need = (typeof needs)[number];

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
});
export type Carried = z.infer<typeof Carried>;

/** An answer as it is moved about: with its private note, and with what it still asks. */
export type CarriedAnswer = { answer: Answer; privateNote: string; carried?: Carried };
export type CarriedAnswers = Record<string, CarriedAnswer>;

/** What is still asked once somebody has saved the answer: nothing when it has a level, or is said not to apply. Words alone settle only that they were to be read again. */
export function stillAsked(carried: Carried | undefined, saved: Answer): Carried | undefined {
  if (!carried || carried.needs === "reread") return undefined;
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
