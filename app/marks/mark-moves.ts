/**
 * Everything that can be done to a mark after its award, in one table. A change that is not in this table cannot happen;
 * pages take their choices from it, and its printed form is the specification (tests/core/mark-moves.test.ts).
 */
import { type Actor, hasRole, membershipIn } from "~/accounts/actor";
import type { MarkStatus } from "./mark";
import type { MarkEventKind } from "./status";

/** Where somebody stands towards a mark: for the scheme, or for the provider that holds it. */
export type MarkRole = "moderator" | "decider" | "holder_admin" | "system";

export type MarkMove = {
  from: readonly MarkStatus[];
  by: readonly MarkRole[];
  /** Takes effect only when one of these, another person than the one who proposed it, confirms it. */
  confirmedBy?: readonly MarkRole[];
  /** Also when its time ran out while it was suspended: the suspension outlives it, and stands in the way of a new mark until somebody lifts it. */
  afterItsTime?: true;
  /** What the public is told must be one of the neutral classes. */
  needsReasonClass?: true;
};

const inForce = ["live", "renewal_being_assessed", "under_review"] as const;
const notEnded = [...inForce, "suspended"] as const;
const secondPerson = ["moderator", "decider"] as const;

export const markMoves = {
  review: { from: ["live", "renewal_being_assessed"], by: ["moderator"] },
  end_review: { from: ["under_review"], by: ["moderator"] },
  suspend: { from: inForce, by: ["moderator"], confirmedBy: secondPerson, needsReasonClass: true },
  reinstate: { from: ["suspended"], by: ["moderator"], confirmedBy: secondPerson, afterItsTime: true },
  withdraw: { from: notEnded, by: ["moderator"], confirmedBy: secondPerson },
  // Not a suspended one: nobody gets round a suspension by giving the mark up.
  surrender: { from: inForce, by: ["holder_admin"] },
  // Not a suspended one: a new mark must not lift a suspension by the way.
  supersede: { from: inForce, by: ["system"] },
} as const satisfies Record<MarkEventKind, MarkMove>;

export const markMoveNames = Object.keys(markMoves) as MarkEventKind[];

/** The changes that one person proposes and another confirms, and those that a moderator makes alone. */
export const proposals = ["suspend", "reinstate", "withdraw"] as const satisfies readonly MarkEventKind[];
export const reviewSteps = ["review", "end_review"] as const satisfies readonly MarkEventKind[];
export type Proposable = (typeof proposals)[number];
export type ReviewStep = (typeof reviewSteps)[number];

export type MoveRefusal = "wrong_status" | "wrong_role" | "own_proposal";
type Permission = { ok: true } | { ok: false; why: MoveRefusal };

/** How a mark is now. `suspensionStands`: see status.ts; only asked of a mark that has expired. */
export type Situation = { status: MarkStatus; suspensionStands?: boolean; standings: readonly MarkRole[] };

/** May this be done, or proposed, now? Checks status, then role. */
export function permitChange(kind: MarkEventKind, { standings, ...mark }: Situation): Permission {
  const move: MarkMove = markMoves[kind];
  if (!fits(move, mark)) return { ok: false, why: "wrong_status" };
  if (!move.by.some((each) => standings.includes(each))) return { ok: false, why: "wrong_role" };
  return { ok: true };
}

const fits = ({ from, afterItsTime }: MarkMove, { status, suspensionStands = false }: Omit<Situation, "standings">) =>
  from.includes(status) || (afterItsTime === true && status === "expired" && suspensionStands);

/** May this person answer what another proposed? Declining is possible whatever the mark's status is by now; confirming is not. */
export function permitAnswer(kind: MarkEventKind, answer: "confirm" | "decline", { standings, ownProposal, ...mark }: Situation & { ownProposal: boolean }): Permission {
  const move: MarkMove = markMoves[kind];
  if (answer === "confirm" && !fits(move, mark)) return { ok: false, why: "wrong_status" };
  if (!move.confirmedBy?.some((each) => standings.includes(each))) return { ok: false, why: "wrong_role" };
  if (ownProposal) return { ok: false, why: "own_proposal" };
  return { ok: true };
}

/** The changes somebody may make or propose now, in the table's order. */
export const changesOpenTo = (situation: Situation): MarkEventKind[] => markMoveNames.filter((kind) => permitChange(kind, situation).ok);

/** Nobody who belongs to the holder stands for the scheme towards its mark, whatever else they are. */
export function standingsTowards(actor: Actor, organisationId: string): MarkRole[] {
  const membership = membershipIn(actor, organisationId);
  if (membership) return membership.role === "admin" ? ["holder_admin"] : [];
  return (["moderator", "decider"] as const).filter((role) => hasRole(actor, role));
}
