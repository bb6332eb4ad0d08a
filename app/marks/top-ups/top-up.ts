import type { Day } from "~/platform/calendar";

export const topUpStates = ["due", "overdue", "done", "dropped"] as const;
export type TopUpState = (typeof topUpStates)[number];

/** Why one more criterion is asked of a mark in force: what its provider does now makes a must-have apply to it, a newer version made it a must-have, its provider says at the check-in that it is not true any more, or it has begun something that the mark does not cover yet. */
export const topUpReasons = ["facts_changed", "critical_on", "not_true", "new_activity"] as const;
export type TopUpReason = (typeof topUpReasons)[number];

/** One criterion still to be shown. `facts` are those that made it apply, `version` is the one that made it a must-have. */
export type OpenTopUp = {
  id: string;
  criterion: string;
  why: TopUpReason;
  facts: string[];
  version: string | null;
  /** What the mark does not cover yet, where it is asked of that. */
  activity: { id: string; name: string } | null;
  /** The last day on which it is shown in time. */
  lastDay: Day;
  state: Extract<TopUpState, "due" | "overdue">;
  overdueAt: Date | null;
};

/** What a rule asks to be shown, before it stands in any row. */
export type WantedTopUp = Pick<OpenTopUp, "criterion" | "why" | "facts" | "version" | "lastDay">;
