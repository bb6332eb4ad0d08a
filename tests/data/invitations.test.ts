import { beforeEach, describe, expect, test } from "vitest";
import { acceptInvitation, lookAtInvitation } from "~/accounts/accept-invitation.server";
import type { Actor } from "~/accounts/actor";
import { forgetOldSignIns } from "~/accounts/forget.server";
import { invite, inviteAgain, withdrawInvitation } from "~/accounts/invite.server";
import { changeMember, invitationsOf, membersOf, removeMember } from "~/accounts/members.server";
import { createPerson } from "~/accounts/people.server";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { cast } from "../support/people";

const { db, sql } = await freshDatabase();
const { pat, dee, ruth, tomasz, moira } = await cast(db);
const marshEnd = pat.memberships[0]!.organisationId;
const harbour = ruth.memberships[0]!.organisationId;
let email = "";
beforeEach(async () => {
  await sql`delete from invitations`;
  await sql`delete from outbox`;
  email = `jo${crypto.randomUUID()}@example.org`;
});

const asked = (by = pat, more: Partial<Parameters<typeof invite>[3]> = {}, clock = noon) =>
  invite(db, clock, by, { organisationId: by.memberships[0]?.organisationId ?? marshEnd, email, role: "member", title: "volunteer", ...more });
async function tokenOf(address = email) {
  const [mail] = await sql<{ text: string }[]>`select text from outbox where "to" = ${address} order by at desc limit 1`;
  return /invitations\/([\w-]+)/.exec(mail!.text)![1]!;
}
const invited = async () => ({ ...((await asked()) as { invitationId: string }), token: await tokenOf() });
const namesOf = async (organisationId = marshEnd) => (await membersOf(db, organisationId)).map(({ name }) => name);
const eventsOf = (type: string) => sql<{ data: unknown; subject: string }[]>`select subject, data from audit_events where type = ${type} order by seq`;

describe("inviting", () => {
  test("mails the address, and keeps no secret and no address in the trail", async () => {
    const { token, invitationId } = await invited();
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(JSON.stringify(await sql`select * from invitations`)).not.toContain(token);
    const events = await eventsOf("organisation.member_invited");
    expect(events.at(-1)).toEqual({ subject: marshEnd, data: { invitation_id: invitationId, role: "member" } });
    expect(JSON.stringify(await sql`select * from audit_events`)).not.toContain(email);
  });

  test("is for admins; to a stranger the group is not there", async () => {
    expect(await asked(dee)).toEqual({ ok: false, why: "wrong_role" });
    for (const stranger of [ruth, moira]) expect(await asked(stranger, { organisationId: marshEnd })).toBeUndefined();
    expect(await sql`select 1 from outbox`).toHaveLength(0);
  });

  test("refuses who is in the group, in any case, and a second open invitation; pressed ten times it is one mail", async () => {
    expect(await asked(pat, { email: dee.email.toUpperCase() })).toEqual({ ok: false, why: "already_member" });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => asked(pat, { email: n % 2 ? email : email.toUpperCase() })));
    expect(answers.filter((each) => each?.ok)).toHaveLength(1);
    expect(answers.filter((each) => each && !each.ok && each.why === "already_invited")).toHaveLength(9);
    expect(await sql`select 1 from outbox`).toHaveLength(1);
  });

  test("somebody who is known to Waymark elsewhere is invited like anybody else", async () => {
    expect(await asked(pat, { email: tomasz.email })).toMatchObject({ ok: true });
  });

  test("one address gets five mails in an hour, whoever asks; a group sends twenty", async () => {
    let { invitationId } = (await asked()) as { invitationId: string };
    for (let n = 0; n < 4; n++) ({ invitationId } = (await inviteAgain(db, noon, pat, { organisationId: marshEnd, invitationId })) as { invitationId: string });
    expect(await inviteAgain(db, noon, pat, { organisationId: marshEnd, invitationId })).toEqual({ ok: false, why: "too_many_to_address" });
    expect(await asked(ruth)).toEqual({ ok: false, why: "too_many_to_address" });
    const others = await Promise.all(Array.from({ length: 20 }, (_, n) => asked(pat, { email: `n${n}@example.org` })));
    expect(others.filter((each) => each?.ok)).toHaveLength(15);
    expect(others.filter((each) => each && !each.ok && each.why === "too_many")).toHaveLength(5);
    expect(await inviteAgain(db, at("2026-06-01T12:00:01Z"), pat, { organisationId: marshEnd, invitationId })).toMatchObject({ ok: true });
  });
});

