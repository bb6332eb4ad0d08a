import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { assessments } from "#db/schema/assessments";
import { auditEvents } from "#db/schema/audit";
import { outbox } from "#db/schema/platform";
import { assignments, caseMoves, decisions, ratings, settlements } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import { verifyChain } from "~/audit/verify.server";
import { assignReaders } from "~/review/assign.server";
import { decideCase } from "~/review/decide.server";
import { declareConflict } from "~/review/declare.server";
import { openCase } from "~/review/open.server";
import { recommendReading } from "~/review/recommend.server";
import { settleDifference } from "~/review/settle.server";
import { stepAside } from "~/review/step-aside.server";
import { takeBackAndStartAgain, takeBackFromReview } from "~/review/take-back.server";
import { caseNow } from "../support/case-now";
import { all, assigned, because, begun, checked, must, mustHaves, openedCase, publishSmall, rate, rated, recommended } from "../support/cases";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast, joins } from "../support/people";

const { db, sql, owner } = await freshDatabase();
let people: Cast;
let versionId: string;
let readers: { assessor: Actor; second: Actor; moderator: Actor };

beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
  readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };
});

const open = () => openedCase(db, people.pat, people.organisations.marshEnd.id, versionId);
const { stateOf } = caseNow(db);
const movesOf = async (caseId: string) => (await db.select().from(caseMoves).where(eq(caseMoves.caseId, caseId)).orderBy(caseMoves.seq)).map(({ name }) => name);
const mailsTo = async ({ email }: Actor) => (await db.select().from(outbox).where(eq(outbox.to, email))).map(({ subject }) => subject);

describe("opening a case", () => {
  test("is once for one submission, and tells the provider's admins and the moderators", async () => {
    const { caseId, submissionId } = await open();
    expect(await openCase(db, noon, people.pat, submissionId)).toBe(caseId);
    expect(await stateOf(caseId)).toBe("waiting");
    expect(await mailsTo(people.pat)).toEqual(["We have your self-assessment: Made up"]);
    expect(await mailsTo(people.dee)).toEqual([]);
    for (const moderator of [people.moira, people.mal]) expect(await mailsTo(moderator)).toContain("Readers needed: Marsh End Community Allotment");
    expect(await mailsTo(people.devon)).toEqual([]);
  });
});

