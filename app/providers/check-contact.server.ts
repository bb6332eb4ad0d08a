import { eq } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { contactChecks } from "#db/schema/providers";
import { type Actor, hasRole, membershipIn } from "~/accounts/actor";
import { type By, record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { ContactRoute } from "./contact-check";

/**
 * Records a test of the phone or e-mail that people are told to use: somebody of the scheme rang or wrote.
 * Undefined when there is no such provider, the actor is neither assessor nor moderator, or belongs to the provider themselves.
 */
export async function checkContact(db: Db, clock: Clock, actor: Actor, test: Tested): Promise<{ ok: true } | undefined> {
  const { organisationId } = test;
  if (!hasRole(actor, "assessor", "moderator") || membershipIn(actor, organisationId)) return undefined;
  return db.transaction(async (tx) => {
    const [found] = await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, organisationId));
    if (!found) return undefined;
    await recordCheck(tx, clock, { personId: actor.personId }, test);
    return { ok: true };
  });
}

type Tested = { organisationId: string; route: ContactRoute; worked: boolean };

/** Writes a test down, in the caller's transaction: somebody tried, or mail came back, which needs nobody. Whoever calls has asked who may. */
export async function recordCheck(tx: Db, clock: Clock, by: By, { organisationId, route, worked }: Tested) {
  const checkedAt = clock.now();
  const answer = worked ? ("yes" as const) : ("no" as const);
  await tx.insert(contactChecks).values({ organisationId, route, worked: answer, checkedAt, checkedBy: "personId" in by ? by.personId : null });
  await record(tx, by, checkedAt, { type: "provider.contact_checked", subject: organisationId, data: { route, worked: answer } });
}
