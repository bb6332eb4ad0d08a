import { eq, sql } from "drizzle-orm";
import { invitations, memberships, organisations, people } from "#db/schema/accounts";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import type { MemberRole } from "./actor";
import { chooseLanguage } from "./choose-language.server";
import { personByEmail } from "./find-person.server";
import { type InvitationState, invitationState } from "./invitation";
import { createPerson } from "./people.server";
import { hashOf } from "./secret.server";
import { startSession } from "./session.server";

type Closed = Exclude<InvitationState, "open">;
/** What its page shows. `known`: whoever has this address has a name here already. */
export type OpenInvitation = {
  state: "open";
  email: string;
  organisation: string;
  role: MemberRole;
  title: string;
  from: { name: string; title: string };
  expiresAt: Date;
  known: boolean;
};
export type LookedAt = OpenInvitation | { state: Closed };
export type Accepted = { ok: true; cookie: string; slug: string } | { ok: false; why: Closed | "name_missing" };

/** What an invitation says. Changes nothing: mail scanners open links too. */
export async function lookAtInvitation(db: Db, clock: Clock, token: string): Promise<LookedAt> {
  const [row] = await db
    .select({ invitation: invitations, organisation: organisations.name, from: people.name, fromTitle: memberships.title })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .leftJoin(memberships, sql`${memberships.personId} = ${people.id} and ${memberships.organisationId} = ${organisations.id}`)
    .where(eq(invitations.tokenHash, hashOf(token)));
  const state = invitationState(row?.invitation, clock.now());
  if (!row || state !== "open") return { state: state === "open" ? "unknown" : state };
  const { email, role, title, expiresAt } = row.invitation;
  const known = (await personByEmail(db, email)) !== undefined;
  return { state, email, role, title, expiresAt, known, organisation: row.organisation, from: { name: row.from, title: row.fromTitle ?? "" } };
}

/**
 * Accepts an invitation: the person is made when nobody has the address yet, the membership is added, and they are signed in. Once: of two at the
 * same moment one gets in, and the other hears that it is used. Whoever is in the group already stays what they are there. Refuses a new person without a name.
 * A new person who reads the page in another language than English has chosen it.
 */
export function acceptInvitation(db: Db, clock: Clock, { token, name, language = "en" }: { token: string; name: string | undefined; language?: Language }): Promise<Accepted> {
  return db.transaction(async (tx): Promise<Accepted> => {
    const [found] = await tx
      .select()
      .from(invitations)
      .where(eq(invitations.tokenHash, hashOf(token)))
      .for("update");
    const state = invitationState(found, clock.now());
    if (!found || state !== "open") return { ok: false, why: state === "open" ? "unknown" : state };
    const { id, email, organisationId, role, title } = found;
    // Two groups may have invited the same new person, who accepts both at once.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`new person ${email.toLowerCase()}`}, 0))`);
    const known = await personByEmail(tx, email);
    if (!known && !name) return { ok: false, why: "name_missing" };
    const by = { system: "invitation" };
    const personId = known?.id ?? (await createPerson(tx, clock, by, { email, name: name! }));
    if (!known && language !== "en") await chooseLanguage(tx, clock, { personId }, language);
    const now = clock.now();
    const added = await tx.insert(memberships).values({ organisationId, personId, role, title, since: now }).onConflictDoNothing().returning();
    await tx.update(invitations).set({ acceptedAt: now, acceptedBy: personId }).where(eq(invitations.id, id));
    if (added.length > 0) await record(tx, { personId }, now, { type: "organisation.member_added", subject: organisationId, data: { person_id: personId, role } });
    await record(tx, { personId }, now, { type: "organisation.invitation_accepted", subject: organisationId, data: { invitation_id: id } });
    const [organisation] = await tx.select({ slug: organisations.slug }).from(organisations).where(eq(organisations.id, organisationId));
    return { ok: true, cookie: await startSession(tx, clock, personId), slug: organisation!.slug };
  });
}