describe("assigning", () => {
  const choose = async (caseId: string, assessor: Actor, second: Actor, by = people.moira) =>
    assignReaders(db, noon, by, { caseId, assessor: assessor.personId, second_reader: second.personId });

  test("takes two assessors, and tells each", async () => {
    const { caseId } = await open();
    expect(await choose(caseId, people.sunil, people.amara)).toEqual({ ok: true });
    expect(await stateOf(caseId)).toBe("declaring");
    expect(await mailsTo(people.sunil)).toContain("A case for you: Marsh End Community Allotment");
  });

  test("refuses one person twice, somebody who is no assessor, nobody, and people of the provider", async () => {
    const { caseId } = await open();
    expect(await choose(caseId, people.sunil, people.sunil)).toEqual({ ok: false, why: "two_readers", faults: { second_reader: "same_person" } });
    expect(await choose(caseId, people.edith, people.amara)).toEqual({ ok: false, why: "two_readers", faults: { assessor: "not_an_assessor" } });
    expect(await choose(caseId, people.sunil, { ...people.amara, personId: crypto.randomUUID() })).toEqual({ ok: false, why: "two_readers", faults: { second_reader: "nobody" } });
    await joins(db, people.organisations.harbour, people.asha);
    const theirs = await openedCase(db, people.ruth, people.organisations.harbour.id, versionId);
    expect(await choose(theirs.caseId, people.asha, people.amara)).toEqual({ ok: false, why: "two_readers", faults: { assessor: "reader_of_provider" } });
    expect(await stateOf(caseId)).toBe("waiting");
    expect(await movesOf(caseId)).toEqual([]);
  });

  test("is for moderators; for everybody else there is no such case, or no such thing to do", async () => {
    const { caseId } = await open();
    expect(await choose(caseId, people.sunil, people.amara, people.sunil)).toBeUndefined();
    expect(await choose(caseId, people.sunil, people.amara, people.pat)).toBeUndefined();
    expect(await choose(caseId, people.sunil, people.amara, people.devon)).toMatchObject({ ok: false, why: "wrong_role" });
    expect(await choose(crypto.randomUUID(), people.sunil, people.amara)).toBeUndefined();
    expect(await choose("not-an-id", people.sunil, people.amara)).toBeUndefined();
  });

  test("replaces a reader who fell silent; who stays keeps what they declared and rated", async () => {
    const { caseId } = await open();
    await begun(db, caseId, readers);
    must(await rate(db, people.sunil, caseId, "MU-1.1", 2));
    must(await choose(caseId, people.sunil, people.asha));
    expect(await stateOf(caseId)).toBe("declaring");
    expect(await rate(db, people.amara, caseId, "MU-1.1", 2)).toBeUndefined();
    must(await declareConflict(db, noon, people.asha, { caseId, words: "None" }));
    expect(await stateOf(caseId)).toBe("assessing");
    for (const id of mustHaves) must(await rate(db, people.asha, caseId, id, 2));
    for (const id of all.slice(1)) must(await rate(db, people.sunil, caseId, id, 2));
    await recommended(db, caseId, { assessor: people.sunil, second: people.asha });
    expect(await stateOf(caseId)).toBe("checking");
    const rows = await db.select().from(assignments).where(eq(assignments.caseId, caseId));
    expect(rows.filter(({ endedAt }) => endedAt).map(({ personId, endedReason }) => [personId, endedReason])).toEqual([[people.amara.personId, "replaced"]]);
  });

  test("a reader who comes back having rated and recommended everything before completes the case by declaring", async () => {
    const { caseId } = await open();
    await begun(db, caseId, readers);
    for (const id of mustHaves) must(await rate(db, people.amara, caseId, id, 2));
    must(await recommendReading(db, noon, people.amara, { caseId }));
    must(await choose(caseId, people.sunil, people.asha));
    must(await declareConflict(db, noon, people.asha, { caseId, words: "none" }));
    for (const id of all) must(await rate(db, people.sunil, caseId, id, 2));
    must(await recommendReading(db, noon, people.sunil, { caseId }));
    must(await choose(caseId, people.sunil, people.amara));
    must(await declareConflict(db, noon, people.amara, { caseId, words: "none" }));
    expect(await stateOf(caseId)).toBe("checking");
  });

  test("naming the same two again changes nothing", async () => {
    const { caseId } = await open();
    await assigned(db, caseId, readers);
    expect(await choose(caseId, people.sunil, people.amara)).toMatchObject({ ok: false, faults: { assessor: "no_change" } });
    must(await choose(caseId, people.amara, people.sunil)); // their parts changed over is a change
    const rows = await db.select().from(assignments).where(eq(assignments.caseId, caseId));
    expect(rows).toHaveLength(4);
  });
});

