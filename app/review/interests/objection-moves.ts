import { type MoveIn, type PermissionIn, permitIn, type RefusalIn } from "~/assessments/move-table";
import type { Bar, Standing } from "~/assessments/workflow";

/** The one objection that a provider may make to who reads its case. */
export const objectionStates = ["none", "raised", "upheld", "not_upheld"] as const;
export type ObjectionState = (typeof objectionStates)[number];

type ObjectionBar = Bar | "objected_to";
type ObjectionCondition = "being_read" | "readers_named";

/** What can happen to it (Standard rules §C.5: once, with a reason). While it is raised nobody rates, and no reader is chosen: first the answer. */
export const objectionMoves = {
  object: { from: ["none"], to: "raised", by: ["submitter"], needs: ["being_read", "readers_named"], needsReason: true },
  uphold: { from: ["raised"], to: "upheld", by: ["moderator"], bars: ["of_provider", "rated", "objected_to", "tied"], needs: ["being_read"], needsReason: true },
  turn_down: { from: ["raised"], to: "not_upheld", by: ["moderator"], bars: ["of_provider", "rated", "objected_to", "tied"], needs: ["being_read"], needsReason: true },
} as const satisfies Record<string, MoveIn<ObjectionState, Standing, ObjectionBar, ObjectionCondition>>;

export type ObjectionMoveName = keyof typeof objectionMoves;
export type ObjectionRefusal = RefusalIn<ObjectionBar | ObjectionCondition>;
type Situation = { state: ObjectionState; standings: readonly Standing[]; bars: readonly ObjectionBar[]; met: readonly ObjectionCondition[]; reason?: string };
const table: Readonly<Record<ObjectionMoveName, MoveIn<ObjectionState, Standing, ObjectionBar, ObjectionCondition>>> = objectionMoves;

/** May this happen to the objection of a case? The first rule that is not kept is the answer. */
export const permitObjection = (name: ObjectionMoveName, situation: Situation): PermissionIn<ObjectionState, ObjectionBar | ObjectionCondition> => permitIn(table, name, situation);
