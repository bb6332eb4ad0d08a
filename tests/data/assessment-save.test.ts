import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { answers, assessments } from "#db/schema/assessments";
import { auditEvents } from "#db/schema/audit";
import type { Actor } from "~/accounts/actor";
import { answerFacts } from "~/assessments/answer-facts.server";
import { assessmentFor, heldAnswers } from "~/assessments/draft.server";
import { assessmentsOf } from "~/assessments/list.server";
import { saveAnswer } from "~/assessments/save.server";
import { startAssessment } from "~/assessments/start.server";
import { startableBy } from "~/assessments/startable.server";
import { discard } from "~/assessments/take-back.server";
import { londonDay } from "~/platform/calendar";
import { applicable } from "~/standards/applies";
import { publishStandards } from "~/standards/publish.server";
import { draftOf, groupFacts, metAnswer } from "../support/answers";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";

const { db, owner } = await freshDatabase();
let people: Cast;
let pat: Actor;
let dee: Actor;
let marshEnd: string;
beforeAll(async () => {
  await publishStandards(db, noon, { system: "test" });
  people = await cast(db);
  ({ pat, dee } = people);
  marshEnd = pat.memberships[0]!.organisationId;
});

/** Pat's organisation as if it were new. */
async function clean() {
  for (const each of await assessmentsOf(db, marshEnd)) if (each.state === "draft") await discard(db, noon, pat, each.id);
}

describe("starting", () => {
  test("a second start answers the same draft, also when both press at once", async () => {
    await clean();
    const started = await Promise.all([pat, dee, pat, dee].map((actor) => startAssessment(db, noon, actor, { organisationId: marshEnd, standardKey: "referral-capacity" })));
    expect(new Set(started.map((each) => each?.ok && each.assessmentId)).size).toBe(1);
    expect(started.filter((each) => each?.ok && each.fresh)).toHaveLength(1);
  });

  test("a standard whose gate the facts do not allow is refused, and so is one that does not exist", async () => {
    await clean();
    await draftOf(db, pat, marshEnd, "referral-capacity");
    expect(await startAssessment(db, noon, pat, { organisationId: marshEnd, standardKey: "link-worker-practice" })).toEqual({ ok: false, why: "not_offered" });
    expect(await startAssessment(db, noon, pat, { organisationId: marshEnd, standardKey: "no-such" })).toEqual({ ok: false, why: "no_such_standard" });
  });

  test("a stranger finds nothing to start, to answer or to save", async () => {
    await clean();
    const id = await draftOf(db, pat, marshEnd, "referral-capacity");
    const { ruth } = people;
    expect(await startAssessment(db, noon, ruth, { organisationId: marshEnd, standardKey: "referral-capacity" })).toBeUndefined();
    expect(await answerFacts(db, noon, ruth, { assessmentId: id, facts: groupFacts })).toBeUndefined();
    expect(await saveAnswer(db, noon, ruth, { assessmentId: id, criterion: "RC-1.2", answer: { level: "met" }, basedOn: 0 })).toBeUndefined();
    expect(await assessmentFor(db, ruth, id)).toBeUndefined();
    expect(await assessmentFor(db, pat, "not-an-id")).toBeUndefined();
  });

  test("the first questions are asked once: the next draft has their answers", async () => {
    await clean();
    const id = await draftOf(db, pat, marshEnd, "activities-and-services");
    expect((await assessmentFor(db, pat, id))?.facts).toEqual(groupFacts);
  });

  test("answers are carried forward with their notes, and the parent is kept as it was", async () => {
    await clean();
    const parent = await draftOf(db, pat, marshEnd, "activities-and-services");
    await saveAnswer(db, noon, pat, { assessmentId: parent, criterion: "AS-1.1", answer: { level: "met", how: "A poster in the shop." }, privateNote: "Ask Jo", basedOn: 0 });
    await discard(db, noon, pat, parent);
    const next = await startAssessment(db, at("2026-07-01T10:00:00Z"), pat, { organisationId: marshEnd, standardKey: "activities-and-services", carryFrom: parent });
    if (!next?.ok) throw new Error("not started");
    expect(await heldAnswers(db, next.assessmentId)).toMatchObject([
      { criterion: "AS-1.1", answer: { level: "met", how: "A poster in the shop." }, privateNote: "Ask Jo", version: 1 },
    ]);
    expect((await assessmentFor(db, pat, next.assessmentId))?.parentId).toBe(parent);
    expect(await heldAnswers(db, parent)).toMatchObject([{ savedAt: noon.now() }]);
    expect(
      await startAssessment(db, noon, people.ruth, { organisationId: people.ruth.memberships[0]!.organisationId, standardKey: "referral-capacity", carryFrom: parent }),
    ).toEqual({ ok: false, why: "nothing_to_carry" });
  });
});

