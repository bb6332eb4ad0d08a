/** What can happen to the organisation that holds a mark: a new name, becoming part of another, or that the mark is another's from now on. In one table; bound to registered numbers, never to names. */
import { type MoveIn, type PermissionIn, permitIn } from "~/assessments/move-table";
import type { Day } from "~/platform/calendar";
import type { ReasonFault } from "~/review/rating";
import type { MarkRole } from "../mark-moves";

export const holderChangeKinds = ["renamed", "merged", "transferred"] as const;
export type HolderChangeKind = (typeof holderChangeKinds)[number];

type State = "none" | "proposed" | "confirmed" | "declined";
/** `of_the_other`: belongs to the organisation that it goes to or becomes part of. */
type Bar = "own_proposal" | "of_the_other";
/** `in_force`, `nothing_runs` and `place_free` are about a mark that goes to another: see `transfer`. */
type Condition = "own_number" | "their_number" | "other_name" | "in_force" | "nothing_runs" | "place_free";

const goes = ["in_force", "nothing_runs", "place_free"] as const;

export const holderMoves = {
  /** The number typed must be the one that we have of it. One without a number can be renamed, and part of nothing. */
  rename: { from: ["none"], to: "proposed", by: ["moderator"], needs: ["own_number", "other_name"], needsReason: true },
  merge: { from: ["none"], to: "proposed", by: ["moderator"], bars: ["of_the_other"], needs: ["own_number", "their_number"], needsReason: true },
  /**
   * One mark goes to another organisation. Only while it is in force: nobody gets round a suspension by giving it away. Not while a case, an appeal or the time for one, a proposal or
   * something sent or told runs: all of that is about the one that has it now. And not where the other has one for the same standard. Whoever gives it away may have no number; the other needs one.
   */
  transfer: { from: ["none"], to: "proposed", by: ["moderator"], bars: ["of_the_other"], needs: ["own_number", "their_number", ...goes], needsReason: true },
  confirm: { from: ["proposed"], to: "confirmed", by: ["moderator", "decider"], bars: ["own_proposal", "of_the_other"] },
  /** All of it is asked again: it may have changed since it was proposed. */
  confirm_transfer: { from: ["proposed"], to: "confirmed", by: ["moderator", "decider"], bars: ["own_proposal", "of_the_other"], needs: goes },
  decline: { from: ["proposed"], to: "declined", by: ["moderator", "decider"], bars: ["own_proposal"] },
} as const satisfies Record<string, MoveIn<State, MarkRole, Bar, Condition>>;
const table: Readonly<Record<keyof typeof holderMoves, MoveIn<State, MarkRole, Bar, Condition>>> = holderMoves;

/** The move by which somebody proposes a change. */
export const proposingMove = { renamed: "rename", merged: "merge", transferred: "transfer" } as const satisfies Record<HolderChangeKind, keyof typeof holderMoves>;
/** The move by which somebody answers one. */
export const answeringMove = (kind: HolderChangeKind, answer: "confirm" | "decline") => (answer === "confirm" && kind === "transferred" ? "confirm_transfer" : answer);

type Situation = { state: State; standings: readonly MarkRole[]; bars?: readonly Bar[]; met?: readonly Condition[]; reason?: string };

/** May this happen? The first rule that is not kept is the answer. */
export const permitHolderChange = (name: keyof typeof holderMoves, { bars = [], met = [], ...situation }: Situation): PermissionIn<State, Bar | Condition> =>
  permitIn(table, name, { ...situation, bars, met });

/** Why something was refused. */
export type HolderRefusal = "wrong_role" | "already_proposed" | Bar | Condition | ReasonFault;

/** A name that an organisation had: until the day before the next. */
export type FormerName = { name: string; until: Day };
/** A mark that it had, and another has since a day. */
export type HandedOver = { code: string; standard: { key: string; title: string; version: string }; to: { name: string; slug: string }; since: Day };
/** What everybody may know of it. */
export type HolderHistory = { formerly: FormerName[]; partOf: { name: string; since: Day } | null; handedOver: HandedOver[] };
export const noHistory: HolderHistory = { formerly: [], partOf: null, handedOver: [] };

/** "GB-CHC: 1100000", in any case and with any spaces, as it is stored: "GB-CHC:1100000". */
export const tidyIdentifier = (typed: string): string => typed.replace(/\s+/g, "").toUpperCase();
