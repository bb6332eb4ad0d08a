import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answers, assessments, draftMigrations } from "#db/schema/assessments";
import { auditEvents } from "#db/schema/audit";
import { answerFacts } from "~/assessments/answer-facts.server";
import { assessmentFor, heldAnswers } from "~/assessments/draft.server";
import { assessmentsOf } from "~/assessments/list.server";
import { agreeToMigrate } from "~/assessments/migrate.server";
import { noticeOf } from "~/assessments/newer.server";
import { overviewFor } from "~/assessments/overview.server";
import { proposalFor } from "~/assessments/proposal.server";
import { questionFor } from "~/assessments/question.server";
import { saveAnswer } from "~/assessments/save.server";
import { settleCarried } from "~/assessments/settle.server";
import { startAssessment } from "~/assessments/start.server";
import { submitAssessment } from "~/assessments/submit.server";
import { discard, takeBack } from "~/assessments/take-back.server";
import { undoMigration } from "~/assessments/undo-migration.server";
import { standardsFolder } from "~/standards/load.server";
import { publishStandards } from "~/standards/publish.server";
import { allStatements, filledDraft, groupFacts } from "../support/answers";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";

const { db } = await freshDatabase();
const LW = "link-worker-practice";
const facts = { ...groupFacts, has_link_workers: true, home_visits: true };
const before = at("2026-05-20T10:00:00Z");
/** 2.0.0 is published on 5 October; ninety days on is 3 January (as P05). */
const oct14 = at("2026-10-14T10:00:00Z");
let people: Cast;
let harbour: string;
let old: string;

beforeAll(async () => {
  const only = (...names: string[]) => publishStandards(db, before, { system: "test" }, standardsFolder, names);
  await only("referral-capacity@1.0.0", `${LW}@1.0.0`);
  people = await cast(db);
  harbour = people.organisations.harbour.id;
  old = await filledDraft(db, people.ruth, harbour, LW, facts);
  const answer = { level: "not-yet" as const, how: "We have no time for it yet." };
  await saveAnswer(db, noon, people.ruth, { assessmentId: old, criterion: "LW-2.3", answer, privateNote: "Ask Tomasz.", basedOn: 1 });
  const published = await publishStandards(db, at("2026-10-05T08:00:00Z"), { system: "test" }, standardsFolder, [`${LW}@1.1.0`, `${LW}@2.0.0`]);
  if (!published.ok) throw new Error(published.why);
});

/** Back to the draft as it was, whatever the test before did. */
beforeEach(async () => {
  for (const each of await assessmentsOf(db, harbour)) if (each.state === "draft" && each.id !== old && each.standard.key === LW) await discard(db, oct14, people.ruth, each.id);
  await db.update(draftMigrations).set({ undoneAt: oct14.now(), undoneBy: people.ruth.personId }).where(eq(draftMigrations.fromId, old));
  await db.update(assessments).set({ state: "draft" }).where(eq(assessments.id, old));
});

const everything = async (id: string) => (await db.select().from(answers).where(eq(answers.assessmentId, id)).orderBy(answers.criterion)).map(({ assessmentId: _, ...row }) => row);
async function moved(clock = oct14) {
  const agreed = await agreeToMigrate(db, clock, people.ruth, old);
  if (!agreed?.ok) throw new Error(agreed?.why);
  return agreed.assessmentId;
}

