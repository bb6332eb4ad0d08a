import { addDays, type Day, londonDay } from "~/platform/calendar";
import { clockRules } from "~/review/clocks";
import type { AwardLevel } from "./mark";
import { isInForce, type MarkFacts, statusOf } from "./status";

/** How high each level stands where one mark takes the place of another. A commendation is a line of text, and makes it no higher (Scoring §C.1). */
const height: Record<AwardLevel, number> = { essentials: 0, assured_with_conditions: 1, assured: 2, assured_commended: 2 };

/**
 * Whether a decision that gives this level waits, because it would lower a mark that is in force (Standard rules §C.5: a downgrade waits for the first answer to an appeal).
 * Not where that mark lives on its renewal alone, which the decision ends: the provider would be left with none.
 */
export const lowers = (level: AwardLevel, held: MarkFacts | undefined, now: Date): boolean => {
  if (!held || londonDay(now) > held.validUntil) return false;
  const { status, level: before } = statusOf(held, now);
  return isInForce(status) && height[level] < height[before];
};

/** The last day on which the higher mark stays where nobody appeals: day 28, London, as for the appeal itself. */
export const staysUntil = (decidedAt: Date): Day => addDays(londonDay(decidedAt), clockRules.appeal.days);
