import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { formerMemberships, invitations, memberships, organisations, people } from "#db/schema/accounts";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type Actor, type MemberRole, membershipIn } from "./actor";
import { invitationState } from "./invitation";

export type Member = { personId: string; name: string; role: MemberRole; title: string };
export type SentInvitation = { id: string; email: string; role: MemberRole; title: string; by: string; at: Date; expiresAt: Date; expired: boolean };
export type MemberChanged = { ok: true } | { ok: false; why: "wrong_role" | "last_admin" };

/** The people of an organisation, by name. Only for its own people. */
export const membersOf = (db: Db, organisationId: string): Promise<Member[]> =>
  db
    .select({ personId: people.id, name: people.name, role: memberships.role, title: memberships.title })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.organisationId, organisationId))
    .orderBy(asc(people.name), asc(people.id));

/** Invitations that nobody has accepted and nobody has taken back, newest first: open ones and those that are too old. */
export async function invitationsOf(db: Db, clock: Clock, organisationId: string): Promise<SentInvitation[]> {
  const rows = await db
    .select({ invitation: invitations, by: people.name })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .where(and(eq(invitations.organisationId, organisationId), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
    .orderBy(desc(invitations.createdAt), asc(invitations.id));
  return rows.map(({ invitation, by }) => {
    const { id, email, role, title, createdAt, expiresAt } = invitation;
    return { id, email, role, title, by, at: createdAt, expiresAt, expired: invitationState(invitation, clock.now()) === "expired" };
  });
}

type OfMember = { organisationId: string; personId: string };

/** Changes what somebody may do and is called. Refuses who may not, and taking the last admin's role. Undefined when either is not of the organisation. */
export const changeMember = (db: Db, clock: Clock, actor: Actor, { role, title, ...of }: OfMember & { role: MemberRole; title: string }) =>
  onMember(db, actor, of, role === "admin", async (tx, member) => {
    if (member.role === role && member.title === title) return;
    await tx.update(memberships).set({ role, title }).where(isMember(of));
    await record(tx, { personId: actor.personId }, clock.now(), { type: "organisation.member_changed", subject: of.organisationId, data: { person_id: of.personId, role } });
  });

/** Takes somebody out of the group. What they answered stays, with their name. Refuses who may not, and the last admin. Undefined when either is not of the organisation. */
export const removeMember = (db: Db, clock: Clock, actor: Actor, of: OfMember) =>
  onMember(db, actor, of, false, async (tx) => {
    const [was] = await tx.delete(memberships).where(isMember(of)).returning({ since: memberships.since });
    if (was) await tx.insert(formerMemberships).values({ ...of, since: was.since, until: clock.now() });
    await record(tx, { personId: actor.personId }, clock.now(), { type: "organisation.member_removed", subject: of.organisationId, data: { person_id: of.personId } });
  });

const isMember = ({ organisationId, personId }: OfMember) => and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId));

/** One change at a time in an organisation, so that two admins who remove each other at the same moment leave one. `staysAdmin`: they may send things in afterwards. */
async function onMember(
  db: Db,
  actor: Actor,
  of: OfMember,
  staysAdmin: boolean,
  change: (tx: Db, member: { role: MemberRole; title: string }) => Promise<void>,
): Promise<MemberChanged | undefined> {
  const own = membershipIn(actor, of.organisationId);
  if (!own || !z.uuid().safeParse(of.personId).success) return undefined;
  if (own.role !== "admin") return { ok: false, why: "wrong_role" };
  return db.transaction(async (tx): Promise<MemberChanged | undefined> => {
    await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, of.organisationId)).for("update");
    const there = await tx.select().from(memberships).where(eq(memberships.organisationId, of.organisationId));
    if (there.find(({ personId }) => personId === actor.personId)?.role !== "admin") return { ok: false, why: "wrong_role" };
    const member = there.find(({ personId }) => personId === of.personId);
    if (!member) return undefined;
    const admins = there.filter(({ role }) => role === "admin");
    if (!staysAdmin && admins.length === 1 && admins[0]!.personId === of.personId) return { ok: false, why: "last_admin" };
    await change(tx, member);
    return { ok: true };
  });
}