describe("moving a draft to the newest version", () => {
  test("is proposed before anybody agrees, and changes nothing", async () => {
    const rows = await everything(old);
    const proposal = await proposalFor(db, oct14, people.tomasz, old);
    expect(proposal).toMatchObject({ to: "2.0.0", lastSubmitOn: "2027-01-03", preview: { nowInTheWay: [{ title: "Peer support and time to reflect" }] } });
    expect(await everything(old)).toEqual(rows);
    expect(await proposalFor(db, oct14, people.pat, old)).toBeUndefined();
  });

  test("makes a new draft of it, with what it asks beside each answer, and leaves the old one as it was", async () => {
    const rows = await everything(old);
    const id = await moved();
    expect(await everything(old)).toEqual(rows);
    expect((await assessmentFor(db, people.ruth, old))?.state).toBe("migrated");
    expect(await assessmentFor(db, people.ruth, id)).toMatchObject({ state: "draft", parentId: old, facts, version: { standard: { version: "2.0.0" } } });
    const [joined] = await heldAnswers(db, id, "LW-2.5");
    expect(joined).toMatchObject({ privateNote: "Ask Tomasz.", carried: { needs: "confirm", suggested: "not-yet" } });
    const overview = await overviewFor(db, oct14, people.ruth, id);
    expect(overview?.progress?.tasks.filter(({ state }) => state === "check").map((each) => each.id)).toEqual(["LW-2.2", "LW-2.5", "LW-4.5", "LW-4.6", "LW-5.2"]);
    expect(overview).toMatchObject({ moved: { version: "1.0.0", untouched: true }, newer: undefined });
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subject, old)).orderBy(auditEvents.seq);
    expect(events.at(-1)).toMatchObject({ type: "assessment.migrated", data: { to_id: id, from_version: "1.0.0", to_version: "2.0.0" } });
  });

  test("happens once, however many press at the same moment", async () => {
    const agreed = await Promise.all([1, 2, 3].map(() => agreeToMigrate(db, oct14, people.ruth, old)));
    expect(new Set(agreed.map((each) => (each?.ok ? each.assessmentId : each?.why))).size).toBe(1);
    expect(agreed.filter((each) => each?.ok && each.fresh)).toHaveLength(1);
  });

  test("is for somebody who may send, and for nobody else’s draft", async () => {
    expect(await agreeToMigrate(db, oct14, people.tomasz, old)).toEqual({ ok: false, why: "wrong_role" });
    expect(await agreeToMigrate(db, oct14, people.pat, old)).toBeUndefined();
    const id = await moved();
    expect(await agreeToMigrate(db, oct14, people.ruth, id)).toEqual({ ok: false, why: "newest_already" });
    expect(await agreeToMigrate(db, oct14, people.tomasz, old)).toEqual({ ok: false, why: "wrong_state" });
  });

  test("leads to where the older answers were given, readable for ever", async () => {
    const id = await moved();
    const question = await questionFor(db, oct14, people.ruth, id, "LW-2.5");
    expect(question).toMatchObject({ shown: { carried: { places: { "1.1.0": { id: old, version: "1.0.0" } } } } });
    expect(await questionFor(db, oct14, people.ruth, old, "LW-2.3")).toMatchObject({ state: "migrated", shown: { answer: { level: "not-yet" }, privateNote: "Ask Tomasz." } });
  });
});

describe("what a carried answer asks", () => {
  test("is settled by choosing a level, and not by words alone", async () => {
    const id = await moved();
    const [held] = await heldAnswers(db, id, "LW-2.5");
    const save = (answer: object, basedOn: number) => saveAnswer(db, oct14, people.tomasz, { assessmentId: id, criterion: "LW-2.5", answer, basedOn });
    await save({ ...held!.answer, how: "Shorter now." }, 1);
    expect((await heldAnswers(db, id, "LW-2.5"))[0]?.carried).toMatchObject({ needs: "confirm" });
    await save({ ...held!.answer, how: "Shorter now.", level: "not-yet" }, 2);
    expect((await heldAnswers(db, id, "LW-2.5"))[0]?.carried).toBeUndefined();
  });

  test("is settled by one press where nothing has to be typed, unless somebody changed it meanwhile", async () => {
    const id = await moved();
    const settle = (basedOn: number) => settleCarried(db, oct14, people.tomasz, { assessmentId: id, criterion: "LW-4.5", basedOn });
    expect(await settle(7)).toEqual({ ok: false, why: "changed", by: people.ruth.name });
    expect(await settle(1)).toEqual({ ok: true });
    expect(await settle(1)).toEqual({ ok: true });
    expect((await heldAnswers(db, id, "LW-4.5"))[0]).toMatchObject({ answer: { level: "met" }, carried: undefined, version: 2 });
    expect(await settleCarried(db, oct14, people.tomasz, { assessmentId: id, criterion: "LW-2.2", basedOn: 1 })).toEqual({ ok: false, why: "changed", by: undefined });
    expect(await settleCarried(db, oct14, people.pat, { assessmentId: id, criterion: "LW-4.5", basedOn: 1 })).toBeUndefined();
  });
});

describe("a press on an answer that somebody changed meanwhile", () => {
  test("confirms nothing and says who changed it, whether it still asks something or not", async () => {
    const id = await moved();
    const press = (criterion: string) => settleCarried(db, oct14, people.tomasz, { assessmentId: id, criterion, basedOn: 1 });
    const [held] = await heldAnswers(db, id, "LW-4.5");
    await saveAnswer(db, oct14, people.ruth, { assessmentId: id, criterion: "LW-4.5", answer: { ...held!.answer, how: "Not any more, really." }, basedOn: 1 });
    expect(await press("LW-4.5")).toEqual({ ok: false, why: "changed", by: people.ruth.name });
    expect((await heldAnswers(db, id, "LW-4.5"))[0]).toMatchObject({ version: 2, carried: { needs: "confirm" } });
    await saveAnswer(db, oct14, people.ruth, { assessmentId: id, criterion: "LW-5.2", answer: { level: "not-yet" }, basedOn: 1 });
    expect(await press("LW-5.2")).toEqual({ ok: false, why: "changed", by: people.ruth.name });
  });

  test("when both come at the same moment, one is kept and the other is told", async () => {
    const id = await moved();
    const [held] = await heldAnswers(db, id, "LW-4.5");
    const edit = { ...held!.answer, how: "We changed this today.", level: "developing" as const };
    const [pressed, saved] = await Promise.all([
      settleCarried(db, oct14, people.tomasz, { assessmentId: id, criterion: "LW-4.5", basedOn: 1 }),
      saveAnswer(db, oct14, people.ruth, { assessmentId: id, criterion: "LW-4.5", answer: edit, basedOn: 1 }),
    ]);
    expect([pressed?.ok, saved?.ok].filter(Boolean)).toHaveLength(1);
    const [now] = await heldAnswers(db, id, "LW-4.5");
    expect(now?.answer.level).toBe(pressed?.ok ? "met" : "developing");
  });
});

