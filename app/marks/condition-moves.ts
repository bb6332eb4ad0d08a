import { type MoveIn, type PermissionIn, permitIn } from "~/assessments/move-table";
import { londonDay } from "~/platform/calendar";
import { openConditions } from "./conditions";
import type { MarkRole } from "./mark-moves";
import { hasEnded, type MarkFacts, statusOf } from "./status";

type ConditionState = "open" | "cleared" | "lapsed";
type Bar = "own_decision";

/** What can happen to one condition of a mark (Scoring §C.1). That it lapses after its last day is nobody's move: `levelOn` counts the days. */
export const conditionMoves = {
  /** A moderator who did not decide the case was shown, in time, that it is put right, and says what they saw. */
  clear: { from: ["open"], to: "cleared", by: ["moderator"], bars: ["own_decision"], needsReason: true },
} as const satisfies Record<string, MoveIn<ConditionState, MarkRole, Bar>>;
const table: Readonly<Record<keyof typeof conditionMoves, MoveIn<ConditionState, MarkRole, Bar, never>>> = conditionMoves;

/** Where a condition of a mark stands. Undefined where the mark has no such condition, or is over. */
export function conditionState(facts: MarkFacts, criterion: string, now: Date): ConditionState | undefined {
  const { conditions } = facts;
  if (!conditions?.criteria.includes(criterion) || hasEnded(statusOf(facts, now).status)) return undefined;
  if (!openConditions(facts, now).includes(criterion)) return "cleared";
  return londonDay(now) > conditions.by ? "lapsed" : "open";
}

/** May this happen to a condition? The first rule that is not kept is the answer. */
export const permitClearing = (situation: { state: ConditionState; standings: readonly MarkRole[]; bars: readonly Bar[]; reason: string }): PermissionIn<ConditionState, Bar> =>
  permitIn(table, "clear", { ...situation, met: [] });
