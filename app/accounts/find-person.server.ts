import { eq, sql } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import type { Db } from "~/platform/database.server";

/** The person with this address, in whatever case it is typed. */
export async function personByEmail(db: Db, email: string): Promise<{ id: string; name: string } | undefined> {
  const [person] = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(sql`lower(${people.email})`, email.trim().toLowerCase()));
  return person;
}
