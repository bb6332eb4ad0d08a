import { and, eq, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import { organisations } from "#db/schema/accounts";
import { retentionHolds } from "#db/schema/retention";
import { cases } from "#db/schema/review";
import { type Actor, hasRole } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { caseNumberIn, type holdWords, type TypedHold } from "./hold-input";

export type HeldBack = { ok: true; holdId: string } | { ok: false; why: keyof typeof holdWords };

/**
 * From now on nothing of this group, or of this case, is deleted, whatever stands in a plan. Waits for what is being carried out at this moment.
 * Refuses what is not there, a name that several have, and what is held back already. Undefined for anybody but a privacy lead.
 */
export async function holdBack(db: Db, clock: Clock, actor: Actor, { what, reason }: TypedHold): Promise<HeldBack | undefined> {
  if (!hasRole(actor, "privacy_lead")) return undefined;
  return db.transaction(async (tx): Promise<HeldBack> => {
    const found = await thingNamed(tx, what);
    if (found.length > 1) return { ok: false, why: "several_found" };
    const [thing] = found;
    if (!thing) return { ok: false, why: "nothing_found" };
    const same = thing.caseId ? eq(retentionHolds.caseId, thing.caseId) : eq(retentionHolds.organisationId, thing.organisationId ?? "");
    const [held] = await tx
      .select({ id: retentionHolds.id })
      .from(retentionHolds)
      .where(and(same, isNull(retentionHolds.releasedAt)));
    if (held) return { ok: false, why: "held_already" };
    const [row] = await tx
      .insert(retentionHolds)
      .values({ ...thing, reason, heldBy: actor.personId, heldAt: clock.now() })
      .returning({ id: retentionHolds.id });
    await record(tx, { personId: actor.personId }, clock.now(), { type: "retention.held_back", subject: thing.caseId ?? thing.organisationId ?? "", data: { hold_id: row!.id } });
    return { ok: true, holdId: row!.id };
  });
}

/** The case of this number or the group of this name, held until the transaction ends. */
async function thingNamed(tx: Db, what: string): Promise<{ caseId?: string; organisationId?: string }[]> {
  const number = caseNumberIn(what);
  if (number !== undefined) {
    const found = await tx.select({ caseId: cases.id }).from(cases).where(eq(cases.number, number)).for("update");
    if (found.length > 0) return found;
  }
  return tx
    .select({ organisationId: organisations.id })
    .from(organisations)
    .where(or(eq(organisations.slug, what.toLowerCase()), sql`lower(${organisations.name}) = lower(${what})`))
    .limit(2)
    .for("update");
}

/** What was held back may be deleted again, by a plan of its own. Undefined for anybody but a privacy lead, and where nothing is held back under this id. */
export async function letGo(db: Db, clock: Clock, actor: Actor, holdId: string): Promise<{ ok: true } | undefined> {
  if (!hasRole(actor, "privacy_lead") || !z.uuid().safeParse(holdId).success) return undefined;
  return db.transaction(async (tx) => {
    const [held] = await tx
      .update(retentionHolds)
      .set({ releasedBy: actor.personId, releasedAt: clock.now() })
      .where(and(eq(retentionHolds.id, holdId), isNull(retentionHolds.releasedAt)))
      .returning({ caseId: retentionHolds.caseId, organisationId: retentionHolds.organisationId });
    if (!held) return undefined;
    await record(tx, { personId: actor.personId }, clock.now(), { type: "retention.let_go", subject: held.caseId ?? held.organisationId ?? "", data: { hold_id: holdId } });
    return { ok: true as const };
  });
}
