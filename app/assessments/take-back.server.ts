import { and, eq } from "drizzle-orm";
import { assessments } from "#db/schema/assessments";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { assessmentFor } from "./draft.server";
import { standingsIn } from "./reach";
import { permit, type Refusal } from "./workflow";

export type TakenBack = { ok: true } | { ok: false; why: Refusal };

/**
 * Takes back an assessment that was sent. What was sent stays on record; the answers can be carried into a new draft.
 * Says nothing about the case that was opened with it: whoever calls closes it in the same transaction.
 * Undefined when the assessment is not the actor's.
 */
export const takeBack = (db: Db, clock: Clock, actor: Actor, assessmentId: string) => withdraw(db, clock, actor, assessmentId, "take_back");

/** Gives up a draft. Its answers stay on record, and nobody works on them any more. Undefined when it is not the actor's. */
export const discard = (db: Db, clock: Clock, actor: Actor, assessmentId: string) => withdraw(db, clock, actor, assessmentId, "discard");

async function withdraw(db: Db, clock: Clock, actor: Actor, assessmentId: string, move: "take_back" | "discard"): Promise<TakenBack | undefined> {
  return db.transaction(async (tx): Promise<TakenBack | undefined> => {
    const assessment = await assessmentFor(tx, actor, assessmentId, "update");
    if (!assessment) return undefined;
    const allowed = permit(move, { state: assessment.state, standings: standingsIn(actor, assessment.organisationId), bars: [], met: [] });
    if (!allowed.ok) return allowed;
    await tx
      .update(assessments)
      .set({ state: "withdrawn" })
      .where(and(eq(assessments.id, assessment.id), eq(assessments.state, assessment.state)));
    await record(tx, { personId: actor.personId }, clock.now(), { type: "assessment.withdrawn", subject: assessment.id, data: {} });
    return { ok: true };
  });
}
