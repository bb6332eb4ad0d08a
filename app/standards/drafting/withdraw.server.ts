import { and, eq, isNull } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { standardWithdrawals } from "#db/schema/standards";
import { type Actor, hasRole } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { versionOf } from "../versions.server";

/** Why a version is withdrawn, and by whom. `confirmedAt` is null while a second editor has not said yes. */
export type Withdrawal = { reason: string; proposedBy: { personId: string; name: string }; proposedAt: Date; confirmedAt: Date | null };
export type WithdrawalStep = { ok: true } | { ok: false; why: "already_proposed" | "not_proposed" | "own_proposal" | "reason_missing" };
type Named = { key: string; version: string };

/** What is known of a version's withdrawal; undefined where nobody proposed one. */
export async function withdrawalOf(db: Db, versionId: string): Promise<Withdrawal | undefined> {
  const [row] = await db
    .select({
      reason: standardWithdrawals.reason,
      personId: people.id,
      name: people.name,
      proposedAt: standardWithdrawals.proposedAt,
      confirmedAt: standardWithdrawals.confirmedAt,
    })
    .from(standardWithdrawals)
    .innerJoin(people, eq(people.id, standardWithdrawals.proposedBy))
    .where(eq(standardWithdrawals.versionId, versionId));
  return row && { reason: row.reason, proposedBy: { personId: row.personId, name: row.name }, proposedAt: row.proposedAt, confirmedAt: row.confirmedAt };
}

/** An editor proposes that nothing new may begin under a version. Nothing changes until a second editor confirms. Undefined for who is no editor, or no such version. */
export const proposeWithdrawal = (db: Db, clock: Clock, actor: Actor, { reason, ...named }: Named & { reason: string }) =>
  step(db, actor, named, async (tx, versionId, subject) => {
    if (reason.trim().length < 10) return { ok: false, why: "reason_missing" };
    const at = clock.now();
    const made = await tx
      .insert(standardWithdrawals)
      .values({ versionId, reason: reason.trim(), proposedBy: actor.personId, proposedAt: at })
      .onConflictDoNothing()
      .returning({ id: standardWithdrawals.id });
    if (made.length === 0) return { ok: false, why: "already_proposed" };
    await record(tx, { personId: actor.personId }, at, { type: "standard.withdrawal_proposed", subject, data: {} });
    return { ok: true };
  });

/** A second editor confirms: from this moment nothing new begins under the version. What stands under it stays. Undefined for who is no editor, or no such version. */
export const confirmWithdrawal = (db: Db, clock: Clock, actor: Actor, named: Named) =>
  step(db, actor, named, async (tx, versionId, subject) => {
    const why = await openFor(tx, versionId, actor);
    if (why) return { ok: false, why };
    const at = clock.now();
    await tx.update(standardWithdrawals).set({ confirmedBy: actor.personId, confirmedAt: at }).where(eq(standardWithdrawals.versionId, versionId));
    await record(tx, { personId: actor.personId }, at, { type: "standard.withdrawn", subject, data: {} });
    return { ok: true };
  });

/** Any editor, the one who proposed it too, takes an open proposal off the table. Undefined for who is no editor, or no such version. */
export const dropWithdrawal = (db: Db, clock: Clock, actor: Actor, named: Named) =>
  step(db, actor, named, async (tx, versionId, subject) => {
    const gone = await tx
      .delete(standardWithdrawals)
      .where(and(eq(standardWithdrawals.versionId, versionId), isNull(standardWithdrawals.confirmedAt)))
      .returning({ id: standardWithdrawals.id });
    if (gone.length === 0) return { ok: false, why: "not_proposed" };
    await record(tx, { personId: actor.personId }, clock.now(), { type: "standard.withdrawal_dropped", subject, data: {} });
    return { ok: true };
  });

async function step(
  db: Db,
  actor: Actor,
  { key, version }: Named,
  act: (tx: Db, versionId: string, subject: string) => Promise<WithdrawalStep>,
): Promise<WithdrawalStep | undefined> {
  if (!hasRole(actor, "editor")) return undefined;
  const found = await versionOf(db, key, version);
  if (!found) return undefined;
  return db.transaction((tx) => act(tx, found.id, `${key}@${version}`));
}

async function openFor(tx: Db, versionId: string, actor: Actor): Promise<"not_proposed" | "own_proposal" | undefined> {
  const [open] = await tx
    .select({ proposedBy: standardWithdrawals.proposedBy })
    .from(standardWithdrawals)
    .where(and(eq(standardWithdrawals.versionId, versionId), isNull(standardWithdrawals.confirmedAt)))
    .for("update");
  if (!open) return "not_proposed";
  return open.proposedBy === actor.personId ? "own_proposal" : undefined;
}