describe("declaring", () => {
  test("only the word itself says that there is no conflict; both have to say it", async () => {
    const { caseId } = await open();
    await assigned(db, caseId, readers);
    expect(await declareConflict(db, noon, people.sunil, { caseId, words: " " })).toEqual({ ok: false, why: "nothing_typed" });
    expect(await declareConflict(db, noon, people.sunil, { caseId, words: "NONE" })).toEqual({ ok: true, conflict: false });
    expect(await declareConflict(db, noon, people.sunil, { caseId, words: "none" })).toEqual({ ok: true, conflict: false }); // pressed twice
    expect(await stateOf(caseId)).toBe("declaring");
    expect(await declareConflict(db, noon, people.amara, { caseId, words: "none." })).toEqual({ ok: true, conflict: false });
    expect(await stateOf(caseId)).toBe("assessing");
    expect(await movesOf(caseId)).toEqual(["assign", "declare", "declare", "begin"]);
    expect(await mailsTo(people.amara)).toContain("You can begin: Marsh End Community Allotment");
  });

  test("anything else is a conflict: out of the case, with those words, and never back in it", async () => {
    const { caseId } = await open();
    await assigned(db, caseId, readers);
    expect(await declareConflict(db, noon, people.sunil, { caseId, words: "My sister is on the committee" })).toEqual({ ok: true, conflict: true });
    expect(await stateOf(caseId)).toBe("waiting");
    expect(await declareConflict(db, noon, people.sunil, { caseId, words: "none" })).toBeUndefined();
    const [left] = await db
      .select()
      .from(assignments)
      .where(and(eq(assignments.caseId, caseId), eq(assignments.personId, people.sunil.personId)));
    expect(left).toMatchObject({ declaration: "My sister is on the committee", endedReason: "My sister is on the committee" });
    expect(await mailsTo(people.moira)).toContain("Reader needed: Marsh End Community Allotment");
    expect(await assignReaders(db, noon, people.moira, { caseId, assessor: people.sunil.personId, second_reader: people.amara.personId })).toMatchObject({
      faults: { assessor: "declared_conflict" },
    });
  });

  test("ten at once are one declaration and one beginning", async () => {
    const { caseId } = await open();
    await assigned(db, caseId, readers);
    const both = [people.sunil, people.amara].flatMap((reader) => Array.from({ length: 5 }, () => declareConflict(db, noon, reader, { caseId, words: "none" })));
    const answers = await Promise.all(both);
    expect(answers.filter((answer) => answer?.ok)).not.toHaveLength(0);
    for (const answer of answers) expect(answer?.ok || (answer?.ok === false && answer.why === "wrong_state")).toBe(true);
    expect((await movesOf(caseId)).filter((name) => name === "begin")).toHaveLength(1);
    expect((await movesOf(caseId)).filter((name) => name === "declare")).toHaveLength(2);
    expect(await stateOf(caseId)).toBe("assessing");
  });

  test("stepping aside takes a reason, and what was rated no longer counts", async () => {
    const { caseId } = await open();
    await begun(db, caseId, readers);
    must(await rate(db, people.sunil, caseId, "MU-1.1", 3));
    expect(await stepAside(db, noon, people.sunil, { caseId, reason: " " })).toEqual({ ok: false, why: "reason_missing" });
    must(await stepAside(db, noon, people.sunil, { caseId, reason: "I am ill" }));
    expect(await stateOf(caseId)).toBe("waiting");
    must(await assignReaders(db, noon, people.moira, { caseId, assessor: people.asha.personId, second_reader: people.amara.personId }));
    must(await declareConflict(db, noon, people.asha, { caseId, words: "none" }));
    for (const id of mustHaves) must(await rate(db, people.amara, caseId, id, 2));
    for (const id of all.slice(1)) must(await rate(db, people.asha, caseId, id, 2));
    expect(await stateOf(caseId)).toBe("assessing"); // MU-1.1 was rated by somebody who has left
    must(await rate(db, people.asha, caseId, "MU-1.1", 2));
    await recommended(db, caseId, { assessor: people.asha, second: people.amara });
    expect(await stateOf(caseId)).toBe("checking");
  });
});

