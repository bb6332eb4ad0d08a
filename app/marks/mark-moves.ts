/**
 * Everything that can be done to a mark after its award, in one table. A change that is not in this table cannot happen;
 * pages take their choices from it, and its printed form is the specification (tests/core/mark-moves.test.ts).
 */
import { type Actor, hasRole, membershipIn } from "~/accounts/actor";
import type { MarkStatus, ReasonClass } from "./mark";
import { heldBySystem, type MarkEventKind, type MarkFacts, statusOf, suspensionStands } from "./status";

/** Where somebody stands towards a mark: for the scheme, or for the provider that holds it. */
export type MarkRole = "moderator" | "decider" | "holder_admin" | "system";

export type MarkMove = {
  from: readonly MarkStatus[];
  /** The system needs nobody to confirm what a rule asks of it. */
  by: readonly MarkRole[];
  /** Takes effect only when one of these, another person than the one who proposed it, confirms it. */
  confirmedBy?: readonly MarkRole[];
  /** Also when its time ran out while it was suspended: the suspension outlives it, and stands in the way of a new mark until somebody lifts it. */
  afterItsTime?: true;
  /** What the public is told must be one of the neutral classes. */
  needsReasonClass?: true;
  /** The system ends what it began itself, and nothing that a person began. */
  systemEndsItsOwn?: true;
  /** People may also put their own in the place of one that the system made and would lift by itself. */
  overSystems?: true;
};

const inForce = ["live", "renewal_being_assessed", "under_review"] as const;
const notEnded = [...inForce, "suspended"] as const;
const secondPerson = ["moderator", "decider"] as const;

export const markMoves = {
  review: { from: ["live", "renewal_being_assessed"], by: ["moderator", "system"] },
  end_review: { from: ["under_review"], by: ["moderator", "system"], systemEndsItsOwn: true },
  suspend: { from: inForce, by: ["moderator", "system"], confirmedBy: secondPerson, needsReasonClass: true, overSystems: true },
  reinstate: { from: ["suspended"], by: ["moderator", "system"], confirmedBy: secondPerson, afterItsTime: true, systemEndsItsOwn: true },
  withdraw: { from: notEnded, by: ["moderator"], confirmedBy: secondPerson },
  // Not a suspended one: nobody gets round a suspension by giving the mark up.
  surrender: { from: inForce, by: ["holder_admin"] },
  // Not a suspended one: a new mark must not lift a suspension by the way.
  supersede: { from: inForce, by: ["system"] },
} as const satisfies Record<MarkEventKind, MarkMove>;

/** Why the system may suspend by itself (Standard rules §C.4); being looked into is for people alone. */
export const systemReasons = ["cannot_be_reached", "paperwork_overdue"] as const satisfies readonly ReasonClass[];
export type SystemReason = (typeof systemReasons)[number];

export const markMoveNames = Object.keys(markMoves) as MarkEventKind[];

/** The changes that one person proposes and another confirms, and those that a moderator makes alone. */
export const proposals = ["suspend", "reinstate", "withdraw"] as const satisfies readonly MarkEventKind[];
export const reviewSteps = ["review", "end_review"] as const satisfies readonly MarkEventKind[];
export type Proposable = (typeof proposals)[number];
export type ReviewStep = (typeof reviewSteps)[number];

export type MoveRefusal = "wrong_status" | "wrong_role" | "own_proposal";
type Permission = { ok: true } | { ok: false; why: MoveRefusal };

/** How a mark is now, and who asks. `suspensionStands`, of a mark that has expired, and `heldBySystem`: see status.ts. */
export type Situation = { status: MarkStatus; suspensionStands?: boolean; heldBySystem?: boolean; standings: readonly MarkRole[] };

/** A mark at this moment, as the table asks about it. */
export const situationOf = (facts: MarkFacts, now: Date): Omit<Situation, "standings"> => ({
  status: statusOf(facts, now).status,
  suspensionStands: suspensionStands(facts, now),
  heldBySystem: heldBySystem(facts, now),
});

/** May this be done, or proposed, now? Checks status, then role. */
export function permitChange(kind: MarkEventKind, { standings, ...mark }: Situation): Permission {
  const move: MarkMove = markMoves[kind];
  if (!fits(move, mark, standings)) return { ok: false, why: "wrong_status" };
  const may = (who: MarkRole) => standings.includes(who) && (who !== "system" || !move.systemEndsItsOwn || mark.heldBySystem === true);
  return move.by.some(may) ? { ok: true } : { ok: false, why: "wrong_role" };
}

function fits({ from, afterItsTime, overSystems }: MarkMove, { status, suspensionStands, heldBySystem }: Omit<Situation, "standings">, standings: readonly MarkRole[]): boolean {
  if (from.includes(status)) return true;
  if (status === "expired") return afterItsTime === true && suspensionStands === true;
  return status === "suspended" && overSystems === true && heldBySystem === true && standings.some((who) => who !== "system");
}

/** May this person answer what another proposed? Declining is possible whatever the mark's status is by now; confirming is not. */
export function permitAnswer(kind: MarkEventKind, answer: "confirm" | "decline", { standings, ownProposal, ...mark }: Situation & { ownProposal: boolean }): Permission {
  const move: MarkMove = markMoves[kind];
  if (answer === "confirm" && !fits(move, mark, standings)) return { ok: false, why: "wrong_status" };
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
