import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { markEvents } from "#db/schema/marks";
import { outbox } from "#db/schema/platform";
import type { Actor } from "~/accounts/actor";
import { confirmChange, declineChange, proposeChange, reviewMark, surrenderMark } from "~/marks/change.server";
import { marksOf } from "~/marks/marks-of.server";
import { checkInvariants } from "~/platform/invariants.server";
import { must } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { awarded, type Scheme, scheme } from "../support/marks";

const { db, sql: raw } = await freshDatabase();
const secret = "The secretary's brother rang us: private words, for us alone.";
let world: Scheme;
let markId = "";
let code = "";
beforeAll(async () => {
  world = await scheme(db);
  ({ id: markId, code } = await awarded(db, world));
});

const early = at("2026-06-02T09:00:00Z");
const later = at("2026-06-02T18:00:00Z");
const propose = (kind: "suspend" | "reinstate" | "withdraw", by: Actor = world.people.moira, note = secret, clock = later) =>
  proposeChange(db, clock, by, kind === "suspend" ? { code, kind, note, reasonClass: "cannot_be_reached" } : { code, kind, note });
const now = async (clock = later) => (await marksOf(db, world.people.organisations.marshEnd.id, clock.now()))[0]!.standing;
const events = () => db.select().from(markEvents).where(eq(markEvents.markId, markId));

describe("two people", () => {
  test("a proposal changes nothing; the second person's word does, in that moment", async () => {
    const { people } = world;
    const { proposalId } = must(await propose("suspend", people.moira, secret, early));
    expect(await now(early)).toMatchObject({ status: "live" });
    const confirmedAt = at("2026-06-02T10:00:00Z");
    must(await confirmChange(db, confirmedAt, people.devon, { code, proposalId }));
    expect(await now(at("2026-06-02T09:59:59Z"))).toMatchObject({ status: "live" });
    expect(await now(confirmedAt)).toMatchObject({ status: "suspended", inForce: false, reasonClass: "cannot_be_reached", since: "2026-06-02" });
    expect(
      (await db.select({ type: auditEvents.type, actor: auditEvents.actor }).from(auditEvents).where(eq(auditEvents.subject, markId)).orderBy(auditEvents.seq)).slice(-2),
    ).toEqual([
      { type: "mark.change_proposed", actor: `person:${people.moira.personId}` },
      { type: "mark.changed", actor: `person:${people.devon.personId}` },
    ]);
  });

  test("nobody confirms or declines what they proposed themselves", async () => {
    const { moira, mal } = world.people;
    const { proposalId } = must(await propose("reinstate"));
    expect(await confirmChange(db, later, moira, { code, proposalId })).toEqual({ ok: false, why: "own_proposal" });
    expect(await declineChange(db, later, moira, { code, proposalId })).toEqual({ ok: false, why: "own_proposal" });
    must(await declineChange(db, later, mal, { code, proposalId }));
    expect(await confirmChange(db, later, mal, { code, proposalId })).toBeUndefined();
  });

  test("the database does not take it from one person either", async () => {
    const one = world.people.moira.personId;
    const values = { markId, kind: "withdraw" as const, note: secret, proposedBy: one, proposedAt: noon.now(), confirmedBy: one, confirmedAt: noon.now() };
    await expect(db.insert(markEvents).values(values)).rejects.toMatchObject({ cause: { constraint_name: "two_people" } });
  });

  test("what was confirmed or declined is never changed", async () => {
    await expect(raw`update mark_events set confirmed_at = null, confirmed_by = null`).rejects.toThrow(/never changed/);
    const { proposalId } = must(await propose("reinstate"));
    await expect(raw`update mark_events set note = 'Something else, written later.' where id = ${proposalId}`).rejects.toThrow(/never changed/);
    must(await declineChange(db, later, world.people.mal, { code, proposalId }));
  });

  test("one proposal at a time, even of two in the same moment", async () => {
    const results = await Promise.all([propose("reinstate"), propose("withdraw", world.people.mal)]);
    expect(results.filter((each) => each?.ok)).toHaveLength(1);
    expect(results.filter((each) => each && !each.ok && each.why === "already_proposed")).toHaveLength(1);
  });

  test("of many answers in the same moment one counts", async () => {
    const { mal, moira, devon } = world.people;
    const open = (await events()).find(({ confirmedAt, declinedAt }) => confirmedAt === null && declinedAt === null)!;
    const others = [mal, moira, devon].filter(({ personId }) => personId !== open.proposedBy);
    const answers = [...others, ...others, ...others].map((actor, place) => (place % 2 ? confirmChange : declineChange)(db, later, actor, { code, proposalId: open.id }));
    expect((await Promise.all(answers)).filter((each) => each?.ok)).toHaveLength(1);
    const [answered] = (await events()).filter(({ id }) => id === open.id);
    expect(Number(answered!.confirmedAt !== null) + Number(answered!.declinedAt !== null)).toBe(1);
  });
});