describe("going back", () => {
  test("finds the old draft exactly as it was, and gives the new one up; pressed again it is one way back", async () => {
    const rows = await everything(old);
    const id = await moved();
    expect(await undoMigration(db, oct14, people.ruth, id)).toEqual({ ok: true, assessmentId: old, fresh: true });
    expect(await undoMigration(db, oct14, people.ruth, id)).toEqual({ ok: true, assessmentId: old, fresh: false });
    expect(await everything(old)).toEqual(rows);
    expect([(await assessmentFor(db, people.ruth, old))?.state, (await assessmentFor(db, people.ruth, id))?.state]).toEqual(["draft", "withdrawn"]);
    expect((await db.select().from(auditEvents).where(eq(auditEvents.subject, old)).orderBy(auditEvents.seq)).at(-1)?.type).toBe("assessment.migration_undone");
    expect(await moved()).not.toBe(id);
  });

  test("is refused once an answer was changed, or one was given", async () => {
    const id = await moved();
    await saveAnswer(db, oct14, people.tomasz, { assessmentId: id, criterion: "LW-5.4", answer: { level: "not-yet" }, basedOn: 0 });
    expect(await undoMigration(db, oct14, people.ruth, id)).toEqual({ ok: false, why: "untouched" });
    expect((await overviewFor(db, oct14, people.ruth, id))?.progress?.tasks.find((each) => each.id === "LW-5.4")?.state).toBe("done");
  });

  test("is refused once the first questions were answered differently", async () => {
    const id = await moved();
    await answerFacts(db, oct14, people.ruth, { assessmentId: id, facts: { ...facts, uses_volunteers: false } });
    expect(await undoMigration(db, oct14, people.ruth, id)).toEqual({ ok: false, why: "untouched" });
    await answerFacts(db, oct14, people.ruth, { assessmentId: id, facts });
  });

  test("is for somebody who may send, from a draft that was moved", async () => {
    const id = await moved();
    expect(await undoMigration(db, oct14, people.tomasz, id)).toEqual({ ok: false, why: "wrong_role" });
    expect(await undoMigration(db, oct14, people.pat, id)).toBeUndefined();
    expect(await undoMigration(db, oct14, people.ruth, old)).toEqual({ ok: false, why: "not_moved" });
  });
});

describe("staying on the older version", () => {
  const send = (day: string) => submitAssessment(db, at(`${day}T10:00:00Z`), people.ruth, { assessmentId: old, scope: [], statements: [] });

  test("it may be sent on its last day, and from the day after only the newest may", async () => {
    expect(await send("2027-01-03")).toEqual({ ok: false, why: "declaration_made" });
    expect(await send("2027-01-04")).toEqual({ ok: false, why: "past_sunset" });
    const assessment = (await assessmentFor(db, people.ruth, old))!;
    expect(await noticeOf(db, at("2027-01-03T23:59:00Z"), assessment)).toMatchObject({ lastSubmitOn: "2027-01-03", late: false });
    expect(await noticeOf(db, at("2027-01-04T00:01:00Z"), assessment)).toMatchObject({ late: true });
  });

  test("starting again leads to the draft that is there, also when it is of an older version", async () => {
    const started = await startAssessment(db, oct14, people.ruth, { organisationId: harbour, standardKey: LW });
    expect(started).toEqual({ ok: true, assessmentId: old, fresh: false, carried: false });
  });
});

test("what was sent never moves; its answers come into a new draft as a move would bring them", async () => {
  const rows = await everything(old);
  const sent = await submitAssessment(db, oct14, people.ruth, { assessmentId: old, scope: [], statements: allStatements });
  expect(sent).toMatchObject({ ok: true });
  expect(await agreeToMigrate(db, oct14, people.ruth, old)).toEqual({ ok: false, why: "wrong_state" });
  expect(await everything(old)).toEqual(rows);
  expect((await assessmentFor(db, people.ruth, old))?.version.standard.version).toBe("1.0.0");

  await takeBack(db, oct14, people.ruth, old);
  const started = await startAssessment(db, oct14, people.ruth, { organisationId: harbour, standardKey: LW, carryFrom: old });
  if (!started?.ok) throw new Error(started?.why);
  expect((await heldAnswers(db, started.assessmentId, "LW-4.6"))[0]).toMatchObject({ carried: { needs: "confirm", suggested: "met" } });
  expect((await heldAnswers(db, started.assessmentId, "LW-2.1")).length).toBe(0);
});
