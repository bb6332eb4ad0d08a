import { sql } from "drizzle-orm";
import type { z } from "zod";
import { memberships, organisations, people, roleChanges, schemeRoles } from "#db/schema/accounts";
import { type By, record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { NewMember, NewOrganisation, NewPerson, NewRole } from "./person";
import { freeSlug, slugOf } from "./slug";

/** Adds a person. Answers the id. An address that is known already, in any case, is the caller's bug. */
export async function createPerson(db: Db, clock: Clock, by: By, input: z.input<typeof NewPerson>): Promise<string> {
  const { email, name } = NewPerson.parse(input);
  const now = clock.now();
  return db.transaction(async (tx) => {
    const [person] = await tx.insert(people).values({ email, name, createdAt: now }).returning({ id: people.id });
    await record(tx, by, now, { type: "person.created", subject: person!.id, data: {} });
    return person!.id;
  });
}

/** Adds an organisation, with an address made from its name. Two of one name have two addresses. */
export async function createOrganisation(db: Db, clock: Clock, by: By, input: z.input<typeof NewOrganisation>): Promise<{ id: string; slug: string }> {
  const wanted = NewOrganisation.parse(input);
  const now = clock.now();
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('organisation slug'))`); // two at once would find the same one free
    const base = slugOf(wanted.name);
    const near = await tx
      .select({ slug: organisations.slug })
      .from(organisations)
      .where(sql`${organisations.slug} = ${base} or starts_with(${organisations.slug}, ${`${base}-`})`);
    const slug = freeSlug(base, new Set(near.map((each) => each.slug)));
    const [made] = await tx
      .insert(organisations)
      .values({ ...wanted, slug, createdAt: now })
      .returning({ id: organisations.id });
    await record(tx, by, now, { type: "organisation.created", subject: made!.id, data: { slug } });
    return { id: made!.id, slug };
  });
}

/** Makes a person a member of an organisation, or changes what they are there. */
export async function addMember(db: Db, clock: Clock, by: By, input: z.input<typeof NewMember>): Promise<void> {
  const { organisationId, personId, role, title } = NewMember.parse(input);
  await db.transaction(async (tx) => {
    await tx
      .insert(memberships)
      .values({ organisationId, personId, role, title, since: clock.now() })
      .onConflictDoUpdate({ target: [memberships.organisationId, memberships.personId], set: { role, title } });
    await record(tx, by, clock.now(), { type: "organisation.member_added", subject: organisationId, data: { person_id: personId, role } });
  });
}

/** Gives a person a role in the scheme. Having it already is no fault. */
export async function grantRole(db: Db, clock: Clock, by: By, input: z.input<typeof NewRole>): Promise<void> {
  const { personId, role } = NewRole.parse(input);
  await db.transaction(async (tx) => {
    const granted = await tx.insert(schemeRoles).values({ personId, role }).onConflictDoNothing().returning();
    if (granted.length === 0) return;
    await tx.insert(roleChanges).values({ personId, role, change: "given", reason: "", by: "personId" in by ? by.personId : null, at: clock.now() });
    await record(tx, by, clock.now(), { type: "person.role_granted", subject: personId, data: { role } });
  });
}
