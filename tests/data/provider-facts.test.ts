import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { capacityStatements, providerFacts } from "#db/schema/providers";
import { checkContact } from "~/providers/check-contact.server";
import { confirmCapacity, confirmNothingChanged } from "~/providers/confirm-capacity.server";
import { factsOf } from "~/providers/facts.server";
import { addOffer, endOffer, offersOf } from "~/providers/offers.server";
import { newestStatement } from "~/providers/room.server";
import { stateFacts } from "~/providers/state-facts.server";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";

const { db } = await freshDatabase();
let people: Cast;
let marshEnd: string;
beforeAll(async () => {
  people = await cast(db);
  marshEnd = people.organisations.marshEnd.id;
});
const auditOf = async (type: string) => (await db.select().from(auditEvents).where(eq(auditEvents.type, type))).map((each) => each.data);

test("facts are stated, said again with a new date, and taken back", async () => {
  expect(await stateFacts(db, noon, people.dee, marshEnd, { who_for: "Adults who like company", uses_volunteers: true, age_min: 18 })).toEqual({
    ok: true,
    facts: ["who_for", "uses_volunteers", "age_min"],
  });
  await stateFacts(db, at("2026-06-05T11:00:00Z"), people.pat, marshEnd, { who_for: "Adults who like company", age_min: null });
  expect(await factsOf(db, marshEnd)).toEqual({ who_for: "Adults who like company", uses_volunteers: true });
  const [row] = await db.select().from(providerFacts).where(eq(providerFacts.key, "who_for"));
  expect(row).toMatchObject({ statedAt: new Date("2026-06-05T11:00:00Z"), statedBy: people.pat.personId });
  expect(await auditOf("provider.facts_stated")).toEqual([{ keys: ["who_for", "uses_volunteers", "age_min"] }, { keys: ["who_for", "age_min"] }]);
});

test("a text that looks like something else stays the text it was", async () => {
  const before = await factsOf(db, marshEnd);
  const texts = { charity_number: "1123456", who_for: "null", host_body: '"The Shed"' };
  expect(await stateFacts(db, noon, people.pat, marshEnd, texts)).toMatchObject({ ok: true });
  expect(await factsOf(db, marshEnd)).toMatchObject(texts);
  await stateFacts(db, noon, people.pat, marshEnd, { ...Object.fromEntries(Object.keys(texts).map((key) => [key, null])), ...before });
  expect(await factsOf(db, marshEnd)).toEqual(before);
});

test("one wrong fact, and none is stated", async () => {
  const before = await factsOf(db, marshEnd);
  expect(await stateFacts(db, noon, people.pat, marshEnd, { who_for: "Somebody else", shoe_size: 9, crisis_service: "sometimes" })).toEqual({
    ok: false,
    why: "faults",
    faults: { shoe_size: "unknown_fact", crisis_service: "not_an_option" },
  });
  expect(await factsOf(db, marshEnd)).toEqual(before);
});

test("nobody states, confirms or offers anything for a provider that is not theirs", async () => {
  const inputs = { organisationId: marshEnd, accepting: "open", waitWeeks: 1 } as const;
  for (const stranger of [people.ruth, people.sunil, people.moira, people.alex]) {
    expect(await stateFacts(db, noon, stranger, marshEnd, { who_for: "x" })).toBeUndefined();
    expect(await confirmCapacity(db, noon, stranger, inputs)).toBeUndefined();
    expect(await confirmNothingChanged(db, noon, stranger, marshEnd)).toBeUndefined();
    expect(await addOffer(db, noon, stranger, { organisationId: marshEnd, name: "Digging" })).toBeUndefined();
  }
});