describe("rating", () => {
  test("the second reader rates the must-haves and nothing else", async () => {
    const { caseId } = await open();
    await begun(db, caseId, readers);
    expect(await rate(db, people.amara, caseId, "MU-2.1", 2)).toBeUndefined();
    expect(await rate(db, people.sunil, caseId, "MU-9.9", 2)).toBeUndefined();
    expect(await rate(db, people.amara, caseId, "MU-1.1", 2)).toEqual({ ok: true, next: "MU-1.2" });
  });

  test("refuses before the declarations, without a proper reason, with a test there is not, and a claim that was not made", async () => {
    const { caseId } = await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId, { answers: {} });
    await assigned(db, caseId, readers);
    expect(await rate(db, people.sunil, caseId, "MU-1.1", 2)).toMatchObject({ ok: false, why: "wrong_state" });
    for (const reader of [people.sunil, people.amara]) must(await declareConflict(db, noon, reader, { caseId, words: "none" }));
    expect(await rate(db, people.sunil, caseId, "MU-1.1", 2, "")).toMatchObject({ ok: false, why: "reason_missing" });
    expect(await rate(db, people.sunil, caseId, "MU-1.1", 2, "too short")).toMatchObject({ ok: false, why: "reason_short" });
    expect(await rate(db, people.sunil, caseId, "MU-2.1", null)).toMatchObject({ ok: false, why: "not_claimed" });
    expect(await db.select().from(ratings).where(eq(ratings.caseId, caseId))).toEqual([]);
  });

  test("a correction is a new row and the newest counts; the same again is not", async () => {
    const { caseId } = await open();
    await begun(db, caseId, readers);
    must(await rate(db, people.sunil, caseId, "MU-1.1", 1));
    must(await rate(db, people.sunil, caseId, "MU-1.1", 1));
    must(await rate(db, people.sunil, caseId, "MU-1.1", 2));
    const rows = await db.select().from(ratings).where(eq(ratings.caseId, caseId)).orderBy(ratings.seq);
    expect(rows.map(({ level }) => level)).toEqual([1, 2]);
    for (const id of all.slice(1)) must(await rate(db, people.sunil, caseId, id, 2));
    for (const id of mustHaves) must(await rate(db, people.amara, caseId, id, 2));
    await recommended(db, caseId, readers);
    expect(await stateOf(caseId)).toBe("checking");
    expect(await rate(db, people.sunil, caseId, "MU-1.1", 3)).toMatchObject({ ok: false, why: "wrong_state" });
  });

  test("both recommending at once still moves the case on", async () => {
    const { caseId } = await open();
    await begun(db, caseId, readers);
    for (const id of all) must(await rate(db, people.sunil, caseId, id, 2));
    for (const id of mustHaves) must(await rate(db, people.amara, caseId, id, 2));
    await Promise.all([people.sunil, people.amara, people.sunil].map((reader) => recommendReading(db, noon, reader, { caseId })));
    expect(await stateOf(caseId)).toBe("checking");
    expect((await movesOf(caseId)).filter((name) => name === "recommend")).toHaveLength(2);
  });

  test("an accepted claim counts; the case goes on without a level for it", async () => {
    const { caseId } = await open();
    await rated(db, caseId, readers, { first: { "MU-2.1": null } });
    expect(await stateOf(caseId)).toBe("deciding");
  });
});

describe("settling", () => {
  const settle = (caseId: string, level: 0 | 1 | 2 | 3, by = people.moira, criterion = "MU-1.1", reason = because) =>
    settleDifference(db, noon, by, { caseId, criterion, level, reason });

  test("P01: a split must-have goes to the moderator, who picks between the two and says why", async () => {
    const { caseId } = await open();
    await rated(db, caseId, readers, { first: { "MU-1.1": 1 } });
    expect(await stateOf(caseId)).toBe("moderating");
    expect(await mailsTo(people.moira)).toContain("1 difference to settle: Marsh End Community Allotment");
    expect(await decideCase(db, noon, people.devon, { caseId, reason: because })).toMatchObject({ ok: false, why: "wrong_state" });
    for (const outside of [0, 3] as const) expect(await settle(caseId, outside)).toEqual({ ok: false, why: "outside_range" });
    expect(await settle(caseId, 2, people.moira, "MU-1.1", "no reason")).toEqual({ ok: false, why: "reason_short" });
    expect(await settle(caseId, 2, people.moira, "MU-1.2")).toEqual({ ok: false, why: "nothing_to_settle_here" });
    expect(await settle(caseId, 2, people.devon)).toEqual({ ok: false, why: "wrong_role" });
    expect(await settle(caseId, 2, people.pat)).toBeUndefined();
    expect(await settle(caseId, 2)).toEqual({ ok: true, left: 0 });
    await checked(db, caseId);
    expect(await stateOf(caseId)).toBe("deciding");
    expect(await mailsTo(people.devon)).toContain("Ready to decide: Marsh End Community Allotment");
    expect(
      await db
        .select({ level: ratings.level })
        .from(ratings)
        .where(and(eq(ratings.caseId, caseId), eq(ratings.criterion, "MU-1.1")))
        .orderBy(ratings.seq),
    ).toEqual([{ level: 1 }, { level: 2 }]);
  });

  test("two apart is flagged, and each criterion is settled once", async () => {
    const { caseId } = await open();
    await rated(db, caseId, readers, { first: { "MU-1.1": 1, "MU-1.2": 0 } });
    expect(await settle(caseId, 1, people.moira, "MU-1.2")).toEqual({ ok: true, left: 1 });
    expect(await settle(caseId, 2, people.mal, "MU-1.2")).toEqual({ ok: false, why: "nothing_to_settle_here" });
    expect(await settle(caseId, 2, people.mal)).toEqual({ ok: true, left: 0 });
    expect((await db.select().from(settlements).where(eq(settlements.caseId, caseId))).map(({ criterion, flagged }) => [criterion, flagged]).sort()).toEqual([
      ["MU-1.1", false],
      ["MU-1.2", true],
    ]);
  });

  test("one apart on the same side of Met: the lower stands and nobody is asked", async () => {
    const { caseId } = await open();
    await rated(db, caseId, readers, { first: { "MU-1.1": 3 } });
    expect(await stateOf(caseId)).toBe("deciding");
  });
});

