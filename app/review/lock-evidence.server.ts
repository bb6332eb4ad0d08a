import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { evidenceFiles } from "#db/schema/evidence";
import type { Actor } from "~/accounts/actor";
import { hasRole } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { factsOf, filesShown } from "./case-file";
import { holdCase } from "./find-case.server";
import { evidenceLocked } from "./letters";
import { mayReadIn, readerIn } from "./standing";
import { tellProvider } from "./tell.server";

export type EvidenceLocked = { ok: true /** False when it had been locked before. */; fresh: boolean } | { ok: false; why: Refusal };

/**
 * A reader or a moderator says that a file of a case holds personal details. From then on nobody can open it, and the provider's admins are told to replace it,
 * without a word of what was seen. Refuses whoever may not read what was sent. Undefined when the case is out of reach or shows no such file.
 */
export function lockEvidence(db: Db, clock: Clock, actor: Actor, { caseId, fileId }: { caseId: string; fileId: string }): Promise<EvidenceLocked | undefined> {
  return db.transaction(async (tx): Promise<EvidenceLocked | undefined> => {
    const file = await holdCase(tx, actor, caseId);
    if (!file || !z.uuid().safeParse(fileId).success || !Object.hasOwn(filesShown(file), fileId)) return undefined;
    const facts = factsOf(file);
    if (!hasRole(actor, "moderator") && !readerIn(actor, facts)) return { ok: false, why: "wrong_role" };
    if (!mayReadIn(actor, facts)) return { ok: false, why: readerIn(actor, facts)?.declaredNone ? "wrong_state" : "not_declared" };
    const now = clock.now();
    const [locked] = await tx
      .update(evidenceFiles)
      .set({ lockedAt: now, lockedBy: actor.personId })
      .where(and(eq(evidenceFiles.id, fileId), isNull(evidenceFiles.lockedAt), isNull(evidenceFiles.removedAt)))
      .returning({ id: evidenceFiles.id });
    if (!locked) return { ok: true, fresh: false };
    await tellProvider(tx, clock, file, evidenceLocked, paths.library(file.provider.slug));
    await record(tx, { personId: actor.personId }, now, { type: "evidence.locked", subject: fileId, data: { case_id: caseId } });
    return { ok: true, fresh: true };
  });
}