describe("starting again", () => {
  const standardKey = "activities-and-services";
  const again = (carryFrom?: string) => startAssessment(db, noon, pat, { organisationId: marshEnd, standardKey, carryFrom });
  const offeredAgain = async () => (await startableBy(db, marshEnd, await assessmentsOf(db, marshEnd), londonDay(noon.now()))).find(({ key }) => key === standardKey)?.carryFrom;
  const carriedInto = async (id: string) =>
    (
      await db
        .select()
        .from(auditEvents)
        .where(and(eq(auditEvents.subject, id), eq(auditEvents.type, "assessment.answers_carried")))
    ).map(({ data }) => data);

  async function givenUpWithAnswer(how: string) {
    await clean();
    const parent = await draftOf(db, pat, marshEnd, standardKey);
    await saveAnswer(db, noon, pat, { assessmentId: parent, criterion: "AS-1.1", answer: { level: "met", how }, basedOn: 0 });
    await discard(db, noon, pat, parent);
    return parent;
  }

  test("the newest one with an answer lends it, not one that was given up empty after it", async () => {
    await givenUpWithAnswer("A poster in the shop.");
    const answered = await startAssessment(db, at("2026-12-01T10:00:00Z"), pat, { organisationId: marshEnd, standardKey });
    if (!answered?.ok) throw new Error("not started");
    const parent = answered.assessmentId;
    await saveAnswer(db, noon, pat, { assessmentId: parent, criterion: "AS-1.1", answer: { level: "met", how: "A newer poster." }, basedOn: 0 });
    await discard(db, noon, pat, parent);
    const later = await startAssessment(db, at("2027-01-01T10:00:00Z"), pat, { organisationId: marshEnd, standardKey });
    if (!later?.ok) throw new Error("not started");
    await discard(db, noon, pat, later.assessmentId);
    expect(await offeredAgain()).toBe(parent);
  });

  test("an empty draft that is there gets the answers, once, and says where from", async () => {
    const parent = await givenUpWithAnswer("A poster in the library.");
    const empty = await again();
    if (!empty?.ok) throw new Error("not started");
    expect(empty).toMatchObject({ fresh: true, carried: false });
    const pressed = await Promise.all([again(parent), again(parent), again(parent)]);
    expect(pressed).toEqual(pressed.map(() => ({ ok: true, assessmentId: empty.assessmentId, fresh: false, carried: true })));
    expect(await heldAnswers(db, empty.assessmentId)).toMatchObject([{ criterion: "AS-1.1", answer: { how: "A poster in the library." }, version: 1 }]);
    expect((await assessmentFor(db, pat, empty.assessmentId))?.parentId).toBe(parent);
    expect(await carriedInto(empty.assessmentId)).toEqual([{ parent_id: parent }]);
  });

  test("a draft with an answer of its own is left as it is, and so is one asked to lend to itself", async () => {
    const parent = await givenUpWithAnswer("A poster in the shop.");
    const draft = await draftOf(db, pat, marshEnd, standardKey);
    expect(await again(draft)).toEqual({ ok: true, assessmentId: draft, fresh: false, carried: false });
    await saveAnswer(db, noon, pat, { assessmentId: draft, criterion: "AS-1.3", answer: { level: "met", how: "Ours, typed today." }, basedOn: 0 });
    expect(await again(parent)).toEqual({ ok: true, assessmentId: draft, fresh: false, carried: false });
    expect(await heldAnswers(db, draft)).toMatchObject([{ criterion: "AS-1.3", answer: { how: "Ours, typed today." } }]);
    expect((await assessmentFor(db, pat, draft))?.parentId).toBeNull();
    expect(await carriedInto(draft)).toEqual([]);
  });
});

