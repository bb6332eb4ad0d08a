import { eq } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { contactChecks } from "#db/schema/providers";
import { type Actor, hasRole, membershipIn } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";

/**
 * Records a test of the phone or e-mail that people are told to use: somebody of the scheme rang or wrote.
 * Undefined when there is no such provider, the actor is neither assessor nor moderator, or belongs to the provider themselves.
 */
export async function checkContact(
  db: Db,
  clock: Clock,
  actor: Actor,
  { organisationId, route, worked }: { organisationId: string; route: "phone" | "email"; worked: boolean },
): Promise<{ ok: true } | undefined> {
  if (!hasRole(actor, "assessor", "moderator") || membershipIn(actor, organisationId)) return undefined;
  const at = clock.now();
  return db.transaction(async (tx) => {
    const [found] = await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, organisationId));
    if (!found) return undefined;
    const answer = worked ? ("yes" as const) : ("no" as const);
    await tx.insert(contactChecks).values({ organisationId, route, worked: answer, checkedAt: at, checkedBy: actor.personId });
    await record(tx, { personId: actor.personId }, at, { type: "provider.contact_checked", subject: organisationId, data: { route, worked: answer } });
    return { ok: true };
  });
}
