import { and, eq, isNull } from "drizzle-orm";
import { evidenceFiles } from "#db/schema/evidence";
import { privacyLocks } from "#db/schema/privacy";
import { type Actor, hasRole } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { type CaseFile, factsOf } from "../case-file";
import { findCase, holdCase } from "../find-case.server";
import { mayReadIn, readerIn } from "../standing";
import { tellProvider, tellRole } from "../tell.server";
import type { LockForm } from "./details";
import { type Found, foundIn } from "./found";
import { detailsToJudge, evidenceLocked, wordsLocked } from "./lock-letters";
import { type LockedAs, lockOn } from "./locks";

type Of = { caseId: string; criterion: string; what: string };
export type DetailsLocked = { ok: true /** False when it had been locked before. */; fresh: boolean } | { ok: false; why: Refusal };

/**
 * Whoever may read a case says that something in it holds personal details. From then on only a privacy lead can open it; the provider's admins are told to replace what is theirs,
 * and the privacy leads to look at it, without a word of what was seen (domain §G.3). Undefined when the case is out of reach or shows no such thing.
 */
export function lockDetails(db: Db, clock: Clock, actor: Actor, { caseId, criterion, what, sorts, place }: Of & LockForm): Promise<DetailsLocked | undefined> {
  return db.transaction(async (tx): Promise<DetailsLocked | undefined> => {
    const file = await holdCase(tx, actor, caseId);
    const found = file && foundIn(file, criterion, what);
    if (!file || !found) return undefined;
    const refused = refusedTo(actor, file);
    if (refused) return { ok: false, why: refused };
    const now = clock.now();
    if (lockOn(file.locks, found.kind, found.target) || !(await closeFile(tx, found, actor, now))) return { ok: true, fresh: false };
    const by = { lockedBy: actor.personId, lockedAs: lockedAs(actor, file), lockedAt: now };
    const [lock] = await tx
      .insert(privacyLocks)
      .values({ caseId, ...found, criterion, sorts, place, state: "locked", ...by })
      .returning({ id: privacyLocks.id });
    if (found.kind === "file") await tellProvider(tx, clock, file, evidenceLocked, paths.library(file.provider.slug));
    else if (found.kind !== "visit") await tellProvider(tx, clock, file, wordsLocked(criterion, found.kind), paths.sent(file.submission.assessmentId));
    await tellRole(tx, clock, file, "privacy_lead", detailsToJudge, paths.lockedThing(lock!.id));
    await record(
      tx,
      { personId: actor.personId },
      now,
      found.kind === "file" || found.kind === "page"
        ? { type: "evidence.locked", subject: found.target, data: { case_id: caseId } }
        : { type: "case.words_locked", subject: caseId, data: { criterion, lock_id: lock!.id } },
    );
    return { ok: true, fresh: true };
  });
}

/** What somebody is about to lock. Undefined when they may not, or there is no such thing; `locked` when somebody was quicker. */
export async function toLock(db: Db, actor: Actor, { caseId, criterion, what }: Of): Promise<{ file: CaseFile; found: Found; locked: boolean } | undefined> {
  const file = await findCase(db, actor, caseId);
  const found = file && foundIn(file, criterion, what);
  return file && found && !refusedTo(actor, file) ? { file, found, locked: lockOn(file.locks, found.kind, found.target) !== undefined } : undefined;
}

function refusedTo(actor: Actor, file: CaseFile): Refusal | undefined {
  const facts = factsOf(file);
  if (mayReadIn(actor, facts)) return undefined;
  return readerIn(actor, facts)?.declaredNone ? "wrong_state" : "not_declared";
}

const lockedAs = (actor: Actor, file: CaseFile): LockedAs => {
  if (hasRole(actor, "assessor") && readerIn(actor, factsOf(file))) return "assessor";
  return hasRole(actor, "moderator") ? "moderator" : "decider";
};

/** Takes a file out of everybody's reach, wherever else it is shown. False when it was locked before, perhaps in another case. */
async function closeFile(tx: Db, { kind, target }: Found, { personId }: Actor, now: Date): Promise<boolean> {
  if (kind !== "file") return true;
  const closed = await tx
    .update(evidenceFiles)
    .set({ lockedAt: now, lockedBy: personId })
    .where(and(eq(evidenceFiles.id, target), isNull(evidenceFiles.lockedAt), isNull(evidenceFiles.removedAt)))
    .returning({ id: evidenceFiles.id });
  return closed.length > 0;
}