describe("deciding", () => {
  const decide = (caseId: string, by: Actor = people.devon, reason = because) => decideCase(db, noon, by, { caseId, reason });

  test("keeps the outcome of the version's own rules, and the reason", async () => {
    const { caseId, submissionId } = await open();
    await rated(db, caseId, readers, { first: { "MU-2.1": null } });
    const decided = must(await decide(caseId));
    expect(decided).toMatchObject({
      decision: { outcome: "assured", score: { W: 6, points: 12, max: 12, score: 100 } },
      case: { id: caseId, submissionId, standardVersionId: versionId, scope: ["Everything"] },
    });
    expect(await db.select().from(decisions).where(eq(decisions.caseId, caseId))).toMatchObject([
      { id: decided.decision.id, outcome: "assured", reason: because, decidedBy: people.devon.personId },
    ]);
    expect(await stateOf(caseId)).toBe("decided");
    expect(await movesOf(caseId)).toEqual([
      "assign",
      "declare",
      "declare",
      "begin",
      "rate",
      "rate",
      "rate",
      "rate",
      "rate",
      "recommend",
      "recommend",
      "agree",
      "send_report",
      "confirm",
      "decide",
    ]);
  });

  test("a must-have at Not yet is no mark", async () => {
    const { caseId } = await open();
    await rated(db, caseId, readers, { first: { "MU-1.1": 0 }, second: { "MU-1.1": 0 } });
    expect(must(await decide(caseId)).decision).toMatchObject({ outcome: "not_awarded", score: { criteria: ["MU-1.1"] } });
  });

  test("ten at once are one decision; the others hear who decided and when", async () => {
    const { caseId } = await open();
    await rated(db, caseId, readers);
    const answers = await Promise.all(Array.from({ length: 10 }, () => decide(caseId)));
    expect(answers.filter((answer) => answer?.ok)).toHaveLength(1);
    for (const answer of answers.filter((each) => !each?.ok)) expect(answer).toEqual({ ok: false, why: "already_decided", by: "Devon Achebe", at: noon.now() });
    expect(await db.select().from(decisions).where(eq(decisions.caseId, caseId))).toHaveLength(1);
  });

  test("needs a reason, a decision-maker, and a case that is ready", async () => {
    const { caseId } = await open();
    expect(await decide(caseId)).toMatchObject({ ok: false, why: "wrong_state" });
    await rated(db, caseId, readers);
    expect(await decide(caseId, people.devon, " ")).toEqual({ ok: false, why: "reason_missing" });
    expect(await decide(caseId, people.devon, "short")).toEqual({ ok: false, why: "reason_short" });
    expect(await decide(caseId, people.moira)).toEqual({ ok: false, why: "wrong_role" });
    expect(await decide(caseId, people.sunil)).toEqual({ ok: false, why: "wrong_role" });
    expect(await decide(caseId, people.pat)).toBeUndefined();
    expect(await stateOf(caseId)).toBe("deciding");
  });

  test("four eyes: not who rated, not who settled, not the provider's own, whatever roles they have", async () => {
    const everything: Actor["roles"] = ["assessor", "moderator", "decider"];
    const sunil = { ...people.sunil, roles: everything };
    const moira = { ...people.moira, roles: everything };
    const { caseId } = await open();
    await rated(db, caseId, readers, { first: { "MU-1.1": 1 } });
    expect(await settleDifference(db, noon, sunil, { caseId, criterion: "MU-1.1", level: 1, reason: because })).toEqual({ ok: false, why: "rated" });
    must(await settleDifference(db, noon, moira, { caseId, criterion: "MU-1.1", level: 2, reason: because }));
    await checked(db, caseId);
    expect(await decide(caseId, sunil)).toEqual({ ok: false, why: "rated" });
    expect(await decide(caseId, moira)).toEqual({ ok: false, why: "settled" });
    const insider: Actor = { ...people.devon, memberships: people.dee.memberships };
    expect(await decide(caseId, insider)).toBeUndefined();
    must(await decide(caseId));
  });
});

