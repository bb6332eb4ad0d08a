import { type MoveIn, type PermissionIn, permitIn } from "~/assessments/move-table";
import type { MarkRole } from "../mark-moves";
import type { TopUpState } from "./top-up";

type Condition = "time_over" | "not_asked";

/** Everything that can happen to one criterion that a mark is still to show (Standard rules §C.2, §D). */
export const topUpMoves = {
  /** A moderator was shown it, late or in time, and says what they saw. */
  show: { from: ["due", "overdue"], to: "done", by: ["moderator"], needsReason: true },
  lapse: { from: ["due"], to: "overdue", by: ["system"], needs: ["time_over"] },
  /** The facts are as they were, or the mark is over: nobody has to show it any more. */
  drop: { from: ["due", "overdue"], to: "dropped", by: ["system"], needs: ["not_asked"] },
} as const satisfies Record<string, MoveIn<TopUpState, MarkRole, never, Condition>>;
const table: Readonly<Record<keyof typeof topUpMoves, MoveIn<TopUpState, MarkRole, never, Condition>>> = topUpMoves;

type Situation = { state: TopUpState; standings: readonly MarkRole[]; met?: readonly Condition[]; reason?: string };

/** May this happen to a criterion that is still to be shown? The first rule that is not kept is the answer. */
export const permitTopUp = (name: keyof typeof topUpMoves, { met = [], ...situation }: Situation): PermissionIn<TopUpState, Condition> =>
  permitIn(table, name, { ...situation, met, bars: [] });