describe("the first questions", () => {
  test("one that is missing or not an answer keeps none of them", async () => {
    await clean();
    const id = await draftOf(db, pat, marshEnd, "referral-capacity");
    const { runs_activities: _left, ...rest } = groupFacts;
    const result = await answerFacts(db, noon, pat, { assessmentId: id, facts: { ...rest, home_visits: "perhaps", legal_form: "charity" } });
    expect(result).toEqual({ ok: false, why: "faults", faults: { runs_activities: "missing", home_visits: "wrong_kind", legal_form: "unknown_fact" } });
    expect((await assessmentFor(db, pat, id))?.facts).toEqual(groupFacts);
  });

  test("answered by many at once, for different drafts, they are answered by each in turn", async () => {
    await clean();
    const ids = await Promise.all(["referral-capacity", "activities-and-services"].map((key) => draftOf(db, pat, marshEnd, key)));
    const answered = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        answerFacts(db, noon, index % 2 ? pat : dee, { assessmentId: ids[index % 3 ? 0 : 1]!, facts: { ...groupFacts, employs_anyone: index % 5 === 0 } }),
      ),
    );
    expect(answered.every((each) => each?.ok)).toBe(true);
    const [one, other] = await Promise.all(ids.map((id) => assessmentFor(db, pat, id)));
    expect(one?.facts).toEqual(other?.facts);
  });

  test("they hold for every draft of the organisation", async () => {
    await clean();
    const activities = await draftOf(db, pat, marshEnd, "activities-and-services");
    const capacity = await draftOf(db, pat, marshEnd, "referral-capacity");
    await answerFacts(db, noon, dee, { assessmentId: capacity, facts: { ...groupFacts, uses_volunteers: false } });
    expect((await assessmentsOf(db, marshEnd)).find(({ id }) => id === activities)?.progress?.questions).toBe(14);
    await answerFacts(db, noon, dee, { assessmentId: capacity, facts: groupFacts });
    expect((await assessmentsOf(db, marshEnd)).filter(({ state }) => state === "draft").map(({ progress }) => progress?.questions)).toEqual([16, 16]);
  });
});