test("room: said, repeated with one press, changed; the newest counts and the old ones stay", async () => {
  expect(await confirmNothingChanged(db, noon, people.dee, marshEnd)).toEqual({ ok: false, why: "nothing_to_repeat" });
  expect(await confirmCapacity(db, noon, people.pat, { organisationId: marshEnd, accepting: "open", waitWeeks: 2, note: "Tuesdays only" })).toEqual({ ok: true });
  expect(await confirmNothingChanged(db, at("2026-06-20T11:00:00Z"), people.dee, marshEnd)).toEqual({ ok: true });
  expect(await newestStatement(db, marshEnd)).toEqual({
    accepting: "open",
    waitWeeks: 2,
    note: "Tuesdays only",
    confirmedAt: new Date("2026-06-20T11:00:00Z"),
    confirmedByTitle: people.dee.memberships[0]!.title,
  });
  await confirmCapacity(db, at("2026-06-20T11:00:00Z"), people.pat, { organisationId: marshEnd, accepting: "paused", waitWeeks: null });
  expect(await newestStatement(db, marshEnd)).toMatchObject({ accepting: "paused", waitWeeks: null });
  expect(await factsOf(db, marshEnd)).toMatchObject({ accepting_now: "paused", capacity_confirmed_on: "2026-06-20", capacity_confirmed_by_role: people.pat.memberships[0]!.title });
  expect(await db.$count(capacityStatements, eq(capacityStatements.organisationId, marshEnd))).toBe(3);
  expect(await auditOf("provider.capacity_confirmed")).toHaveLength(3);
});

test.each([
  [{ accepting: "open", waitWeeks: null }, "wait_missing"],
  [{ accepting: "closed", waitWeeks: 3 }, "wait_not_asked"],
  [{ accepting: "open", waitWeeks: 60 }, "out_of_bounds"],
] as const)("room %j is refused as %s", async (said, why) => {
  expect(await confirmCapacity(db, noon, people.pat, { organisationId: marshEnd, ...said })).toEqual({ ok: false, why });
});

test("offers: added once even when pressed ten times at once, ended, and not found by strangers", async () => {
  const pressed = await Promise.all(Array.from({ length: 10 }, () => addOffer(db, noon, people.pat, { organisationId: marshEnd, name: "Tuesday digging mornings" })));
  expect(pressed.filter((each) => each?.ok)).toHaveLength(1);
  expect(pressed.filter((each) => each?.ok === false && each.why === "already_there")).toHaveLength(9);
  expect(await addOffer(db, noon, people.pat, { organisationId: marshEnd, name: "tuesday DIGGING mornings " })).toEqual({ ok: false, why: "already_there" });
  expect(await addOffer(db, noon, people.pat, { organisationId: marshEnd, name: " x" })).toEqual({ ok: false, why: "name_missing" });
  expect(await addOffer(db, noon, people.pat, { organisationId: marshEnd, name: "y".repeat(81) })).toEqual({ ok: false, why: "name_too_long" });
  expect(await addOffer(db, noon, people.pat, { organisationId: marshEnd, name: "Raised beds", summary: "z".repeat(301) })).toEqual({ ok: false, why: "summary_too_long" });
  const [offer] = await offersOf(db, marshEnd);
  expect(await endOffer(db, noon, people.ruth, { organisationId: people.organisations.harbour.id, offerId: offer!.id })).toBeUndefined();
  expect(await endOffer(db, noon, people.dee, { organisationId: marshEnd, offerId: "not-an-id" })).toBeUndefined();
  expect(await endOffer(db, noon, people.dee, { organisationId: marshEnd, offerId: offer!.id })).toEqual({ ok: true });
  expect(await endOffer(db, noon, people.dee, { organisationId: marshEnd, offerId: offer!.id })).toBeUndefined();
  expect(await offersOf(db, marshEnd)).toEqual([]);
  expect(await auditOf("provider.offer_ended")).toEqual([{ name: "Tuesday digging mornings" }]);
});

test("contact is checked by assessors and moderators, and never by the provider itself", async () => {
  const check = { organisationId: marshEnd, route: "phone", worked: true } as const;
  expect(await checkContact(db, noon, people.sunil, check)).toEqual({ ok: true });
  expect(await checkContact(db, noon, people.moira, { ...check, worked: false })).toEqual({ ok: true });
  const memberToo = { ...people.sunil, memberships: people.pat.memberships };
  for (const other of [people.pat, people.devon, people.gareth, memberToo]) expect(await checkContact(db, noon, other, check)).toBeUndefined();
  expect(await checkContact(db, noon, people.sunil, { ...check, organisationId: crypto.randomUUID() })).toBeUndefined();
  expect(await auditOf("provider.contact_checked")).toEqual([
    { route: "phone", worked: "yes" },
    { route: "phone", worked: "no" },
  ]);
});
