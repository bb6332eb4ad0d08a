import { and, eq, isNotNull, sql } from "drizzle-orm";
import { answers, submissions } from "#db/schema/assessments";
import { evidenceFiles, linkCaptures } from "#db/schema/evidence";
import { privacyLocks } from "#db/schema/privacy";
import { cases, supplements } from "#db/schema/review";
import { type Actor, hasRole } from "~/accounts/actor";
import { Answer, SubmissionContent } from "~/assessments/answer";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { FilesUnavailable, removeStored } from "~/platform/files.server";
import { canonical } from "~/standards/canonical";
import { SupplementContent } from "../supplement";
import { type FoundLock, holdLock } from "./find-lock.server";
import { blankAdded, blankAnswer, blankSent, blankTitles, removedNote } from "./locks";
import { type PrivacyMoveName, type PrivacyRefusal, permitPrivacy } from "./privacy-moves";

export type LockDecision = { move: PrivacyMoveName; reason: string; breach: boolean; breachReason: string };
export type LockDecided = { ok: true } | { ok: false; why: PrivacyRefusal | "storage_unavailable" };

/**
 * A privacy lead decides, once, about something that was locked: there are no personal details in it and it can be read again, or it is removed for good;
 * and whether it is a breach that must be reported. Removed are the bytes of a file or page, and words wherever they were written: what was sent keeps the hash it had then, beside the hash without them.
 * Refuses by the table of moves. Undefined for everybody but a privacy lead who does not belong to the provider.
 */
export async function decideLock(db: Db, clock: Clock, actor: Actor, id: string, { move, reason, breach, breachReason }: LockDecision): Promise<LockDecided | undefined> {
  try {
    return await db.transaction(async (tx): Promise<LockDecided | undefined> => {
      const lock = await holdLock(tx, actor, id);
      if (!lock) return undefined;
      const standings = hasRole(actor, "privacy_lead") ? (["privacy_lead"] as const) : [];
      const permission = permitPrivacy(move, { state: lock.state, standings, bars: lock.lockedBy === actor.personId ? ["locked_it"] : [], reason });
      if (!permission.ok) return permission;
      const at = clock.now();
      const said = { reason: reason.trim(), breach, breachReason: breachReason.trim() };
      await tx
        .update(privacyLocks)
        .set({ state: permission.to, decidedBy: actor.personId, decidedAt: at, ...said, ...(move === "purge" && { place: "" }) })
        .where(eq(privacyLocks.id, id));
      if (move === "purge") await purge(tx, lock, at);
      else if (lock.kind === "file") await tx.update(evidenceFiles).set({ lockedAt: null, lockedBy: null }).where(eq(evidenceFiles.id, lock.target));
      await record(tx, { personId: actor.personId }, at, { type: move === "purge" ? "privacy.purged" : "privacy.unlocked", subject: id, data: { kind: lock.kind, breach } });
      return { ok: true };
    });
  } catch (error) {
    if (error instanceof FilesUnavailable) return { ok: false, why: "storage_unavailable" };
    throw error;
  }
}

/** Words first, bytes last: what cannot be written keeps the bytes, and what was erased is gone even if the transaction then fails; it is locked all the same. */
async function purge(tx: Db, lock: FoundLock, at: Date) {
  if (lock.kind === "visit") await tx.execute(sql`select purge_visit(${lock.id})`);
  else if (lock.kind !== "page") await takeWordsOut(tx, lock, at);
  if (lock.kind === "file") {
    const [file] = await tx.update(evidenceFiles).set({ name: removedNote, findings: [] }).where(eq(evidenceFiles.id, lock.target)).returning({ key: evidenceFiles.storageKey });
    await removeStored(file!.key);
  }
  if (lock.kind === "page") {
    const [page] = await tx.select({ key: linkCaptures.storageKey }).from(linkCaptures).where(eq(linkCaptures.id, lock.target));
    if (page?.key) await removeStored(page.key);
  }
}

/** Out of everything that this provider has sent and that shows it, and out of where it was written. */
async function takeWordsOut(tx: Db, lock: FoundLock, at: Date) {
  const file = lock.kind === "file";
  const sent = await tx
    .select({ id: submissions.id, assessmentId: submissions.assessmentId, content: submissions.content })
    .from(submissions)
    .where(file ? eq(submissions.organisationId, lock.organisationId) : eq(submissions.id, lock.submissionId));
  for (const { id, assessmentId, content } of sent) {
    const was = SubmissionContent.parse(JSON.parse(content));
    if (await replaced(tx, lock, id, was, blankSent(was, lock, removedNote), at)) await takeWrittenOut(tx, lock, assessmentId);
  }
  const added = await tx
    .select({ id: supplements.id, content: supplements.content })
    .from(supplements)
    .innerJoin(cases, eq(cases.id, supplements.caseId))
    .where(and(isNotNull(supplements.sentAt), file ? eq(cases.organisationId, lock.organisationId) : eq(cases.id, lock.caseId)));
  for (const { id, content } of added) {
    const was = SupplementContent.parse(JSON.parse(content));
    await replaced(tx, lock, id, was, blankAdded(was, lock, id, removedNote), at);
  }
}

/** Nothing is written where nothing is different. */
async function replaced(tx: Db, { id: lockId }: FoundLock, sentId: string, was: object, blank: object, at: Date): Promise<boolean> {
  const became = canonical(blank);
  if (became === canonical(was)) return false;
  await tx.execute(sql`select purge_words(${lockId}, ${sentId}, ${became}, ${at.toISOString()})`);
  return true;
}

async function takeWrittenOut(tx: Db, lock: FoundLock, assessmentId: string) {
  const of = eq(answers.assessmentId, assessmentId);
  const rows = await tx.select({ criterion: answers.criterion, content: answers.content }).from(answers).where(of);
  for (const { criterion, content } of rows) {
    const was = Answer.parse(content);
    const blank = lock.kind === "answer" && criterion === lock.target ? blankAnswer(was, removedNote) : blankTitles(was, lock, removedNote);
    if (canonical(blank) !== canonical(was))
      await tx
        .update(answers)
        .set({ content: blank })
        .where(and(of, eq(answers.criterion, criterion)));
  }
}
