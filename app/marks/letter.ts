/** What a decision letter says. The same for every outcome: what we decided, why, what to do next, and how to object. */
import { z } from "zod";
import { addDays, type Day } from "~/platform/calendar";
import { languages } from "~/platform/words";
import { clockRules } from "~/review/clocks";
import { awardLevels } from "./mark";

export const letterOutcomes = [...awardLevels, "deferred", "not_awarded", "too_little_applies"] as const;
export type LetterOutcome = (typeof letterOutcomes)[number];

const text = z.string().trim().min(1);

/** Days are ISO dates, Europe/London. `by` may also be words, such as "Now". */
export const Letter = z.strictObject({
  /** The language of our own sentences in it. What somebody typed stays as it was typed. */
  language: z.enum(languages).default("en"),
  reference: text,
  date: z.iso.date(),
  provider: text,
  standard: z.strictObject({ title: text, version: text }),
  outcome: z.enum(letterOutcomes),
  /** Instead of the words that belong to the outcome. */
  headline: text.optional(),
  /** The decision-maker's own words, a paragraph each. */
  message: z.array(text).default([]),
  /** The days to remember, such as "In force until": at most three. */
  dates: z
    .array(z.strictObject({ label: text, day: z.iso.date() }))
    .max(3)
    .default([]),
  /** Every criterion looked at, in reading order. Level null: it does not apply. */
  criteria: z.array(z.strictObject({ id: text, title: text, must_have: z.boolean(), level: z.int().min(0).max(3).nullable(), reason: z.string() })),
  /** What to do, the most important first. `enough` is the lightest evidence that would do. */
  todo: z.array(z.strictObject({ id: text, title: text, why: text, enough: text })),
  /** Who read it, and what was said of their ties: a sentence each. */
  looked: z.array(text).default([]),
  /** It was decided anew because of an appeal. */
  followsAppeal: z.boolean().default(false),
  /** Who decided, by what they are: "Decision-maker. Did not assess your answers." */
  decidedBy: text,
  next: z.array(z.strictObject({ by: text, what: text })),
});
export type Letter = z.infer<typeof Letter>;

/** An appeal may be made for 28 days from the decision, the last one included. */
export const appealUntil = (decided: Day): Day => addDays(decided, clockRules.appeal.days);

export const isAwarded = (outcome: LetterOutcome): boolean => awardLevels.some((level) => level === outcome);
