import { eq } from "drizzle-orm";
import { assignments } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { type CaseFile, currentReaders, factsOf } from "./case-file";
import { holdCase } from "./find-case.server";
import { makeMove } from "./move.server";
import { readerLeft } from "./reader-letters";
import { permitOn } from "./standing";
import { tellRole } from "./tell.server";

/** A reader leaves a case, with a reason that its moderators read. What they rated stays on record and no longer counts. Undefined when the case is out of reach. */
export function stepAside(
  db: Db,
  clock: Clock,
  actor: Actor,
  { caseId, reason }: { caseId: string; reason: string },
): Promise<{ ok: true } | { ok: false; why: Refusal } | undefined> {
  return db.transaction(async (tx) => {
    const file = await holdCase(tx, actor, caseId);
    if (!file) return undefined;
    const permission = permitOn("step_aside", actor, factsOf(file), { reason });
    if (!permission.ok) return permission;
    await leave(tx, clock, actor, file, reason.trim());
    return { ok: true as const };
  });
}

/** The leaving itself: ends the reader's assignment and sends the case back to wait for another. */
export async function leave(tx: Db, clock: Clock, actor: Actor, file: CaseFile, reason: string) {
  const now = clock.now();
  const mine = currentReaders(file).find(({ personId }) => personId === actor.personId)!;
  await tx.update(assignments).set({ endedAt: now, endedReason: reason }).where(eq(assignments.id, mine.id));
  await tellRole(tx, clock, file, "moderator", readerLeft(mine.part), paths.assign(file.id));
  await makeMove(tx, file, "step_aside", actor, now, reason);
  await record(tx, { personId: actor.personId }, now, { type: "case.stepped_aside", subject: file.id, data: { part: mine.part } });
}
