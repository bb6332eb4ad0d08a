import type { Criterion, Level } from "#standards/format";
import type { Answer } from "~/assessments/answer";
import { claimsNa } from "~/assessments/parts";
import { type Ticks, ticksAreKnown } from "./tests-and-level";

/** A reader's, a moderator's or a decision-maker's reason: characters, spaces at the ends not counted. */
export const reasonBounds = { least: 20, most: 2000 } as const;
export type ReasonFault = "reason_missing" | "reason_short" | "reason_long";

/** What is wrong with a reason, or nothing: it is missing, or outside `reasonBounds`. */
export function reasonFault(reason: string): ReasonFault | undefined {
  const length = reason.trim().length;
  if (length === 0) return "reason_missing";
  if (length < reasonBounds.least) return "reason_short";
  return length > reasonBounds.most ? "reason_long" : undefined;
}

/** `level` null accepts the provider's claim that the criterion does not apply. A claim that is refused is rated like anything else. */
export type GivenRating = { level: Level | null; ticks: Ticks; reason: string };
export type RatingFault = ReasonFault | "unknown_test" | "not_claimed";

/** What is wrong with a rating of this criterion, whose answer was this. Undefined when nothing is. */
export function ratingFault(criterion: Criterion, answer: Answer, { level, ticks, reason }: GivenRating): RatingFault | undefined {
  if (level === null && !claimsNa(criterion, answer)) return "not_claimed";
  if (!ticksAreKnown(criterion, ticks)) return "unknown_test";
  return reasonFault(reason);
}
