import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { organisations } from "#db/schema/accounts";
import { auditEvents } from "#db/schema/audit";
import { markEvents, marks } from "#db/schema/marks";
import { outbox } from "#db/schema/platform";
import { cases, decisions } from "#db/schema/review";
import { decideAndAward } from "~/marks/award.server";
import { confirmChange, proposeChange } from "~/marks/change.server";
import { newCode } from "~/marks/code";
import { findMarks } from "~/marks/find-marks.server";
import { insertMark } from "~/marks/insert-mark.server";
import { statusOf } from "~/marks/status";
import { checkInvariants } from "~/platform/invariants.server";
import { because, must } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { awarded, decided, decisionReason, readyToDecide, type Scheme, scheme, statuses } from "../support/marks";

const { db, sql: raw, owner } = await freshDatabase();
let world: Scheme;
beforeAll(async () => {
  world = await scheme(db);
});

const decide = (caseId: string, clock = noon) => decideAndAward(db, clock, world.people.devon, { caseId, reason: decisionReason });
const marksOfMarshEnd = () => findMarks(db, eq(marks.organisationId, world.people.organisations.marshEnd.id));
const jobs = async () => (await owner`select task_identifier || ' ' || key as job from graphile_worker.jobs`).map(({ job }) => String(job));
/** Everything an award writes, counted. */
const written = async () => {
  const [counts] = await db.execute(
    sql`select (select count(*) from decisions) decisions, (select count(*) from marks) marks, (select count(*) from mark_events) events, (select count(*) from outbox) mails, (select count(*) from audit_events) audited, (select count(*) from case_moves) moves`,
  );
  return { ...counts, jobs: (await jobs()).length };
};