describe("an invitation", () => {
  test("looked at, is not used up", async () => {
    const { token } = await invited();
    for (let n = 0; n < 5; n++)
      expect(await lookAtInvitation(db, noon, token)).toMatchObject({
        state: "open",
        email,
        organisation: pat.memberships[0]!.name,
        from: { name: pat.name, title: "secretary" },
        known: false,
      });
    expect(await sql`select 1 from people where email = ${email}`).toHaveLength(0);
  });

  test("accepted, makes the person and the membership, and signs them in", async () => {
    const { token, invitationId } = await invited();
    expect(await acceptInvitation(db, noon, { token, name: undefined })).toEqual({ ok: false, why: "name_missing" });
    const accepted = await acceptInvitation(db, noon, { token, name: "Jo Tarrant" });
    expect(accepted).toMatchObject({ ok: true, slug: pat.memberships[0]!.slug });
    const [person] = await sql<{ id: string; name: string }[]>`select id, name from people where email = ${email}`;
    expect(person!.name).toBe("Jo Tarrant");
    expect(await sql`select role, title from memberships where person_id = ${person!.id}`).toEqual([{ role: "member", title: "volunteer" }]);
    expect(await sql`select 1 from sessions where person_id = ${person!.id}`).toHaveLength(1);
    expect((await eventsOf("organisation.invitation_accepted")).at(-1)).toEqual({ subject: marshEnd, data: { invitation_id: invitationId } });
    expect(await acceptInvitation(db, noon, { token, name: "Somebody Else" })).toEqual({ ok: false, why: "used" });
    expect(await invitationsOf(db, noon, marshEnd)).toEqual([]);
  });

  test("accepted ten times at one moment is one person, one membership, one session", async () => {
    const { token } = await invited();
    const answers = await Promise.all(Array.from({ length: 10 }, () => acceptInvitation(db, noon, { token, name: "Jo" })));
    expect(answers.filter((each) => each.ok)).toHaveLength(1);
    const [person] = await sql<{ id: string }[]>`select id from people where email = ${email}`;
    expect(await sql`select 1 from memberships where person_id = ${person!.id}`).toHaveLength(1);
    expect(await sql`select 1 from sessions where person_id = ${person!.id}`).toHaveLength(1);
  });

  test("of two groups to one new person, accepted at one moment: one person in both", async () => {
    const first = (await invited()).token;
    await asked(ruth, {}, at("2026-06-01T11:00:01Z"));
    const second = await tokenOf();
    expect(second).not.toBe(first);
    const answers = await Promise.all([first, second].map((token) => acceptInvitation(db, at("2026-06-01T11:00:02Z"), { token, name: "Jo" })));
    expect(answers.every((each) => each.ok)).toBe(true);
    expect(await sql`select 1 from memberships m join people p on p.id = m.person_id where p.email = ${email}`).toHaveLength(2);
  });

  test("adds somebody known under their own name, whatever is typed", async () => {
    await createPerson(db, noon, { system: "test" }, { email: email.toUpperCase(), name: "Jo Known" });
    const { token } = await invited();
    expect(await lookAtInvitation(db, noon, token)).toMatchObject({ known: true });
    expect(await acceptInvitation(db, noon, { token, name: "Typed Name" })).toMatchObject({ ok: true });
    expect(await namesOf()).toContain("Jo Known");
  });

  test("is worth nothing after seven days, after it was taken back, and after a newer one was sent; a token changed by a sign never was", async () => {
    const { token, invitationId } = await invited();
    const late = at("2026-06-08T11:00:00Z");
    expect(await lookAtInvitation(db, late, token)).toEqual({ state: "expired" });
    expect(await acceptInvitation(db, late, { token, name: "Jo" })).toEqual({ ok: false, why: "expired" });
    expect(await invitationsOf(db, late, marshEnd)).toMatchObject([{ email, expired: true }]);
    const again = await inviteAgain(db, late, pat, { organisationId: marshEnd, invitationId });
    const newer = await tokenOf();
    expect(await acceptInvitation(db, late, { token, name: "Jo" })).toEqual({ ok: false, why: "withdrawn" });
    expect(await lookAtInvitation(db, late, newer)).toMatchObject({ state: "open" });
    expect(await withdrawInvitation(db, late, pat, { organisationId: marshEnd, invitationId: (again as { invitationId: string }).invitationId })).toEqual({ ok: true });
    expect(await acceptInvitation(db, late, { token: newer, name: "Jo" })).toEqual({ ok: false, why: "withdrawn" });
    expect(await lookAtInvitation(db, late, `${newer.slice(0, -2)}xx`)).toEqual({ state: "unknown" });
    expect((await eventsOf("organisation.invitation_withdrawn")).map(({ data }) => data)).toContainEqual({ invitation_id: invitationId });
  });

  test("accepted and taken back at one moment is one of the two", async () => {
    const { token, invitationId } = await invited();
    const [accepted, withdrawn] = await Promise.all([
      acceptInvitation(db, noon, { token, name: "Jo" }),
      withdrawInvitation(db, noon, pat, { organisationId: marshEnd, invitationId }),
    ]);
    expect([accepted.ok, withdrawn?.ok].filter(Boolean)).toHaveLength(1);
  });

  test("is withdrawn and sent again by the group’s admins alone", async () => {
    const { invitationId } = await invited();
    const of = { organisationId: marshEnd, invitationId };
    expect(await withdrawInvitation(db, noon, dee, of)).toEqual({ ok: false, why: "wrong_role" });
    expect(await inviteAgain(db, noon, dee, of)).toEqual({ ok: false, why: "wrong_role" });
    for (const act of [withdrawInvitation, inviteAgain]) {
      expect(await act(db, noon, ruth, of)).toBeUndefined();
      expect(await act(db, noon, ruth, { organisationId: harbour, invitationId })).toBeUndefined();
      expect(await act(db, noon, pat, { ...of, invitationId: "not-an-id" })).toBeUndefined();
    }
  });

  test("is forgotten thirty days after it was over", async () => {
    await invited();
    await forgetOldSignIns(db, at("2026-07-08T10:59:59Z"));
    expect(await sql`select 1 from invitations`).toHaveLength(1);
    await forgetOldSignIns(db, at("2026-07-08T11:00:01Z"));
    expect(await sql`select 1 from invitations`).toHaveLength(0);
  });
});

