import { type Actor, hasRole, membershipIn } from "~/accounts/actor";
import {
  type Bar,
  type CaseState,
  type Condition,
  type MoveName,
  type moves,
  movesOpenTo,
  type Permission,
  permit,
  type Refusal,
  readingStates,
  type Standing,
} from "~/assessments/workflow";
import type { Part } from "./part";

/** Somebody who reads a case now. `declaredNone`: has said, in the word itself, that they have no conflict of interest. */
export type Reader = { personId: string; part: Part; declaredNone: boolean /** Has told of a tie that a moderator has still to allow. */; waits?: boolean };

/** What the rules need to know of a case. `raters`: everybody who ever rated in it. `judges`: who took a decision that was appealed against, or answers the appeal. */
export type CaseFacts = {
  state: CaseState;
  organisationId: string;
  readers: readonly Reader[];
  raters: readonly string[];
  settlers: readonly string[] /** The provider has objected to a reader, and nobody has answered yet. */;
  objected?: boolean;
  judges?: readonly string[];
};

/** The same on one day. `tied`: whoever has a tie to the provider that bars them then (`factsOn`). */
export type FactsOfDay = CaseFacts & { tied: readonly string[] };

/** Their part in reading the case now; undefined when they have none. */
export const readerIn = (actor: Actor, { readers }: Pick<CaseFacts, "readers">): Reader | undefined => readers.find((reader) => reader.personId === actor.personId);

/**
 * Whether somebody may know that this case exists: its readers, moderators and decision-makers.
 * Never one of the provider's own people, whatever else they are.
 */
export function inReach(actor: Actor, facts: Pick<CaseFacts, "organisationId" | "readers">): boolean {
  if (membershipIn(actor, facts.organisationId)) return false;
  return hasRole(actor, "moderator", "decider") || (hasRole(actor, "assessor") && readerIn(actor, facts) !== undefined);
}

/**
 * Whether somebody may open what was sent: moderators and decision-makers; readers who declared no conflict, once both have.
 * Files follow the same rule (`readEvidence`).
 */
export function mayReadIn(actor: Actor, facts: Pick<CaseFacts, "organisationId" | "readers" | "state">): boolean {
  if (!inReach(actor, facts)) return false;
  if (hasRole(actor, "moderator", "decider")) return true;
  return readerIn(actor, facts)?.declaredNone === true && readingStates.includes(facts.state);
}

/** May this person record that the provider's phone or e-mail was tried? While the case is open: a moderator, or its assessor once they declared no conflict. The case does not move by it. */
export function permitContactTest(actor: Actor, facts: CaseFacts): { ok: true } | { ok: false; why: Refusal } {
  if (facts.state === "decided" || facts.state === "withdrawn") return { ok: false, why: "wrong_state" };
  if (membershipIn(actor, facts.organisationId)) return { ok: false, why: "of_provider" };
  if (hasRole(actor, "moderator")) return { ok: true };
  const reader = hasRole(actor, "assessor") ? readerIn(actor, facts) : undefined;
  if (reader?.part !== "assessor") return { ok: false, why: "wrong_role" };
  return reader.declaredNone ? { ok: true } : { ok: false, why: "not_declared" };
}

/** Where somebody stands towards a case. */
export function standingsIn(actor: Actor, facts: Pick<CaseFacts, "organisationId" | "readers">): Standing[] {
  const membership = membershipIn(actor, facts.organisationId);
  const reader = hasRole(actor, "assessor") ? readerIn(actor, facts) : undefined;
  return [
    ...(membership ? (["member"] as const) : []),
    ...(membership?.role === "admin" ? (["submitter"] as const) : []),
    ...(reader ? [reader.part] : []),
    ...(["moderator", "decider"] as const).filter((role) => hasRole(actor, role)),
  ];
}

/** What takes somebody out of a move: four eyes, and nobody in their own cause. */
export function barsOn(actor: Actor, facts: CaseFacts | FactsOfDay): Bar[] {
  const bars: Bar[] = [];
  if (membershipIn(actor, facts.organisationId)) bars.push("of_provider");
  if ("tied" in facts && facts.tied.includes(actor.personId)) bars.push("tied");
  if (facts.raters.includes(actor.personId)) bars.push("rated");
  if (facts.settlers.includes(actor.personId)) bars.push("settled");
  if (facts.judges?.includes(actor.personId)) bars.push("judged");
  if (readerIn(actor, facts)?.declaredNone !== true) bars.push("not_declared");
  if (readerIn(actor, facts)?.waits) bars.push("tie_waits");
  if (facts.objected) bars.push("objected");
  return bars;
}

export type CaseMoveName = { [Name in MoveName]: (typeof moves)[Name]["of"] extends "case" ? Name : never }[MoveName];

type Asked = { met?: readonly Condition[]; reason?: string };
type TiedMoveName = { [Name in CaseMoveName]: (typeof moves)[Name] extends { bars: readonly (infer Stop)[] } ? ("tied" extends Stop ? Name : never) : never }[CaseMoveName];

/** May this person, or the system itself, make this move on this case? All rules are in the one table. What a tie bars is asked with the facts of a day. */
export function permitOn<Name extends CaseMoveName>(
  name: Name,
  by: Actor | "system",
  facts: [Extract<Name, TiedMoveName>] extends [never] ? CaseFacts : FactsOfDay,
  options?: Asked,
): Permission;
export function permitOn(name: CaseMoveName, by: Actor | "system", facts: CaseFacts, { met = [], reason }: Asked = {}): Permission {
  if (by === "system") return permit(name, { state: facts.state, standings: ["system"], bars: barsOnSystem(facts), met, reason });
  return permit(name, { state: facts.state, standings: standingsIn(by, facts), bars: barsOn(by, facts), met, reason });
}

/** What holds the case itself back. */
const barsOnSystem = ({ objected, readers }: CaseFacts): Bar[] => [
  ...(readers.some(({ waits }) => waits) ? (["tie_waits"] as const) : []),
  ...(objected ? (["objected"] as const) : []),
];

/** The moves a page may offer this person, conditions aside. */
export const movesFor = (actor: Actor, facts: FactsOfDay): CaseMoveName[] =>
  movesOpenTo("case", { state: facts.state, standings: standingsIn(actor, facts), bars: barsOn(actor, facts) }) as CaseMoveName[];