describe("an award", () => {
  test("writes the mark as it stands on the day, tells the provider's admin, and queues certificate and letter", async () => {
    const { people, versionId } = world;
    const { decision, mark, caseId } = await decided(db, world, { home: "harbour" });
    const [row] = await db.select().from(marks).where(eq(marks.id, mark!.id));
    expect(row).toMatchObject({
      code: mark!.code,
      decisionId: decision.id,
      organisationId: people.organisations.harbour.id,
      standardVersionId: versionId,
      standardKey: "made-up",
      level: "assured",
      scope: ["Everything"],
      holder: {
        name: "Harbour Wellbeing",
        slug: "harbour-wellbeing",
        identifiers: [{ scheme: "GB-CHC", id: "1999999" }],
        standard: { key: "made-up", title: "Made up", version: "1.0.0" },
      },
      conditions: null,
      awardedOn: "2026-06-01",
      validUntil: "2028-05-31",
      supersedesId: null,
    });
    expect(await jobs()).toEqual(expect.arrayContaining([`issue-certificate certificate:${mark!.id}`, `make-letter letter:${decision.id}`]));
    const mails = await db
      .select()
      .from(outbox)
      .where(sql`${outbox.cause} like ${`decision:${decision.id}:%`}`);
    expect(mails.map(({ to }) => to)).toEqual(["ruth@demo.example"]);
    expect(mails[0]!.subject).toBe("Harbour Wellbeing holds the mark for Made up");
    expect(mails[0]!.text).toContain(`http://localhost/marks/${mark!.code}`);
    expect(mails[0]!.text).toContain(`http://localhost/organisations/harbour-wellbeing/letters/${decision.id}`);
    const events = await db.select({ type: auditEvents.type, actor: auditEvents.actor, data: auditEvents.data }).from(auditEvents).where(eq(auditEvents.subject, mark!.id));
    expect(events).toEqual([{ type: "mark.awarded", actor: `person:${people.devon.personId}`, data: { code: mark!.code, level: "assured" } }]);
    expect(await db.select({ state: cases.state }).from(cases).where(eq(cases.id, caseId))).toEqual([{ state: "decided" }]);
  });

  test("without a mark, only a letter and a quiet mail", async () => {
    const { decision, mark } = await decided(db, world, { home: "harbour", first: { "MU-1.1": 0 }, second: { "MU-1.1": 0 } });
    expect(decision.outcome).toBe("not_awarded");
    expect(mark).toBeNull();
    expect(await db.select().from(marks).where(eq(marks.decisionId, decision.id))).toEqual([]);
    expect(await jobs()).toContain(`make-letter letter:${decision.id}`);
    const [mail] = await db
      .select()
      .from(outbox)
      .where(sql`${outbox.cause} like ${`decision:${decision.id}:%`}`);
    expect(mail!.subject).toBe("Our decision about Made up");
    expect(mail!.text).toContain("We cannot give the mark yet.");
    expect(mail!.text).toContain("Nothing about this is public.");
    expect(mail!.text).not.toMatch(/fail|reject|%/i);
  });

  test("happens whole or not at all", async () => {
    const caseId = await readyToDecide(db, world, { home: "harbour" });
    const before = await written();
    await owner`revoke insert on outbox from waymark_app`;
    await expect(decide(caseId)).rejects.toThrow();
    await owner`grant insert on outbox to waymark_app`;
    expect(await written()).toEqual(before);
    expect(must(await decide(caseId)).mark).not.toBeNull();
  });

  test("is for nobody but a decision-maker, and for no case that is not there", async () => {
    const { people } = world;
    const caseId = await readyToDecide(db, world, { home: "harbour" });
    const before = await written();
    const input = { caseId, reason: decisionReason };
    expect(await decideAndAward(db, noon, people.ruth, input)).toBeUndefined();
    expect(await decideAndAward(db, noon, people.moira, input)).toEqual({ ok: false, why: "wrong_role" });
    expect(await decideAndAward(db, noon, { ...people.amara, roles: ["assessor", "decider"] }, input)).toEqual({ ok: false, why: "rated" });
    expect(await decideAndAward(db, noon, people.devon, { ...input, caseId: "made-up" })).toBeUndefined();
    expect(await decideAndAward(db, noon, people.devon, { ...input, caseId: crypto.randomUUID() })).toBeUndefined();
    expect(await written()).toEqual(before);
  });

  test("draws another code when somebody has the first", async () => {
    const [taken] = await db.select().from(marks).limit(1);
    const caseId = await readyToDecide(db, world, { home: "harbour" });
    const free = newCode([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const drawn = [taken!.code, taken!.code, free];
    const { id: _id, number: _number, code: _code, supersedesId: _supersedes, ...content } = taken!;
    const insert = db.transaction(async (tx) => {
      const [row] = await tx
        .insert(decisions)
        .values({ caseId, outcome: "assured", score: {}, reason: decisionReason, decidedBy: world.people.devon.personId, decidedAt: noon.now() })
        .returning({ id: decisions.id });
      const inserted = await insertMark(tx, { ...content, decisionId: row!.id }, undefined, () => drawn.shift() as never);
      throw new Error(inserted.code); // nothing of this is to stay
    });
    await expect(insert).rejects.toThrow(free);
    expect(drawn).toEqual([]);
  });
});

describe("a second award for the same standard", () => {
  test("supersedes the first, which keeps its page and its history", async () => {
    const first = await awarded(db, world);
    const later = at("2026-09-01T11:00:00Z");
    const second = await awarded(db, world, { clock: later });
    const [newer, older] = await marksOfMarshEnd().then((found) => found.filter(({ standardKey }) => standardKey === "made-up"));
    expect(older).toMatchObject({ code: first.code, facts: { supersededBy: second.code } });
    expect(statusOf(older!.facts, later.now())).toMatchObject({ status: "superseded", since: "2026-09-01" });
    expect(statusOf(older!.facts, noon.now()).status).toBe("live");
    expect(newer).toMatchObject({ code: second.code, facts: { awardedOn: "2026-09-01", validUntil: "2028-08-31", supersededBy: null } });
    expect(statusOf(newer!.facts, later.now()).status).toBe("live");
    const [mail] = await db
      .select({ text: outbox.text })
      .from(outbox)
      .where(sql`${outbox.text} like ${`%/marks/${second.code}%`}`);
    expect(mail!.text).toContain(`takes the place of your mark ${first.code}`);
  });

  test("leaves one mark in force, however many are decided at the same moment", async () => {
    const clock = at("2026-10-01T11:00:00Z");
    const ready = [];
    for (let left = 4; left > 0; left--) ready.push(await readyToDecide(db, world, { clock }));
    const results = await Promise.all(ready.map((caseId) => decide(caseId, clock)));
    expect(results.every((each) => each?.ok && each.mark)).toBe(true);
    const all = Object.values(await statuses(db, clock));
    const ofMarshEnd = (await marksOfMarshEnd()).filter(({ standardKey }) => standardKey === "made-up").map(({ facts }) => statusOf(facts, clock.now()).status);
    expect(ofMarshEnd.filter((status) => status === "live")).toHaveLength(1);
    expect(ofMarshEnd.filter((status) => status === "superseded")).toHaveLength(ofMarshEnd.length - 1);
    expect(all.length).toBeGreaterThan(ofMarshEnd.length);
  });

  test("of one case decided by many at once gives one mark and one mail", async () => {
    const clock = at("2026-10-02T11:00:00Z");
    const caseId = await readyToDecide(db, world, { clock });
    const results = await Promise.all(Array.from({ length: 10 }, () => decide(caseId, clock)));
    const winners = results.filter((each) => each?.ok);
    expect(winners).toHaveLength(1);
    expect(results.filter((each) => each && !each.ok && each.why === "already_decided")).toHaveLength(9);
    const [row] = await db.select({ id: decisions.id }).from(decisions).where(eq(decisions.caseId, caseId));
    expect(await db.select().from(marks).where(eq(marks.decisionId, row!.id))).toHaveLength(1);
    expect(
      await db
        .select()
        .from(outbox)
        .where(sql`${outbox.cause} like ${`decision:${row!.id}:%`}`),
    ).toHaveLength(1);
  });

  test("that renews takes over from a mark whose last day is already past", async () => {
    const [current] = await marksOfMarshEnd();
    const sent = at("2028-09-20T11:00:00Z"); // its last day is 1 October 2028
    const caseId = await readyToDecide(db, world, { clock: sent });
    const afterwards = at("2028-10-20T11:00:00Z");
    const before = (await marksOfMarshEnd()).find(({ id }) => id === current!.id)!;
    expect(statusOf(before.facts, afterwards.now())).toMatchObject({ status: "renewal_being_assessed", inForce: true });
    const { mark } = must(await decide(caseId, afterwards));
    const after = (await marksOfMarshEnd()).find(({ id }) => id === current!.id)!;
    expect(statusOf(after.facts, afterwards.now()).status).toBe("superseded");
    expect(after.facts.supersededBy).toBe(mark!.code);
  });

  test("that is not awarded ends a mark that only its renewal kept in force", async () => {
    const [current] = await marksOfMarshEnd();
    expect(current!.facts.validUntil).toBe("2030-10-19");
    const caseId = await readyToDecide(db, world, { clock: at("2030-10-01T11:00:00Z"), first: { "MU-1.1": 0 }, second: { "MU-1.1": 0 } });
    const waiting = (await marksOfMarshEnd())[0]!;
    expect(statusOf(waiting.facts, new Date("2030-11-01T11:00:00Z")).status).toBe("renewal_being_assessed");
    must(await decide(caseId, at("2030-11-02T11:00:00Z")));
    const after = (await marksOfMarshEnd())[0]!;
    expect(statusOf(after.facts, new Date("2030-11-02T11:00:00Z"))).toMatchObject({ status: "expired", since: "2030-11-02" });
  });
});

describe("no award", () => {
  test("while the mark for the same standard is suspended: the decision is not taken either", async () => {
    const { people } = world;
    const clock = at("2031-01-10T11:00:00Z");
    const { code } = await awarded(db, world, { clock });
    const { proposalId } = must(await proposeChange(db, clock, people.moira, { code, kind: "suspend", reasonClass: "being_looked_into", note: because }));
    must(await confirmChange(db, clock, people.mal, { code, proposalId }));
    const caseId = await readyToDecide(db, world, { clock });
    const before = await written();
    expect(await decide(caseId, clock)).toEqual({ ok: false, why: "mark_suspended" });
    expect(await written()).toEqual(before);
  });

  test("after its time ran out while it was suspended either, until two people have lifted that", async () => {
    const { people } = world;
    const clock = at("2033-02-01T11:00:00Z"); // the suspended mark's last day is 9 January 2033
    const [suspended] = await marksOfMarshEnd();
    expect(statusOf(suspended!.facts, clock.now()).status).toBe("expired");
    const caseId = await readyToDecide(db, world, { clock });
    const before = await written();
    expect(await decide(caseId, clock)).toEqual({ ok: false, why: "mark_suspended" });
    expect(await written()).toEqual(before);
    const { code } = suspended!;
    expect(await proposeChange(db, clock, people.moira, { code, kind: "withdraw", note: because })).toEqual({ ok: false, why: "wrong_status" });
    const { proposalId } = must(await proposeChange(db, clock, people.moira, { code, kind: "reinstate", note: because }));
    must(await confirmChange(db, clock, people.mal, { code, proposalId }));
    const [mail] = await db
      .select({ subject: outbox.subject, text: outbox.text })
      .from(outbox)
      .where(sql`${outbox.cause} like ${`mark-event:${proposalId}:%`}`);
    expect(mail!.subject).toBe("The suspension of the mark for Made up is lifted");
    expect(mail!.text).toContain("it is not in force again");
    expect((await statuses(db, clock))[code]).toBe("expired");
    expect(must(await decide(caseId, clock)).mark).not.toBeNull();
  });

  test("that nobody could print: a name in letters that our typefaces do not have", async () => {
    const { people } = world;
    const caseId = await readyToDecide(db, world, { home: "harbour" });
    const before = await written();
    const named = (name: string) => db.update(organisations).set({ name }).where(eq(organisations.id, people.organisations.harbour.id));
    await named("กลุ่มสวน");
    expect(await decide(caseId)).toEqual({ ok: false, why: "cannot_be_printed" });
    expect(await written()).toEqual(before);
    await named("Harbour Wellbeing");
    expect(must(await decide(caseId)).mark).not.toBeNull();
  });
});

test("a mark is never changed, whoever tries", async () => {
  await expect(raw`update marks set level = 'assured_commended'`).rejects.toThrow(/permission denied/);
  await expect(owner`update marks set level = 'assured_commended'`).rejects.toThrow(/never changed/);
  await expect(raw`delete from mark_events`).rejects.toThrow(/permission denied/);
  expect((await db.select().from(markEvents).where(eq(markEvents.kind, "supersede"))).every(({ confirmedAt, confirmedBy }) => confirmedAt !== null && confirmedBy === null)).toBe(
    true,
  );
});

test("what must always hold, holds after all this", async () => {
  const broken = (await checkInvariants(raw, "2033-02-01")).filter(({ ok }) => !ok);
  expect(broken.filter(({ name }) => /mark|decision/.test(name))).toEqual([]);
});