describe("taking back", () => {
  test("and starting again happen together or not at all", async () => {
    const { caseId, assessmentId } = await open();
    const drafts = () => db.select({ id: assessments.id, parentId: assessments.parentId }).from(assessments).where(eq(assessments.state, "draft"));
    expect(await takeBackAndStartAgain(db, noon, people.ruth, { assessmentId })).toBeUndefined();
    expect(await takeBackAndStartAgain(db, noon, people.dee, { assessmentId })).toEqual({ ok: false, why: "wrong_role" });
    await owner`revoke insert on case_moves from waymark_app`;
    await expect(takeBackAndStartAgain(db, noon, people.pat, { assessmentId })).rejects.toThrow();
    await owner`grant insert on case_moves to waymark_app`;
    expect([await stateOf(caseId), await drafts()]).toEqual(["waiting", []]);
    const { draftId } = must(await takeBackAndStartAgain(db, noon, people.pat, { assessmentId }));
    expect([await stateOf(caseId), await drafts()]).toEqual(["withdrawn", [{ id: draftId, parentId: assessmentId }]]);
    expect(await takeBackAndStartAgain(db, noon, people.pat, { assessmentId })).toEqual({ ok: false, why: "wrong_state" });
  });

  test("withdraws the assessment and closes the case, and its readers hear of it", async () => {
    const { caseId, assessmentId } = await open();
    await assigned(db, caseId, readers);
    expect(await takeBackFromReview(db, noon, people.ruth, { assessmentId })).toBeUndefined();
    expect(await takeBackFromReview(db, noon, people.dee, { assessmentId })).toEqual({ ok: false, why: "wrong_role" });
    expect(await takeBackFromReview(db, noon, people.pat, { assessmentId })).toEqual({ ok: true });
    expect(await stateOf(caseId)).toBe("withdrawn");
    expect(await mailsTo(people.sunil)).toContain("Taken back: Marsh End Community Allotment");
    expect(await takeBackFromReview(db, noon, people.pat, { assessmentId })).toEqual({ ok: false, why: "wrong_state" });
    expect(await declareConflict(db, noon, people.sunil, { caseId, words: "none" })).toMatchObject({ ok: false, why: "wrong_state" });
  });

  test("is no longer possible once decided", async () => {
    const { caseId, assessmentId } = await open();
    await rated(db, caseId, readers);
    must(await decideCase(db, noon, people.devon, { caseId, reason: because }));
    expect(await takeBackFromReview(db, noon, people.pat, { assessmentId })).toEqual({ ok: false, why: "wrong_state" });
    expect(await stateOf(caseId)).toBe("decided");
  });
});

test("everything that happened is in the audit trail, and the chain holds", async () => {
  const types = new Set((await db.select({ type: auditEvents.type }).from(auditEvents)).map(({ type }) => type));
  for (const type of ["case.opened", "case.assigned", "case.declared", "case.stepped_aside", "case.rated", "case.settled", "case.decided", "case.moved"])
    expect(types).toContain(type);
  expect(await verifyChain(sql)).toMatchObject({ ok: true });
});
