import { desc, eq } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { contactChecks } from "#db/schema/providers";
import type { Db } from "~/platform/database.server";
import type { ContactCheck } from "./contact-check";

/** The newest tests of a provider's phone and e-mail, newest first. One read. */
export async function contactChecksOf(db: Db, organisationId: string, limit = 6): Promise<ContactCheck[]> {
  const rows = await db
    .select({ route: contactChecks.route, worked: contactChecks.worked, at: contactChecks.checkedAt, by: people.name })
    .from(contactChecks)
    .leftJoin(people, eq(people.id, contactChecks.checkedBy))
    .where(eq(contactChecks.organisationId, organisationId))
    .orderBy(desc(contactChecks.checkedAt), contactChecks.route)
    .limit(limit);
  return rows.map(({ worked, at, ...row }) => ({ ...row, worked: worked === "yes", at: at.toISOString() }));
}
