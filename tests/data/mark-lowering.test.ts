import { eq, like } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { appeals } from "#db/schema/appeals";
import { marks } from "#db/schema/marks";
import { outbox } from "#db/schema/platform";
import { cases } from "#db/schema/review";
import { decideAndAward } from "~/marks/award.server";
import { confirmChange, proposeChange } from "~/marks/change.server";
import { findDecision } from "~/marks/find-decision.server";
import { letterFromDecision } from "~/marks/letter-from-decision";
import { lowerDue } from "~/marks/lower-due.server";
import type { Clock } from "~/platform/clock";
import { checkInvariants } from "~/platform/invariants.server";
import { answerAppeal, takeAppeal } from "~/review/appeals/first-stage.server";
import { keepAppeal } from "~/review/appeals/send-appeal.server";
import { withdrawAppeal } from "~/review/appeals/withdraw-appeal.server";
import { because, must } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { awarded, decided, type Scheme, scheme, statuses } from "../support/marks";

const { db, owner } = await freshDatabase();
let world: Scheme;
beforeAll(async () => {
  world = await scheme(db);
});

/** Day 28 after noon on 1 September is 29 September, in summer time. */
const lower = at("2026-09-01T12:00:00Z");
const lastMoment = at("2026-09-29T22:59:59Z");
const day29 = at("2026-09-29T23:00:00Z");
const tenth = at("2026-09-10T12:00:00Z");
let first: { id: string; code: string };
let second: Awaited<ReturnType<typeof decided>>;

const forget = (tables: string) =>
  owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx.unsafe(`truncate ${tables} cascade`);
  });

/** An Assured mark, and a later decision for Essentials beside it. */
beforeEach(async () => {
  await forget("marks, decisions, cases, submissions, assessments, log_leaves, log_checkpoints");
  first = await awarded(db, world);
  second = await decided(db, world, { first: { "MU-2.1": 1 }, clock: lower });
});

const standing = async (clock: Clock) => (await statuses(db, clock))[first.code];
const given = async () => db.select().from(marks).where(eq(marks.decisionId, second.decision.id));
const broken = async (day: string) => (await checkInvariants(owner, day)).filter(({ ok }) => !ok).map(({ name }) => name);
async function appealed() {
  const [{ assessmentId }] = (await db.execute<{ assessmentId: string }>(
    `select s.assessment_id as "assessmentId" from cases c join submissions s on s.id = c.submission_id where c.id = '${second.caseId}'`,
  )) as unknown as [{ assessmentId: string }];
  const content = { grounds: [{ ground: "evidence_overlooked" as const, words: because, criteria: ["MU-2.1"] }] };
  must(await keepAppeal(db, tenth, world.people.pat, { assessmentId, content, send: true }));
  const [{ id: appealId }] = (await db.select({ id: appeals.id }).from(appeals).where(eq(appeals.caseId, second.caseId))) as [{ id: string }];
  return { assessmentId, appealId };
}
const answer = async (appealId: string, level: 2 | null, clock: Clock) => {
  must(await takeAppeal(db, clock, world.people.mal, { appealId }));
  must(await answerAppeal(db, clock, world.people.mal, { appealId, given: { levels: { "MU-2.1": { level, reason: because } }, findings: {}, reason: because } }));
};

test("a mark in force is not lowered before the last day for an appeal is over; the provider is told so", async () => {
  expect(second).toMatchObject({ decision: { outcome: "essentials" }, mark: null });
  expect([await lowerDue(db, lower), await lowerDue(db, lastMoment), await standing(lastMoment)]).toEqual([0, 0, "live"]);
  expect(await broken("2026-09-10")).toEqual([]);
  const mails = await db
    .select()
    .from(outbox)
    .where(like(outbox.text, `%${first.code} is higher, and stays as it is until the end of 29 September 2026%`));
  expect(mails.map(({ to }) => to)).toContain(world.people.pat.email);
  const letter = letterFromDecision((await findDecision(db, second.decision.id))!, "https://waymark.example");
  expect(letter.next[0]?.what).toContain("stays as it is until the end of 29 September 2026");

  const given29 = await Promise.all([lowerDue(db, day29), lowerDue(db, day29)]);
  expect(given29.reduce((sum, each) => sum + each)).toBe(1);
  expect(await given()).toMatchObject([{ level: "essentials", awardedOn: "2026-09-30", validUntil: "2028-08-31", supersedesId: first.id }]);
  expect(await standing(day29)).toBe("superseded");
  expect(await broken("2026-09-30")).toEqual([]);
});

test("where an appeal was sent it waits for the first answer, however late; not for the panel", async () => {
  const { appealId } = await appealed();
  const late = at("2026-11-20T12:00:00Z");
  expect([await lowerDue(db, late), await standing(late)]).toEqual([0, "live"]);
  await answer(appealId, null, late);
  expect([await lowerDue(db, late), await standing(late)]).toEqual([1, "superseded"]);
});

test("where the appeal raises the level, it is decided anew and the lower mark never comes", async () => {
  const { appealId } = await appealed();
  await answer(appealId, 2, tenth);
  expect([await lowerDue(db, day29), (await db.select().from(cases).where(eq(cases.id, second.caseId)))[0]?.state]).toEqual([0, "deciding"]);
  const other = { ...world.people.alex, roles: [...world.people.alex.roles, "decider" as const] };
  const anew = must(await decideAndAward(db, tenth, other, { caseId: second.caseId, reason: because }));
  expect(anew.decision.outcome).toBe("assured");
  expect([await lowerDue(db, day29), await given(), await standing(day29)]).toEqual([0, [], "superseded"]);
  expect(await broken("2026-09-30")).toEqual([]);
});

test("an appeal that is taken back waits no longer", async () => {
  const { assessmentId } = await appealed();
  expect(await lowerDue(db, tenth)).toBe(0);
  must(await withdrawAppeal(db, tenth, world.people.pat, { assessmentId }));
  expect([await lowerDue(db, tenth), await standing(tenth)]).toEqual([1, "superseded"]);
});

test("a suspension stays on, and nothing takes the place of a mark that was withdrawn", async () => {
  const { mal, moira } = world.people;
  const { code } = first;
  const { proposalId } = must(await proposeChange(db, tenth, mal, { code, kind: "suspend", reasonClass: "being_looked_into", note: because }));
  must(await confirmChange(db, tenth, moira, { code, proposalId }));
  expect([await lowerDue(db, day29), await standing(day29)]).toEqual([0, "suspended"]);
  const end = must(await proposeChange(db, tenth, mal, { code, kind: "withdraw", note: because }));
  must(await confirmChange(db, tenth, moira, { code, proposalId: end.proposalId }));
  expect([await lowerDue(db, day29), await standing(day29)]).toEqual([0, "withdrawn"]);
});

test("a level as high, or higher, takes its place at once, and so does one beside a mark that has run out", async () => {
  expect((await decided(db, world, { clock: tenth })).mark).not.toBeNull();
  await forget("marks");
  first = await awarded(db, world, { clock: noon });
  const afterwards = at("2028-06-02T12:00:00Z");
  expect((await decided(db, world, { first: { "MU-2.1": 1 }, clock: afterwards })).mark).not.toBeNull();
});
