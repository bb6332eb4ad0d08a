import { and, eq } from "drizzle-orm";
import { assessments, draftMigrations } from "#db/schema/assessments";
import type { Facts } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { canonical } from "~/standards/canonical";
import type { CarriedAnswers } from "./carried";
import { type Assessment, assessmentFor } from "./draft.server";
import { answersMoved, movable } from "./moved-answers.server";
import { stepsBetween } from "./newer.server";
import { standingsIn } from "./reach";
import { permit, type Refusal } from "./workflow";

export type Undone = { ok: true; assessmentId: string /** False when it had been undone before. */; fresh: boolean } | { ok: false; why: Refusal | "not_moved" };

/**
 * Takes back a move: the draft it was moved from is a draft again, just as it was, and the new one is given up. `assessmentId` is the new one.
 * Only until something in the new one was changed: `untouched` then. Refuses by the move table, and a draft that was not moved.
 * Undefined when it is not the actor's.
 */
export async function undoMigration(db: Db, clock: Clock, actor: Actor, assessmentId: string): Promise<Undone | undefined> {
  return db.transaction(async (tx): Promise<Undone | undefined> => {
    const seen = await assessmentFor(tx, actor, assessmentId);
    const [migration] = seen ? await tx.select().from(draftMigrations).where(eq(draftMigrations.toId, seen.id)) : [];
    if (!seen) return undefined;
    if (!migration) return { ok: false, why: "not_moved" };
    // The old one first, as agreeing does: whoever agrees again meanwhile waits.
    const old = await assessmentFor(tx, actor, migration.fromId, "update");
    const moved = await assessmentFor(tx, actor, assessmentId, "update");
    if (!old || !moved) return undefined;
    const [held] = await tx.select().from(draftMigrations).where(eq(draftMigrations.id, migration.id));
    if (held?.undoneAt) return { ok: true, assessmentId: old.id, fresh: false };
    const who = standingsIn(actor, old.organisationId);
    const untouched = await isUntouched(tx, old, moved);
    const back = permit("migrate_back", { state: old.state, standings: who, bars: [], met: untouched ? ["untouched"] : [] });
    const away = permit("discard", { state: moved.state, standings: who, bars: [], met: [] });
    if (!away.ok) return away;
    if (!back.ok) return back;
    const now = clock.now();
    await tx
      .update(assessments)
      .set({ state: "withdrawn" })
      .where(and(eq(assessments.id, moved.id), eq(assessments.state, "draft")));
    await tx
      .update(assessments)
      .set({ state: "draft" })
      .where(and(eq(assessments.id, old.id), eq(assessments.state, "migrated")));
    await tx.update(draftMigrations).set({ undoneBy: actor.personId, undoneAt: now }).where(eq(draftMigrations.id, migration.id));
    await record(tx, { personId: actor.personId }, now, { type: "assessment.migration_undone", subject: old.id, data: { to_id: moved.id } });
    return { ok: true, assessmentId: old.id, fresh: true };
  });
}

/** Whether the new draft says exactly what the move made of the old one, so that going back loses nothing. */
async function isUntouched(tx: Db, old: Assessment, moved: Assessment): Promise<boolean> {
  const steps = (await stepsBetween(tx, old.version.standard, moved.version.standard)) ?? [];
  const { answers } = await answersMoved(tx, old, steps);
  const now = await movable(tx, moved);
  return said(answers, old.facts) === said(now.answers, moved.facts);
}

const said = (answers: CarriedAnswers, facts: Facts | undefined) =>
  canonical({
    facts: facts ?? null,
    answers: Object.fromEntries(Object.entries(answers).map(([id, { answer, privateNote, carried }]) => [id, { answer, privateNote, asks: carried?.needs ?? null }])),
  });
