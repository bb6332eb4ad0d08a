import { eq } from "drizzle-orm";
import { assessments, draftMigrations } from "#db/schema/assessments";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type Assessment, assessmentFor } from "./draft.server";
import { answersMoved, writeMoved } from "./moved-answers.server";
import { movedTo } from "./moved-from.server";
import { newerThan } from "./newer.server";
import { standingsIn } from "./reach";
import { permit, type Refusal } from "./workflow";

export type Agreed =
  | { ok: true; assessmentId: string /** False when it had been agreed before. */; fresh: boolean }
  | { ok: false; why: Refusal | "newest_already" | "draft_there" };

/**
 * Moves a draft to the newest version, because this person of the provider agrees: a new draft with the answers as `migrate` proposes them, whose parent is the old one.
 * The old one stays as it is, to be read for ever. However often it is pressed there is one move. Refuses by the move table, where there is nothing newer,
 * and where a draft of the newest version is there already. Undefined when it is not the actor's.
 */
export async function agreeToMigrate(db: Db, clock: Clock, actor: Actor, assessmentId: string): Promise<Agreed | undefined> {
  return db.transaction(async (tx): Promise<Agreed | undefined> => {
    const old = await assessmentFor(tx, actor, assessmentId, "update");
    if (!old) return undefined;
    const who = standingsIn(actor, old.organisationId);
    const allowed = permit("migrate", { state: old.state, standings: who, bars: [], met: [] });
    const before = old.state === "migrated" && who.includes("submitter") ? await movedTo(tx, old.id) : undefined;
    if (before) return { ok: true, assessmentId: before, fresh: false };
    if (!allowed.ok) return allowed;
    const now = clock.now();
    const newer = await newerThan(tx, old.version, londonDay(now));
    if (!newer) return { ok: false, why: "newest_already" };
    const moved = await answersMoved(tx, old, newer.steps);
    const draft = await newDraft(tx, old, newer.to.id, now, actor.personId);
    if (!draft) return { ok: false, why: "draft_there" };
    await writeMoved(tx, draft, moved.answers, now, actor.personId);
    await tx.update(assessments).set({ state: "migrated" }).where(eq(assessments.id, old.id));
    await tx.insert(draftMigrations).values({ fromId: old.id, toId: draft, agreedBy: actor.personId, agreedAt: now });
    await record(tx, { personId: actor.personId }, now, {
      type: "assessment.migrated",
      subject: old.id,
      data: { to_id: draft, from_version: old.version.standard.version, to_version: newer.to.standard.version },
    });
    return { ok: true, assessmentId: draft, fresh: true };
  });
}

async function newDraft(tx: Db, old: Assessment, standardVersionId: string, createdAt: Date, createdBy: string): Promise<string | undefined> {
  const { organisationId, facts = null, id: parentId } = old;
  const [made] = await tx
    .insert(assessments)
    .values({ organisationId, standardVersionId, state: "draft", facts, parentId, createdAt, createdBy })
    .onConflictDoNothing()
    .returning({ id: assessments.id });
  return made?.id;
}