describe("who and when", () => {
  let second = "";
  beforeAll(async () => {
    ({ code: second } = await awarded(db, world, { home: "harbour" }));
  });
  const suspend = (by: Actor, note = secret, clock = later) => proposeChange(db, clock, by, { code: second, kind: "suspend", note, reasonClass: "paperwork_overdue" });

  test("only a moderator proposes; others of the scheme may know of it, nobody else", async () => {
    const { devon, sunil, ruth, pat, alex, gareth, moira } = world.people;
    expect(await suspend(devon)).toEqual({ ok: false, why: "wrong_role" });
    for (const by of [sunil, ruth, pat, alex, gareth]) expect((await suspend(by))?.ok ?? false).toBe(false);
    for (const by of [sunil, pat, alex, gareth]) expect(await suspend(by)).toBeUndefined();
    const ofHarbour = { ...moira, memberships: world.people.tomasz.memberships };
    expect(await suspend(ofHarbour)).toBeUndefined();
    expect(await proposeChange(db, later, moira, { code: "0000-0000-0000", kind: "withdraw", note: secret })).toBeUndefined();
    expect(await proposeChange(db, later, moira, { code: "not a code", kind: "withdraw", note: secret })).toBeUndefined();
  });

  test("a reason has to be given, in more than a word", async () => {
    expect(await suspend(world.people.moira, " ")).toEqual({ ok: false, why: "reason_missing" });
    expect(await suspend(world.people.moira, "Too short")).toEqual({ ok: false, why: "reason_short" });
    expect(await suspend(world.people.moira, "x".repeat(2001))).toEqual({ ok: false, why: "reason_long" });
  });

  test("only what the mark's status allows, at the proposal and at the confirmation", async () => {
    const { moira, mal, ruth } = world.people;
    expect(await proposeChange(db, later, moira, { code: second, kind: "reinstate", note: secret })).toEqual({ ok: false, why: "wrong_status" });
    expect(await suspend(moira, secret, at("2028-06-01T00:00:00Z"))).toEqual({ ok: false, why: "wrong_status" });
    const { proposalId } = must(await suspend(moira));
    expect(await confirmChange(db, at("2028-06-01T00:00:00Z"), mal, { code: second, proposalId })).toEqual({ ok: false, why: "wrong_status" });
    must(await declineChange(db, at("2028-06-01T00:00:00Z"), mal, { code: second, proposalId }));
    expect(await surrenderMark(db, at("2028-06-01T00:00:00Z"), ruth, { code: second, typed: second })).toEqual({ ok: false, why: "wrong_status" });
  });

  test("a review takes one moderator, and the mark stays in force", async () => {
    const { moira, devon } = world.people;
    expect(await reviewMark(db, later, devon, { code: second, kind: "review", note: secret })).toEqual({ ok: false, why: "wrong_role" });
    must(await reviewMark(db, later, moira, { code: second, kind: "review", note: secret }));
    const standing = async () => (await marksOf(db, world.people.organisations.harbour.id, later.now()))[0]!.standing;
    expect(await standing()).toMatchObject({ status: "under_review", inForce: true });
    expect(await reviewMark(db, later, moira, { code: second, kind: "end_review", note: "" })).toEqual({ ok: false, why: "reason_missing" });
    must(await reviewMark(db, at("2026-06-02T18:00:01Z"), moira, { code: second, kind: "end_review", note: secret }));
    expect((await marksOf(db, world.people.organisations.harbour.id, at("2026-06-02T18:00:01Z").now()))[0]!.standing.status).toBe("live");
  });

  test("a provider gives its mark up: its admin alone, having typed the code", async () => {
    const { ruth, tomasz, pat } = world.people;
    const giveUp = (by: Actor, typed = second) => surrenderMark(db, later, by, { code: second, typed });
    expect(await giveUp(tomasz)).toBeUndefined();
    expect(await giveUp(pat)).toBeUndefined();
    expect(await giveUp(ruth, "yes")).toEqual({ ok: false, why: "not_typed" });
    must(await giveUp(ruth, second.replaceAll("-", " ").toLowerCase()));
    expect((await marksOf(db, world.people.organisations.harbour.id, later.now()))[0]!.standing).toMatchObject({ status: "surrendered", inForce: false });
    expect(await giveUp(ruth)).toEqual({ ok: false, why: "wrong_status" });
  });
});

test("what is private stays private: no mail holds the note, and the provider never reads who proposed", async () => {
  const mails = await db
    .select({ to: outbox.to, subject: outbox.subject, text: outbox.text })
    .from(outbox)
    .where(sql`${outbox.cause} like 'mark-event:%' or ${outbox.cause} like 'proposed:%'`);
  expect(mails.some(({ to, subject }) => to === "pat@demo.example" && subject.includes("suspended"))).toBe(true);
  expect(mails.some(({ to, subject }) => to === "mal@demo.example" && subject.startsWith("A second person is needed"))).toBe(true);
  for (const { to, text } of mails) {
    expect(text).not.toContain("brother");
    if (to === "pat@demo.example" || to === "ruth@demo.example") expect(text).not.toMatch(/Moira|Mal Ferris|Devon/);
  }
});

test("what must always hold of marks, holds after all this", async () => {
  const broken = (await checkInvariants(raw, "2026-06-02")).filter(({ name, ok }) => !ok && /mark|suspension/.test(name));
  expect(broken).toEqual([]);
});