describe("saving", () => {
  test("fifty different questions at the same moment are all kept", async () => {
    await clean();
    const ids = await Promise.all(["referral-capacity", "activities-and-services"].map((key) => draftOf(db, pat, marshEnd, key)));
    const drafts = await Promise.all(ids.map((id) => assessmentFor(db, pat, id)));
    const wanted = drafts.flatMap((draft) => applicable(draft!.version.standard, groupFacts).map((criterion) => ({ assessmentId: draft!.id, criterion })));
    expect(wanted).toHaveLength(32);
    const rounds = [...wanted, ...wanted].slice(0, 50);
    const saved = await Promise.all(
      rounds.map(({ assessmentId, criterion }, index) =>
        saveAnswer(db, noon, index % 2 ? dee : pat, { assessmentId, criterion: criterion.id, answer: metAnswer(criterion), basedOn: 0 }),
      ),
    );
    expect(saved.every((each) => each?.ok)).toBe(true);
    const held = (await Promise.all(ids.map((id) => heldAnswers(db, id)))).flat();
    expect(held.map(({ criterion }) => criterion).sort()).toEqual(wanted.map(({ criterion }) => criterion.id).sort());
    expect(held.every(({ version }) => version === 1)).toBe(true);
  });

  test("fifty people on the same question: one is kept, the others are shown it and whose it is", async () => {
    await clean();
    const id = await draftOf(db, pat, marshEnd, "activities-and-services");
    const save = (index: number) => saveAnswer(db, noon, dee, { assessmentId: id, criterion: "AS-1.1", answer: { level: "met", how: `Way ${index}` }, basedOn: 0 });
    const saved = await Promise.all(Array.from({ length: 50 }, (_, index) => save(index)));
    expect(saved.filter((each) => each?.ok)).toHaveLength(1);
    const [held] = await heldAnswers(db, id);
    for (const each of saved) if (!each?.ok) expect(each).toMatchObject({ why: "changed_meanwhile", theirs: { answer: held!.answer, savedBy: dee.name, version: 1 } });
  });

  test("the second of two edits made from one version overwrites nothing", async () => {
    await clean();
    const id = await draftOf(db, pat, marshEnd, "activities-and-services");
    const save = (actor: Actor, how: string, basedOn: number) => saveAnswer(db, noon, actor, { assessmentId: id, criterion: "AS-1.1", answer: { level: "met", how }, basedOn });
    expect(await save(pat, "First", 0)).toMatchObject({ ok: true, version: 1 });
    expect(await save(dee, "Dee’s", 1)).toMatchObject({ ok: true, version: 2 });
    expect(await save(pat, "Pat’s", 1)).toMatchObject({ ok: false, why: "changed_meanwhile", theirs: { answer: { how: "Dee’s" }, version: 2, savedBy: dee.name } });
    expect(await save(pat, "Pat’s", 2)).toMatchObject({ ok: true, version: 3 });
  });

  test("the same again after a lost reply is no conflict and no new version", async () => {
    await clean();
    const id = await draftOf(db, pat, marshEnd, "activities-and-services");
    const save = (basedOn: number, privateNote = "") =>
      saveAnswer(db, noon, pat, { assessmentId: id, criterion: "AS-1.1", answer: { level: "met", how: "Once" }, privateNote, basedOn });
    expect(await save(0)).toMatchObject({ ok: true, version: 1 });
    expect(await save(0)).toMatchObject({ ok: true, version: 1 });
    expect(await save(0, "another note")).toMatchObject({ ok: false, why: "changed_meanwhile" });
    const events = await db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.subject, id), eq(auditEvents.type, "assessment.answered")));
    expect(events.map(({ data }) => data)).toEqual([{ criterion: "AS-1.1", version: 1 }]);
  });

  test("a note that is not sent stays; the answer's text is not in the audit trail", async () => {
    await clean();
    const id = await draftOf(db, pat, marshEnd, "activities-and-services");
    await saveAnswer(db, noon, pat, { assessmentId: id, criterion: "AS-1.1", answer: { level: "met", how: "Marrows" }, privateNote: "Secret marrow", basedOn: 0 });
    await saveAnswer(db, noon, pat, { assessmentId: id, criterion: "AS-1.1", answer: { level: "met", how: "Marrows and beans" }, basedOn: 1 });
    expect(await heldAnswers(db, id)).toMatchObject([{ privateNote: "Secret marrow", version: 2 }]);
    const trail = await db.select().from(auditEvents).where(eq(auditEvents.subject, id));
    expect(JSON.stringify(trail)).not.toMatch(/marrow/i);
  });

  test("a question that is not asked and a file that is not theirs are refused", async () => {
    await clean();
    const id = await draftOf(db, pat, marshEnd, "activities-and-services");
    const save = (criterion: string, file?: string) =>
      saveAnswer(db, noon, pat, { assessmentId: id, criterion, answer: { level: "met", evidence: file ? [{ kind: "file", file }] : [] }, basedOn: 0 });
    expect(await save("AS-2.4")).toEqual({ ok: false, why: "not_asked" });
    expect(await save("XX-1.1")).toEqual({ ok: false, why: "not_asked" });
    expect(await save("AS-1.1", crypto.randomUUID())).toEqual({ ok: false, why: "unknown_file" });
    expect(await heldAnswers(db, id)).toEqual([]);
  });

  test("after giving up a draft nothing more is saved, neither by the command nor by whoever writes to the table", async () => {
    await clean();
    const id = await draftOf(db, pat, marshEnd, "activities-and-services");
    await saveAnswer(db, noon, pat, { assessmentId: id, criterion: "AS-1.1", answer: { level: "met" }, basedOn: 0 });
    expect(await discard(db, noon, dee, id)).toEqual({ ok: false, why: "wrong_role" });
    expect(await discard(db, noon, pat, id)).toEqual({ ok: true });
    expect(await saveAnswer(db, noon, pat, { assessmentId: id, criterion: "AS-1.1", answer: { level: "leading" }, basedOn: 1 })).toEqual({ ok: false, why: "wrong_state" });
    await expect(owner`update answers set content = '{}' where assessment_id = ${id}`).rejects.toThrow(/never changed/);
    await expect(owner`update assessments set state = 'draft' where id = ${id}`).rejects.toThrow(/never changed/);
    const [row] = await db.select().from(assessments).where(eq(assessments.id, id));
    expect(row?.state).toBe("withdrawn");
    expect(await db.select({ content: answers.content }).from(answers).where(eq(answers.assessmentId, id))).toEqual([{ content: { level: "met" } }]);
  });
});