describe("the people of a group", () => {
  const of = (person: Actor) => ({ organisationId: harbour, personId: person.personId });
  test("are changed by an admin of theirs alone, and the last admin stays one", async () => {
    const change = { ...of(tomasz), role: "admin" as const, title: "deputy" };
    expect(await changeMember(db, noon, tomasz, change)).toEqual({ ok: false, why: "wrong_role" });
    expect(await changeMember(db, noon, pat, change)).toBeUndefined();
    expect(await changeMember(db, noon, ruth, { ...of(ruth), role: "member", title: "manager" })).toEqual({ ok: false, why: "last_admin" });
    expect(await changeMember(db, noon, ruth, { ...of(ruth), role: "admin", title: "manager" })).toEqual({ ok: true });
    expect(await changeMember(db, noon, ruth, change)).toEqual({ ok: true });
    const there = await membersOf(db, harbour);
    expect(there).toContainEqual({ personId: ruth.personId, name: ruth.name, role: "admin", title: "manager" });
    expect(there).toContainEqual({ personId: tomasz.personId, name: tomasz.name, role: "admin", title: "deputy" });
    expect((await eventsOf("organisation.member_changed")).at(-1)).toEqual({ subject: harbour, data: { person_id: tomasz.personId, role: "admin" } });
  });

  test("two admins who take each other out at one moment leave one", async () => {
    const admin: Actor = { ...tomasz, memberships: [{ ...tomasz.memberships[0]!, role: "admin" }] };
    const answers = await Promise.all([removeMember(db, noon, ruth, of(tomasz)), removeMember(db, noon, admin, of(ruth))]);
    expect(answers.filter((each) => each?.ok)).toHaveLength(1);
    const left = (await membersOf(db, harbour)).filter(({ role }) => role === "admin");
    expect(left).toHaveLength(1);
    const last = left[0]!.name === ruth.name ? ruth : admin;
    expect(await removeMember(db, noon, last, of(last))).toEqual({ ok: false, why: "last_admin" });
    expect(await eventsOf("organisation.member_removed")).toHaveLength(1);
  });

  test("strangers and people who are not in it are not there", async () => {
    expect(await removeMember(db, noon, pat, { organisationId: marshEnd, personId: moira.personId })).toBeUndefined();
    expect(await removeMember(db, noon, pat, { organisationId: marshEnd, personId: "x" })).toBeUndefined();
    expect(await removeMember(db, noon, moira, { organisationId: marshEnd, personId: dee.personId })).toBeUndefined();
  });
});
