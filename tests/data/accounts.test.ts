import { expect, test } from "vitest";
import { addMember, createOrganisation, createPerson, grantRole } from "~/accounts/people.server";
import { verifyChain } from "~/audit/verify.server";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";

const { db, sql } = await freshDatabase();
const by = { system: "test" };
const events = async (subject: string) => (await sql`select type, actor, data from audit_events where subject = ${subject} order by seq`).map((row) => ({ ...row }));

test("a person has one address, whatever its case", async () => {
  const id = await createPerson(db, noon, by, { email: "Ann@example.org", name: " Ann Lee " });
  expect((await sql`select email, name from people where id = ${id}`)[0]).toEqual({ email: "Ann@example.org", name: "Ann Lee" });
  await expect(createPerson(db, noon, by, { email: "ann@EXAMPLE.org", name: "Other" })).rejects.toThrow();
  expect(await events(id)).toEqual([{ type: "person.created", actor: "system:test", data: {} }]);
});

test("bad input adds nobody", async () => {
  const before = await sql`select count(*) from people`;
  await expect(createPerson(db, noon, by, { email: "nobody", name: "A" })).rejects.toThrow();
  await expect(createPerson(db, noon, by, { email: "a@example.org", name: "x".repeat(201) })).rejects.toThrow();
  expect(await sql`select count(*) from people`).toEqual(before);
});

test("twenty organisations of one name made at the same moment have twenty addresses", async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => createOrganisation(db, noon, by, { name: "Tea & Talk", area: "Leeds", nation: "england" })));
  const slugs = made.map((each) => each.slug);
  expect(new Set(slugs).size).toBe(20);
  expect(slugs).toContain("tea-talk");
  expect(slugs).toContain("tea-talk-20");
});

test("membership and role are given once, and changed by giving them anew", async () => {
  const { id: organisationId, slug } = await createOrganisation(db, noon, by, { name: "Shed", area: "Hull", nation: "england", identifiers: ["GB-CHC:1234567"] });
  const personId = await createPerson(db, noon, by, { email: "bo@example.org", name: "Bo" });
  await addMember(db, noon, by, { organisationId, personId, role: "member", title: "helper" });
  await addMember(db, noon, by, { organisationId, personId, role: "admin", title: "chair" });
  expect(await sql`select role, title from memberships where person_id = ${personId}`).toMatchObject([{ role: "admin", title: "chair" }]);
  await grantRole(db, noon, by, { personId, role: "assessor" });
  await grantRole(db, noon, by, { personId, role: "assessor" });
  expect((await events(personId)).map((each) => each.type)).toEqual(["person.created", "person.role_granted"]);
  expect(await events(organisationId)).toEqual([
    { type: "organisation.created", actor: "system:test", data: { slug } },
    { type: "organisation.member_added", actor: "system:test", data: { person_id: personId, role: "member" } },
    { type: "organisation.member_added", actor: "system:test", data: { person_id: personId, role: "admin" } },
  ]);
  expect((await verifyChain(sql)).ok).toBe(true);
});
