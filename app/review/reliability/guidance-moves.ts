import { type MoveIn, type PermissionIn, permitIn, type RefusalIn } from "~/assessments/move-table";

/** A look at what a criterion says. It is not there until somebody, or the end of a quarter, asks for it. */
export const guidanceStates = ["none", "open", "closed"] as const;
export type GuidanceState = (typeof guidanceStates)[number];

/** What must be true: the criterion has no review that is open, or of the same quarter. */
export type GuidanceCondition = "not_this_quarter";
export type GuidanceWho = "system" | "moderator" | "editor";

/** Everything that can happen to a review of guidance (Standard rules §C.5: below aim, a workshop and a guidance rewrite). */
export const guidanceMoves = {
  /** The three worst, and every criterion on which two readers were two or three levels apart, once the quarter is over. */
  find: { from: ["none"], to: "open", by: ["system"], needs: ["not_this_quarter"] },
  ask: { from: ["none"], to: "open", by: ["moderator"], needs: ["not_this_quarter"], needsReason: true },
  close: { from: ["open"], to: "closed", by: ["moderator", "editor"], needsReason: true },
} as const satisfies Record<string, MoveIn<GuidanceState, GuidanceWho, never, GuidanceCondition>>;

export type GuidanceMove = keyof typeof guidanceMoves;
export type GuidanceRefusal = RefusalIn<GuidanceCondition>;
type Situation = { state: GuidanceState; standings: readonly GuidanceWho[]; met?: readonly GuidanceCondition[]; reason?: string };
const table: Readonly<Record<GuidanceMove, MoveIn<GuidanceState, GuidanceWho, never, GuidanceCondition>>> = guidanceMoves;

/** May this happen to a review of guidance? The first rule that is not kept is the answer. */
export const permitGuidance = (name: GuidanceMove, { met = [], ...situation }: Situation): PermissionIn<GuidanceState, GuidanceCondition> =>
  permitIn(table, name, { ...situation, bars: [], met });
