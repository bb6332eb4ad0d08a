import { lt } from "drizzle-orm";
import { invitations, sessions, signInLinks } from "#db/schema/accounts";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";

/** Long enough to look into who signed in; the audit trail keeps that they did. */
const keptFor = 30 * 24 * 60 * 60_000;

/** Forgets links, sessions and invitations that have been over for thirty days. */
export async function forgetOldSignIns(db: Db, clock: Clock): Promise<void> {
  const before = new Date(clock.now().getTime() - keptFor);
  await db.delete(signInLinks).where(lt(signInLinks.expiresAt, before));
  await db.delete(invitations).where(lt(invitations.expiresAt, before));
  await db.delete(sessions).where(lt(sessions.expiresAt, before));
}
