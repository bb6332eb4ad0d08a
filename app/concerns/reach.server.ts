import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { memberships, organisations } from "#db/schema/accounts";
import { concerns } from "#db/schema/concerns";
import { assignments, cases } from "#db/schema/review";
import { type Actor, hasRole } from "~/accounts/actor";
import { type Day, londonDay } from "~/platform/calendar";
import { isBarredFrom } from "~/review/interests/kept.server";

/** What a concern is about: a group of ours, or the name that somebody typed. */
type About = { id: SQLWrapper; name: SQLWrapper };

/** The name of the group, with `organisations` joined on the left: ours where we know it. */
export const groupName = sql<string>`coalesce(${organisations.name}, ${concerns.groupTyped})`;

/**
 * Whether somebody may know of a concern about this group (Personas §E.8): nobody who belongs to it, who has a tie that bars them from reading it (Standard rules §C.5),
 * or who reads a case of it now. Where only a name is known, it is the name that is compared.
 */
export const mayKnow = (personId: SQLWrapper, { id, name }: About, today: Day): SQL => sql`(
  not exists (select 1 from ${memberships} m join ${organisations} mo on mo.id = m.organisation_id where m.person_id = ${personId} and (mo.id = ${id} or (${id} is null and lower(mo.name) = lower(${name}))))
  and not ${isBarredFrom(personId, { id, name }, today)}
  and not exists (select 1 from ${assignments} a join ${cases} ac on ac.id = a.case_id
    where a.person_id = ${personId} and a.ended_at is null and ac.organisation_id = ${id} and ac.state not in ('decided', 'withdrawn')))`;

/** The concerns that this person may see, with `organisations` joined on the left: a moderator those that they may know of; everybody else none. */
export const inReach = (actor: Actor, now: Date): SQL =>
  hasRole(actor, "moderator") ? mayKnow(sql`${actor.personId}::uuid`, { id: concerns.organisationId, name: groupName }, londonDay(now)) : sql`false`;
