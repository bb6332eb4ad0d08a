import { type MoveIn, type PermissionIn, permitIn, type RefusalIn } from "~/assessments/move-table";
import type { Bar, Standing } from "~/assessments/workflow";

/** A tie that bars nobody, told when a case was to be read. */
export const tieStates = ["none", "stated", "waived"] as const;
export type TieState = (typeof tieStates)[number];

type TieBar = Bar | "own_tie";
type TieCondition = "being_read";

/** What can happen to it (Standard rules §C.5). A tie that bars is not in here: nobody can allow it, and whoever has one leaves. */
export const tieMoves = {
  tell: { from: ["none"], to: "stated", by: ["assessor", "second_reader"], bars: ["of_provider"], needs: ["being_read"] },
  waive: { from: ["stated"], to: "waived", by: ["moderator"], bars: ["of_provider", "rated", "own_tie", "tied"], needs: ["being_read"], needsReason: true },
} as const satisfies Record<string, MoveIn<TieState, Standing, TieBar, TieCondition>>;

export type TieRefusal = RefusalIn<TieBar | TieCondition>;
type Situation = { state: TieState; standings: readonly Standing[]; bars: readonly TieBar[]; met: readonly TieCondition[]; reason?: string };
const table: Readonly<Record<keyof typeof tieMoves, MoveIn<TieState, Standing, TieBar, TieCondition>>> = tieMoves;

/** May this happen to a tie that was told? The first rule that is not kept is the answer. */
export const permitTie = (name: keyof typeof tieMoves, situation: Situation): PermissionIn<TieState, TieBar | TieCondition> => permitIn(table, name, situation);
