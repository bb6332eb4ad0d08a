import { asc, count, desc, eq, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { people, roleChanges, schemeRoles as roleRows } from "#db/schema/accounts";
import type { Db } from "~/platform/database.server";
import { type SchemeRole, schemeRoles } from "../actor";

export const peoplePerPage = 30;
export type SchemePerson = { id: string; name: string; email: string; roles: SchemeRole[] };
export type SchemePeople = { rows: SchemePerson[]; page: number; pages: number; total: number };

const Roles = z.array(z.enum(schemeRoles));
const rolesOf = sql<unknown>`(select coalesce(json_agg(r.role order by r.role), '[]') from ${roleRows} r where r.person_id = ${people.id})`;
const columns = { id: people.id, name: people.name, email: people.email, roles: rolesOf };
const withRoles = <T extends { roles: unknown }>(row: T) => ({ ...row, roles: Roles.parse(row.roles) });

/** Everybody with a role in the scheme, by name, thirty a page. `search`, part of a name or an e-mail address, looks among all people, so that a role can be given to somebody who has none. Two reads. */
export async function schemePeople(db: Db, { search, page }: { search: string; page: number }): Promise<SchemePeople> {
  const where = search === "" ? sql`exists (select 1 from ${roleRows} r where r.person_id = ${people.id})` : matching(search);
  const [found, [counted]] = await Promise.all([
    db
      .select(columns)
      .from(people)
      .where(where)
      .orderBy(asc(people.name), asc(people.id))
      .limit(peoplePerPage)
      .offset((page - 1) * peoplePerPage),
    db.select({ total: count() }).from(people).where(where),
  ]);
  const total = counted?.total ?? 0;
  return { rows: found.map(withRoles), page, pages: Math.max(1, Math.ceil(total / peoplePerPage)), total };
}

function matching(search: string): SQL | undefined {
  const part = `%${search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return or(sql`lower(${people.name}) like ${part}`, sql`lower(${people.email}) like ${part}`);
}

export type RoleChange = { role: SchemeRole; change: "given" | "taken"; reason: string /** Null: by the command line. */; by: string | null; at: string };

/** One person with their roles, and who gave and took which, newest first. Undefined when there is nobody of this id. Two reads. */
export async function schemePerson(db: Db, id: string): Promise<(SchemePerson & { changes: RoleChange[] }) | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined;
  const who = alias(people, "who");
  const [[person], changes] = await Promise.all([
    db.select(columns).from(people).where(eq(people.id, id)),
    db
      .select({ role: roleChanges.role, change: roleChanges.change, reason: roleChanges.reason, by: who.name, at: roleChanges.at })
      .from(roleChanges)
      .leftJoin(who, eq(who.id, roleChanges.by))
      .where(eq(roleChanges.personId, id))
      .orderBy(desc(roleChanges.seq)),
  ]);
  return person && { ...withRoles(person), changes: changes.map((each) => ({ ...each, at: each.at.toISOString() })) };
}
