import { and, eq } from "drizzle-orm";
import { caseMoves, cases } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import { type CaseState, type Move, moves } from "~/assessments/workflow";
import { type By, record } from "~/audit/record.server";
import type { Db } from "~/platform/database.server";
import type { CaseMoveName } from "./standing";

/** Who makes a move: a person, or the case itself when nothing more is needed. */
export type Mover = Actor | "system";
export const byOf = (mover: Mover): By => (mover === "system" ? { system: "review" } : { personId: mover.personId });

/**
 * Writes one permitted move: the new state, a row of the case's history, and the audit event where the state changed. Answers the new state.
 * Permission is asked before (`permitOn`), with the case held; a case that is in another state by now is a bug, and throws.
 */
export async function makeMove(tx: Db, from: { id: string; state: CaseState }, name: CaseMoveName, by: Mover, at: Date, reason?: string): Promise<CaseState> {
  const move: Move = moves[name];
  if (move.of !== "case") throw new Error(`${name} is no move of a case`);
  const moved = await tx
    .update(cases)
    .set({ state: move.to })
    .where(and(eq(cases.id, from.id), eq(cases.state, from.state)))
    .returning({ id: cases.id });
  if (moved.length === 0) throw new Error(`case ${from.id} is not ${from.state} any more`);
  await tx.insert(caseMoves).values({ caseId: from.id, name, fromState: from.state, toState: move.to, by: by === "system" ? null : by.personId, reason: reason ?? null, at });
  if (move.to !== from.state) await record(tx, byOf(by), at, { type: "case.moved", subject: from.id, data: { move: name, from: from.state, to: move.to } });
  return move.to;
}
