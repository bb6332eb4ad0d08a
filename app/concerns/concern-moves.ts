/**
 * Everything that can happen to a concern, in two tables. What is not in them cannot happen; pages take their choices from them,
 * and their printed form is the specification (tests/core/concerns.test.ts). Who may see a concern at all is in `reach.server.ts`.
 */
import { type MoveIn, type PermissionIn, permitIn, type RefusalIn } from "~/assessments/move-table";
import type { ReasonFault } from "~/review/rating";

/**
 * `received`: nobody has read it. `unsafe`: somebody may be in danger, and an agency is to be told. `agency_told`: it leads, and we follow.
 * `looking`: about the standards or a mark. `with_group`: about the service, whose own complaints come first.
 */
export const concernStates = ["received", "unsafe", "agency_told", "looking", "with_group", "upheld", "not_upheld"] as const;
export type ConcernState = (typeof concernStates)[number];
export const closedStates: readonly ConcernState[] = ["upheld", "not_upheld"];

/** `heard`: whoever told us has heard from us, or left no way to. `reachable`: they left one. */
export type ConcernCondition = "agency_named" | "heard" | "reachable" | "group_known" | "group_found";
type Who = "moderator";
type Move = MoveIn<ConcernState, Who, never, ConcernCondition>;

/** What changes where it stands. About the service is never chosen for what is unsafe: that goes to an agency first. */
export const concernMoves = {
  unsafe: { from: ["received", "looking", "with_group"], to: "unsafe", by: ["moderator"], needsReason: true },
  looking: { from: ["received", "unsafe", "with_group"], to: "looking", by: ["moderator"], needsReason: true },
  with_group: { from: ["received", "looking"], to: "with_group", by: ["moderator"], needsReason: true },
  tell_agency: { from: ["unsafe", "agency_told"], to: "agency_told", by: ["moderator"], needs: ["agency_named"], needsReason: true },
  uphold: { from: ["agency_told", "looking", "with_group"], to: "upheld", by: ["moderator"], needs: ["heard"], needsReason: true },
  turn_down: { from: ["agency_told", "looking", "with_group"], to: "not_upheld", by: ["moderator"], needs: ["heard"], needsReason: true },
  /** No concern at all: an advertisement, a test. Nobody is written to. */
  set_aside: { from: ["received"], to: "not_upheld", by: ["moderator"], needsReason: true },
  reopen: { from: ["upheld", "not_upheld"], to: "looking", by: ["moderator"], needsReason: true },
} as const satisfies Record<string, Move>;

/** What leaves it where it stands. The group hears nothing before the agency does. */
export const concernActs = {
  reply: { from: ["unsafe", "agency_told", "looking", "with_group", "upheld", "not_upheld"], by: ["moderator"], needs: ["reachable"], needsReason: true },
  tell_group: { from: ["agency_told", "looking", "with_group", "upheld", "not_upheld"], by: ["moderator"], needs: ["group_known"], needsReason: true },
  name_group: { from: ["received", "unsafe", "agency_told", "looking", "with_group"], by: ["moderator"], needs: ["group_found"] },
  note: { from: concernStates, by: ["moderator"], needsReason: true },
} as const satisfies Record<string, Omit<Move, "to">>;

export type MoveName = keyof typeof concernMoves;
export type ActName = keyof typeof concernActs;
export type StepName = MoveName | ActName;
export const moveNames = Object.keys(concernMoves) as MoveName[];
export const actNames = Object.keys(concernActs) as ActName[];
export const stepNames: readonly StepName[] = [...moveNames, ...actNames];

export type StepRefusal = RefusalIn<ConcernCondition> | ReasonFault | "agency_long" | "not_allowed" | "names_somebody" | "personal";
export type Situation = { state: ConcernState; standings: readonly Who[]; met: readonly ConcernCondition[]; reason?: string };

/** May this be done with a concern now? The first rule that is not kept is the answer; otherwise where it stands afterwards. */
export function permitStep(name: StepName, situation: Situation): PermissionIn<ConcernState, ConcernCondition> {
  const { state } = situation;
  const table: Record<string, Move> = { ...concernMoves, ...Object.fromEntries(actNames.map((act) => [act, { ...concernActs[act], to: state }])) };
  return permitIn(table, name, { ...situation, bars: [] });
}

/** What a page may offer a moderator, conditions aside. */
export const stepsOpen = (state: ConcernState): StepName[] =>
  stepNames.filter((name) => permitStep(name, { state, standings: ["moderator"], met: ["agency_named", "heard", "reachable", "group_known", "group_found"], reason: "any" }).ok);
