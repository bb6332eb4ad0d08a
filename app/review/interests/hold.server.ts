import { sql } from "drizzle-orm";
import { memberships, organisations, people } from "#db/schema/accounts";
import { interests } from "#db/schema/interests";
import type { Db } from "~/platform/database.server";

/** Until the transaction ends this person states nothing: what is known of them stays so. */
export async function holdPerson(tx: Db, ...personIds: string[]) {
  await tx.execute(sql`select 1 from ${people} where id in ${personIds} order by id for no key update`);
}

/**
 * Until the transaction ends nothing new is known of those who are chosen, and nobody else is chosen between their organisations and this one:
 * of two choices that would be a swap together, the later sees the earlier.
 */
export async function holdChoice(tx: Db, personIds: string[], organisationId: string) {
  await holdPerson(tx, ...personIds);
  await tx.execute(sql`select 1 from ${organisations} where id = ${organisationId} or id in (select m.organisation_id from ${memberships} m where m.person_id in ${personIds})
    or id in (select i.organisation_id from ${interests} i where i.person_id in ${personIds}) order by id for no key update`);
}
