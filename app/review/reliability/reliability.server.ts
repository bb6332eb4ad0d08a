import type { Actor } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { versionsById } from "~/standards/versions.server";
import { type Agreement, agreementOver } from "../agreement";
import { type BlindPairs, blindPairs } from "../agreement.server";
import { quarterOf } from "../depth";
import { type CriterionFigures, figuresOf, type Reliability, type ReliabilityFigures, worstOf } from "./figures";
import { boundsOf, type Quarter } from "./quarters";

/** How far readers agree, in one quarter or from the start: for the scheme's own people. Names nobody. Two reads at most. */
export async function reliabilityOf(db: Db, clock: Clock, chosen: Quarter | null): Promise<Reliability> {
  const all = await blindPairs(db);
  const quarters = [...new Set([quarterOf(londonDay(clock.now())), ...all.map(({ quarter }) => quarter)])].sort().reverse();
  return { ...(await figuresIn(db, chosen === null ? all : all.filter(({ quarter }) => quarter === chosen))), chosen, quarters };
}

/** The criteria on which readers differed most about Met this quarter. Two reads at most. */
export async function worstNow(db: Db, clock: Clock): Promise<CriterionFigures[]> {
  return worstOf(await figuresIn(db, await blindPairs(db, { from: boundsOf(quarterOf(londonDay(clock.now()))).from })));
}

const figuresIn = async (db: Db, counted: readonly BlindPairs[]): Promise<ReliabilityFigures> =>
  figuresOf(counted, await versionsById(db, [...new Set(counted.map(({ versionId }) => versionId))]));

/** How far this person agreed this quarter with whoever read the same case. For their own eyes only. One read. */
export async function ownAgreement(db: Db, clock: Clock, { personId }: Actor): Promise<Agreement> {
  return agreementOver(await blindPairs(db, { reader: personId, from: boundsOf(quarterOf(londonDay(clock.now()))).from }));
}
