import { and, count, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { invitations, memberships, people } from "#db/schema/accounts";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { post } from "~/platform/mail.server";
import { paths } from "~/platform/paths";
import { inLanguage } from "~/platform/words";
import { type Actor, type MemberRole, membershipIn } from "./actor";
import { invitationLength, invitationsPerHour } from "./invitation";
import { invitationMail } from "./invitation-words";
import { hashOf, newToken } from "./secret.server";
import { limitWindow, mailsPerHour } from "./sign-in";

type NewInvitation = { organisationId: string; email: string; role: MemberRole; title: string };
export type Invited = { ok: true; invitationId: string } | { ok: false; why: "wrong_role" | "already_member" | "already_invited" | "too_many" | "too_many_to_address" };
export type SentAgain = { ok: true; invitationId: string } | { ok: false; why: "wrong_role" | "not_open" | "already_member" | "too_many" | "too_many_to_address" };
export type InvitationWithdrawn = { ok: true } | { ok: false; why: "wrong_role" | "not_open" };

/**
 * Invites somebody into a group by e-mail. Refuses who may not, an address that is in the group or has an open invitation, and too many mails in an hour.
 * Whether an address is known to Waymark outside the group is never said. Undefined when the actor does not belong to the organisation.
 */
export async function invite(db: Db, clock: Clock, actor: Actor, input: NewInvitation): Promise<Invited | undefined> {
  const membership = membershipIn(actor, input.organisationId);
  if (!membership) return undefined;
  if (membership.role !== "admin") return { ok: false, why: "wrong_role" };
  return db.transaction(async (tx): Promise<Invited> => {
    await oneAtATime(tx, input);
    const refused = await refusal(tx, clock, input);
    if (refused) return { ok: false, why: refused };
    if (await openFor(tx, clock, input)) return { ok: false, why: "already_invited" };
    return { ok: true, invitationId: await send(tx, clock, actor, input) };
  });
}

/** Sends an invitation again, open or too old: a new link for another 7 days, and the old one is worth nothing any more. Undefined when it is not the actor's group's. */
export async function inviteAgain(db: Db, clock: Clock, actor: Actor, input: { organisationId: string; invitationId: string }): Promise<SentAgain | undefined> {
  const membership = membershipIn(actor, input.organisationId);
  if (!membership || !z.uuid().safeParse(input.invitationId).success) return undefined;
  if (membership.role !== "admin") return { ok: false, why: "wrong_role" };
  return db.transaction(async (tx): Promise<SentAgain | undefined> => {
    const [old] = await tx.select().from(invitations).where(ofGroup(input));
    if (!old) return undefined;
    await oneAtATime(tx, old);
    const refused = await refusal(tx, clock, old);
    if (refused) return { ok: false, why: refused };
    if (!(await close(tx, clock, actor, input))) return { ok: false, why: "not_open" };
    return { ok: true, invitationId: await send(tx, clock, actor, old) };
  });
}

/** Takes an invitation back: its link is worth nothing from now on. Refuses one that was used or taken back. Undefined when it is not the actor's group's. */
export async function withdrawInvitation(db: Db, clock: Clock, actor: Actor, input: { organisationId: string; invitationId: string }): Promise<InvitationWithdrawn | undefined> {
  const membership = membershipIn(actor, input.organisationId);
  if (!membership || !z.uuid().safeParse(input.invitationId).success) return undefined;
  if (membership.role !== "admin") return { ok: false, why: "wrong_role" };
  return db.transaction(async (tx): Promise<InvitationWithdrawn | undefined> => {
    if ((await tx.select({ id: invitations.id }).from(invitations).where(ofGroup(input))).length === 0) return undefined;
    return (await close(tx, clock, actor, input)) ? { ok: true } : { ok: false, why: "not_open" };
  });
}

const ofGroup = ({ organisationId, invitationId }: { organisationId: string; invitationId: string }) =>
  and(eq(invitations.id, invitationId), eq(invitations.organisationId, organisationId));

/** Many at once would all find room under the limits. Always in this order. */
async function oneAtATime(tx: Db, { organisationId, email }: { organisationId: string; email: string }) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`invitations ${organisationId}`}, 0))`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`invited ${email.toLowerCase()}`}, 0))`);
}

async function refusal(tx: Db, clock: Clock, { organisationId, email }: { organisationId: string; email: string }) {
  const address = email.toLowerCase();
  const [member] = await tx
    .select({ id: people.id })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(and(eq(sql`lower(${people.email})`, address), eq(memberships.organisationId, organisationId)));
  if (member) return "already_member";
  const [sent] = await tx
    .select({
      address: count(sql`case when lower(${invitations.email}) = ${address} then 1 end`),
      group: count(sql`case when ${invitations.organisationId} = ${organisationId} then 1 end`),
    })
    .from(invitations)
    .where(gt(invitations.createdAt, new Date(clock.now().getTime() - limitWindow)));
  if (sent!.address >= mailsPerHour) return "too_many_to_address";
  return sent!.group >= invitationsPerHour ? "too_many" : undefined;
}

async function openFor(tx: Db, clock: Clock, { organisationId, email }: { organisationId: string; email: string }): Promise<boolean> {
  const open = and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt), gt(invitations.expiresAt, clock.now()));
  const ofAddress = and(eq(invitations.organisationId, organisationId), eq(sql`lower(${invitations.email})`, email.toLowerCase()));
  return (await tx.select({ id: invitations.id }).from(invitations).where(and(ofAddress, open))).length > 0;
}

/** The condition lets through one of two who withdraw, send again or accept at the same moment. */
async function close(tx: Db, clock: Clock, actor: Actor, input: { organisationId: string; invitationId: string }): Promise<boolean> {
  const now = clock.now();
  const unused = and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt));
  const closed = await tx
    .update(invitations)
    .set({ withdrawnAt: now })
    .where(and(ofGroup(input), unused))
    .returning({ id: invitations.id });
  if (closed.length === 0) return false;
  const event = { type: "organisation.invitation_withdrawn", subject: input.organisationId, data: { invitation_id: input.invitationId } } as const;
  await record(tx, { personId: actor.personId }, now, event);
  return true;
}

async function send(tx: Db, clock: Clock, actor: Actor, { organisationId, email, role, title }: NewInvitation): Promise<string> {
  const now = clock.now();
  const token = newToken();
  const row = { organisationId, email, role, title, tokenHash: hashOf(token), invitedBy: actor.personId, createdAt: now, expiresAt: new Date(now.getTime() + invitationLength) };
  const [made] = await tx.insert(invitations).values(row).returning({ id: invitations.id });
  const { name: organisation, title: ownTitle } = membershipIn(actor, organisationId)!;
  const { baseUrl, contact } = settings();
  const { language } = actor;
  const url = baseUrl + inLanguage(paths.invitation(token), language);
  const mail = invitationMail({ to: email, from: { name: actor.name, title: ownTitle }, organisation, role, title, url, contact }, language);
  await post(tx, clock, `invitation:${made!.id}`, { ...mail, language });
  await record(tx, { personId: actor.personId }, now, { type: "organisation.member_invited", subject: organisationId, data: { invitation_id: made!.id, role } });
  return made!.id;
}
