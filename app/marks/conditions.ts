import { addDays, type Day } from "~/platform/calendar";
import type { AwardLevel, Conditions } from "./mark";

/** How long a provider has to put right what a mark with conditions names (Scoring §C.1). */
const daysToClear = 90;

/** The conditions of a mark awarded on this day: what is to be put right, and the last day for it. */
export const conditionsFrom = (awardedOn: Day, criteria: readonly string[]): Conditions => ({ criteria: [...criteria], by: addDays(awardedOn, daysToClear) });

/** The level a mark has on a day. With conditions still open on day 91 it is Essentials from then on, without anybody deciding it. */
export function levelOn(mark: { level: AwardLevel; conditions: Conditions | null }, today: Day): AwardLevel {
  const lapsed = mark.level === "assured_with_conditions" && mark.conditions !== null && today > mark.conditions.by;
  return lapsed ? "essentials" : mark.level;
}
