/** What can happen to the organisation that holds a mark: a new name, or becoming part of another. In one table; bound to registered numbers, never to names. */
import { type MoveIn, type PermissionIn, permitIn } from "~/assessments/move-table";
import type { Day } from "~/platform/calendar";
import type { ReasonFault } from "~/review/rating";
import type { MarkRole } from "../mark-moves";

export const holderChangeKinds = ["renamed", "merged"] as const;
export type HolderChangeKind = (typeof holderChangeKinds)[number];

type State = "none" | "proposed" | "confirmed" | "declined";
type Bar = "own_proposal";
type Condition = "own_number" | "their_number" | "other_name";

export const holderMoves = {
  /** The number typed must be the one that its mark was given under. One without a number can be renamed, and part of nothing. */
  rename: { from: ["none"], to: "proposed", by: ["moderator"], needs: ["own_number", "other_name"], needsReason: true },
  merge: { from: ["none"], to: "proposed", by: ["moderator"], needs: ["own_number", "their_number"], needsReason: true },
  confirm: { from: ["proposed"], to: "confirmed", by: ["moderator", "decider"], bars: ["own_proposal"] },
  decline: { from: ["proposed"], to: "declined", by: ["moderator", "decider"], bars: ["own_proposal"] },
} as const satisfies Record<string, MoveIn<State, MarkRole, Bar, Condition>>;
const table: Readonly<Record<keyof typeof holderMoves, MoveIn<State, MarkRole, Bar, Condition>>> = holderMoves;

type Situation = { state: State; standings: readonly MarkRole[]; bars?: readonly Bar[]; met?: readonly Condition[]; reason?: string };

/** May this happen? The first rule that is not kept is the answer. */
export const permitHolderChange = (name: keyof typeof holderMoves, { bars = [], met = [], ...situation }: Situation): PermissionIn<State, Bar | Condition> =>
  permitIn(table, name, { ...situation, bars, met });

/** Why something was refused. */
export type HolderRefusal = "wrong_role" | "already_proposed" | "own_proposal" | "own_number" | "their_number" | "other_name" | ReasonFault;

/** A name that an organisation had: until the day before the next. */
export type FormerName = { name: string; until: Day };
/** What everybody may know of it. */
export type HolderHistory = { formerly: FormerName[]; partOf: { name: string; since: Day } | null };
export const noHistory: HolderHistory = { formerly: [], partOf: null };

/** "GB-CHC: 1100000", in any case and with any spaces, as it is stored: "GB-CHC:1100000". */
export const tidyIdentifier = (typed: string): string => typed.replace(/\s+/g, "").toUpperCase();
