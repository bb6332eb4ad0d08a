import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { offers } from "#db/schema/providers";
import { type Actor, membershipIn } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { faultOf, Offer, type OfferFault } from "./offer";

export type OfferAdded = { ok: true; id: string } | { ok: false; why: OfferFault };

/** What a provider offers now, by name. */
export const offersOf = (db: Db, organisationId: string) =>
  db
    .select({ id: offers.id, name: offers.name, summary: offers.summary })
    .from(offers)
    .where(and(eq(offers.organisationId, organisationId), isNull(offers.endedAt)))
    .orderBy(asc(sql`lower(${offers.name})`), asc(offers.id));

/** Adds one. Refuses a name that is already on the list, whatever its case. Undefined when the actor does not belong to the provider. */
export async function addOffer(
  db: Db,
  clock: Clock,
  actor: Actor,
  { organisationId, ...offer }: { organisationId: string; name: string; summary?: string },
): Promise<OfferAdded | undefined> {
  if (!membershipIn(actor, organisationId)) return undefined;
  const read = Offer.safeParse(offer);
  if (!read.success) return { ok: false, why: faultOf(offer) };
  const { name, summary } = read.data;
  const at = clock.now();
  return db.transaction(async (tx) => {
    // One at a time for a provider, so that two presses make one offer.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`offers ${organisationId}`}, 0))`);
    const same = (await offersOf(tx, organisationId)).some((each) => each.name.toLowerCase() === name.toLowerCase());
    if (same) return { ok: false, why: "already_there" };
    const [row] = await tx.insert(offers).values({ organisationId, name, summary, createdAt: at }).returning({ id: offers.id });
    await record(tx, { personId: actor.personId }, at, { type: "provider.offer_added", subject: organisationId, data: { name } });
    return { ok: true, id: row!.id };
  });
}

/** Takes one off the list; a mark that names it keeps saying so. Undefined when it is not theirs or already off. */
export async function endOffer(db: Db, clock: Clock, actor: Actor, { organisationId, offerId }: { organisationId: string; offerId: string }): Promise<{ ok: true } | undefined> {
  if (!membershipIn(actor, organisationId) || !z.uuid().safeParse(offerId).success) return undefined;
  const at = clock.now();
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(offers)
      .set({ endedAt: at })
      .where(and(eq(offers.id, offerId), eq(offers.organisationId, organisationId), isNull(offers.endedAt)))
      .returning({ name: offers.name });
    if (!row) return undefined;
    await record(tx, { personId: actor.personId }, at, { type: "provider.offer_ended", subject: organisationId, data: { name: row.name } });
    return { ok: true };
  });
}
