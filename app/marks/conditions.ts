import { addDays, type Day, londonDay } from "~/platform/calendar";
import { clockRules } from "~/review/clocks";
import type { AwardLevel, Conditions } from "./mark";

/** The conditions of a mark awarded on this day: what is to be put right, and the last day for it. */
export const conditionsFrom = (awardedOn: Day, criteria: readonly string[]): Conditions => ({ criteria: [...criteria], by: addDays(awardedOn, clockRules.condition.days) });

/** One condition that a moderator was shown to be put right, and when. */
export type Cleared = { criterion: string; at: Date };
type Conditional = { level: AwardLevel; conditions: Conditions | null; cleared?: readonly Cleared[] };

/** What is still to be put right at a moment. Only what was cleared by the last day, in London, counts. */
export function openConditions({ conditions, cleared = [] }: Omit<Conditional, "level">, now: Date): string[] {
  if (!conditions) return [];
  const inTime = cleared.filter(({ at }) => at <= now && londonDay(at) <= conditions.by);
  return conditions.criteria.filter((each) => !inTime.some(({ criterion }) => criterion === each));
}

/** The first day on which a condition that is still open makes the mark Essentials. */
export const lapsesOn = ({ by }: Conditions): Day => addDays(by, 1);

/** The level a mark has at a moment. With all conditions cleared in time it is Assured from then on; with one still open on day 91 it is Essentials, without anybody deciding it (Scoring §C.1). */
export function levelOn(mark: Conditional, now: Date): AwardLevel {
  if (mark.level !== "assured_with_conditions" || mark.conditions === null) return mark.level;
  if (openConditions(mark, now).length === 0) return "assured";
  return londonDay(now) >= lapsesOn(mark.conditions) ? "essentials" : mark.level;
}
