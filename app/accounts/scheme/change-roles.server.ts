import { and, eq, inArray, sql } from "drizzle-orm";
import { roleChanges, schemeRoles } from "#db/schema/accounts";
import { type By, record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { SchemeRole } from "../actor";
import { grantRole } from "../people.server";
import { permitTaking, type RoleChanged } from "./roles";

type OfRole = { personId: string; role: SchemeRole };

/** A platform administrator gives somebody a role in the scheme. Refuses whoever is none by now, and a role that they have. */
export const giveRole = (db: Db, clock: Clock, by: By, of: OfRole): Promise<RoleChanged> =>
  onRoles(db, by, of.role, async (tx, holders) => {
    if (holders.includes(of.personId)) return { ok: false, why: "has_it" };
    await grantRole(tx, clock, by, of);
    return { ok: true };
  });

/**
 * A platform administrator takes a role away, with a reason. It is gone with the person's next request; a case they read is left by the sweep.
 * Refuses whoever is no platform administrator by now, a role that they do not have, and the last of those that somebody must have (`neverEmpty`).
 */
export const withdrawRole = (db: Db, clock: Clock, by: By, { reason, ...of }: OfRole & { reason: string }): Promise<RoleChanged> =>
  onRoles(db, by, of.role, async (tx, holders) => {
    const permission = permitTaking(of.role, of.personId, holders, reason);
    if (!permission.ok) return permission;
    const now = clock.now();
    await tx.delete(schemeRoles).where(and(eq(schemeRoles.personId, of.personId), eq(schemeRoles.role, of.role)));
    await tx.insert(roleChanges).values({ ...of, change: "taken", reason: reason.trim(), by: "personId" in by ? by.personId : null, at: now });
    await record(tx, by, now, { type: "person.role_withdrawn", subject: of.personId, data: { role: of.role } });
    return { ok: true };
  });

/** One change of roles at a time, so that two who take away the last two leave one. Who acts must be a platform administrator then, whatever they were when they opened the page. */
function onRoles(db: Db, by: By, role: SchemeRole, change: (tx: Db, holders: string[]) => Promise<RoleChanged>): Promise<RoleChanged> {
  return db.transaction(async (tx): Promise<RoleChanged> => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('roles in the scheme'))`);
    const there = await tx
      .select()
      .from(schemeRoles)
      .where(inArray(schemeRoles.role, [role, "platform_admin"]));
    const holdersOf = (each: SchemeRole) => there.filter((row) => row.role === each).map(({ personId }) => personId);
    if ("personId" in by && !holdersOf("platform_admin").includes(by.personId)) return { ok: false, why: "wrong_role" };
    return change(tx, holdersOf(role));
  });
}
