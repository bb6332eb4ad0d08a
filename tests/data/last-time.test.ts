import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { typedOf } from "~/assessments/answer-form";
import { checkedFor } from "~/assessments/checked.server";
import { heldAnswers } from "~/assessments/draft.server";
import { overviewFor } from "~/assessments/overview.server";
import { questionFor } from "~/assessments/question.server";
import { saveAnswer } from "~/assessments/save.server";
import { saveTyped } from "~/assessments/save-typed.server";
import { settleCarried } from "~/assessments/settle.server";
import { startAssessment } from "~/assessments/start.server";
import { submitAssessment } from "~/assessments/submit.server";
import { discard } from "~/assessments/take-back.server";
import { publishStandards } from "~/standards/publish.server";
import { allStatements, filledDraft } from "../support/answers";
import { at } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";

const { db } = await freshDatabase();
const RC = "referral-capacity";
const may3 = at("2026-05-03T10:00:00Z");
const later = at("2028-04-01T10:00:00Z");
let people: Cast;
let marshEnd: string;
let sent: string;
let id: string;
let criteria: string[];

beforeAll(async () => {
  await publishStandards(db, at("2026-04-01T10:00:00Z"), { system: "test" });
  people = await cast(db);
  marshEnd = people.organisations.marshEnd.id;
  sent = await filledDraft(db, people.pat, marshEnd, RC);
  expect(await submitAssessment(db, may3, people.pat, { assessmentId: sent, scope: [], statements: allStatements })).toMatchObject({ ok: true });
  const started = await startAssessment(db, later, people.pat, { organisationId: marshEnd, standardKey: RC, carryFrom: sent });
  if (!started?.ok) throw new Error(started?.why);
  id = started.assessmentId;
  criteria = (await heldAnswers(db, id)).map(({ criterion }) => criterion);
});

const held = async (criterion: string) => (await heldAnswers(db, id, criterion))[0]!;
const press = (criterion: string, basedOn = 1, by = people.dee) => settleCarried(db, later, by, { assessmentId: id, criterion, basedOn });

describe("a draft begun from what was sent", () => {
  test("has every answer as it was, and none of them is finished", async () => {
    const before = await heldAnswers(db, sent);
    expect(criteria).toHaveLength(16);
    for (const { criterion, answer, privateNote } of before)
      expect(await held(criterion)).toMatchObject({ answer, privateNote, carried: { needs: "still", last_time: { sent_on: "2026-05-03" } } });
    const overview = await overviewFor(db, later, people.dee, id);
    expect(overview?.progress).toMatchObject({ done: 0, next: { state: "still_true" } });
    const checked = await checkedFor(db, later, people.pat, id);
    expect(typeof checked === "object" && checked.missing.map(({ field, why }) => `${field} ${why}`)).toEqual(Array.from({ length: 16 }, () => "still_true not_said"));
    expect(await submitAssessment(db, later, people.pat, { assessmentId: id, scope: [], statements: allStatements })).toMatchObject({ ok: false, why: "complete" });
  });

  test("says at each question who sent it and where it can be read", async () => {
    expect(await questionFor(db, later, people.dee, id, "RC-1.1")).toMatchObject({
      shown: { carried: { sentBy: people.pat.name, places: { "1.0.0": { id: sent } }, passed: [] } },
    });
    expect(await questionFor(db, later, people.ruth, id, "RC-1.1")).toBeUndefined();
  });

  test("one press finishes one question, recorded with who and when", async () => {
    expect(await press("RC-1.1")).toEqual({ ok: true });
    expect(await press("RC-1.1")).toEqual({ ok: true });
    expect(await held("RC-1.1")).toMatchObject({ carried: undefined, version: 2, savedBy: people.dee.name, savedAt: later.now() });
    const events = await db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.subject, id), eq(auditEvents.type, "assessment.answer_confirmed")));
    expect(events.map(({ data }) => data)).toEqual([{ criterion: "RC-1.1", version: 2 }]);
    expect((await overviewFor(db, later, people.dee, id))?.progress?.done).toBe(1);
    expect(await press("RC-1.2", 1, people.ruth)).toBeUndefined();
  });

  test("an edit finishes it too; a private note, or saving it as it stands, does not", async () => {
    const { answer } = await held("RC-1.2");
    await saveAnswer(db, later, people.dee, { assessmentId: id, criterion: "RC-1.2", answer, privateNote: "Ask Jo.", basedOn: 1 });
    expect((await held("RC-1.2")).carried?.needs).toBe("still");
    const typed = typedOf({ answer, privateNote: "Ask Jo." });
    expect(await saveTyped(db, later, people.dee, { assessmentId: id, criterion: "RC-1.2", typed, basedOn: 2, language: "en" })).toMatchObject({
      is: "saved",
      missing: { still_true: "Say whether this is still true, or change it" },
    });
    expect(
      await saveTyped(db, later, people.dee, { assessmentId: id, criterion: "RC-1.2", typed: { ...typed, how: `${typed.how} And on Sundays.` }, basedOn: 2, language: "en" }),
    ).toMatchObject({
      is: "saved",
      missing: {},
    });
    expect((await held("RC-1.2")).carried).toBeUndefined();
  });

  test("twenty presses at one moment are one", async () => {
    const pressed = await Promise.all(Array.from({ length: 20 }, () => press("RC-1.3")));
    expect(pressed).toEqual(pressed.map(() => ({ ok: true })));
    expect((await held("RC-1.3")).version).toBe(2);
  });

  test("can be sent once each has been said", async () => {
    for (const criterion of criteria) {
      const { carried, version } = await held(criterion);
      if (carried) expect(await press(criterion, version)).toEqual({ ok: true });
    }
    expect(await submitAssessment(db, later, people.pat, { assessmentId: id, scope: [], statements: allStatements })).toMatchObject({ ok: true });
  });
});

test("given up and begun again, what nobody said yet is still to be said", async () => {
  const start = async (carryFrom: string) => {
    const started = await startAssessment(db, at("2030-01-01T10:00:00Z"), people.pat, { organisationId: marshEnd, standardKey: RC, carryFrom });
    if (!started?.ok) throw new Error(started?.why);
    return started.assessmentId;
  };
  const first = await start(id);
  await settleCarried(db, later, people.dee, { assessmentId: first, criterion: "RC-1.1", basedOn: 1 });
  await discard(db, later, people.pat, first);
  const second = await heldAnswers(db, await start(first));
  expect(second.filter(({ carried }) => carried === undefined).map(({ criterion }) => criterion)).toEqual(["RC-1.1"]);
  expect(second.find(({ criterion }) => criterion === "RC-1.2")?.carried).toMatchObject({ needs: "still", last_time: { sent_on: "2028-04-01" } });
});
