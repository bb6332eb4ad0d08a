import { beforeAll, beforeEach, expect, test } from "vitest";
import { copyWords } from "~/assessments/core-topic.server";
import { heldAnswers } from "~/assessments/draft.server";
import { assessmentsOf } from "~/assessments/list.server";
import { questionFor } from "~/assessments/question.server";
import { saveAnswer } from "~/assessments/save.server";
import { submitAssessment } from "~/assessments/submit.server";
import { discard } from "~/assessments/take-back.server";
import { publishStandards } from "~/standards/publish.server";
import { allStatements, draftOf, filledDraft } from "../support/answers";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";
import { asked } from "../support/register";

const { db } = await freshDatabase();
const said = { level: "met" as const, how: "Our treasurer leads, and everybody knows the steps.", evidence: [{ kind: "call" as const, title: "The policy" }] };
let people: Cast;
let marshEnd: string;
let harbour: string;
let rc: string;
let draft: string;

beforeAll(async () => {
  await publishStandards(db, noon, { system: "test" });
  people = await cast(db);
  marshEnd = people.organisations.marshEnd.id;
  harbour = people.organisations.harbour.id;
});

beforeEach(async () => {
  for (const each of await assessmentsOf(db, marshEnd)) if (each.state === "draft") await discard(db, noon, people.pat, each.id);
  draft = await draftOf(db, people.pat, marshEnd, "activities-and-services");
  rc = (await assessmentsOf(db, marshEnd)).find(({ state, standard }) => state === "draft" && standard.key === "referral-capacity")!.id;
  await saveAnswer(db, noon, people.pat, { assessmentId: rc, criterion: "RC-3.4", answer: said, privateNote: "Ask Jo", basedOn: 0 });
});

const offer = async (id = draft, criterion = "AS-2.1", by = people.dee) => {
  const question = await questionFor(db, noon, by, id, criterion);
  return typeof question === "object" ? question.shown.offer : undefined;
};
const held = async (criterion = "AS-2.1") => (await heldAnswers(db, draft, criterion))[0];
const copy = (source = { assessmentId: rc, criterion: "RC-3.4", version: 1 }, by = people.dee, id = draft) =>
  copyWords(db, noon, by, { assessmentId: id, criterion: "AS-2.1", source });

test("what was said about a topic is offered where it is asked again", async () => {
  expect(await offer()).toMatchObject({ assessmentId: rc, criterion: "RC-3.4", standard: "Referral capacity", how: said.how, evidence: said.evidence });
  expect(await offer(draft, "AS-5.3")).toBeUndefined();
});

test("another question of the same draft is offered too, and never another organisation’s answer", async () => {
  await saveAnswer(db, at("2026-06-02T10:00:00Z"), people.pat, {
    assessmentId: rc,
    criterion: "RC-2.1",
    answer: { level: "met", how: "We look at the room every month." },
    basedOn: 0,
  });
  expect(await offer(rc, "RC-5.2")).toMatchObject({ assessmentId: rc, criterion: "RC-2.1" });
  const theirs = await draftOf(db, people.ruth, harbour, "activities-and-services");
  expect(await offer(theirs, "AS-2.1", people.ruth)).toBeUndefined();
  expect(await copy({ assessmentId: rc, criterion: "RC-3.4", version: 1 }, people.ruth, theirs)).toEqual({ ok: false, why: "other_words" });
  expect(await copy(undefined, people.ruth)).toBeUndefined();
});

test("one press copies words and evidence, never the level or the private note; pressed again it is one copy", async () => {
  expect(await Promise.all([copy(), copy(), copy()])).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  expect(await held()).toMatchObject({ answer: { how: said.how, evidence: said.evidence }, privateNote: "", version: 1, savedBy: people.dee.name });
  expect((await held())?.answer.level).toBeUndefined();
  expect((await held())?.carried).toMatchObject({ needs: "copied", copied: { criterion: "RC-3.4", standard: "Referral capacity" } });
  expect(await offer()).toBeUndefined();
});

test("the note stays until it is saved again; then the two are apart", async () => {
  await copy();
  await saveAnswer(db, noon, people.dee, { assessmentId: draft, criterion: "AS-2.1", answer: { ...said, how: `${said.how} On Saturdays it is Dee.` }, basedOn: 1 });
  expect(await held()).toMatchObject({ carried: undefined, answer: { how: `${said.how} On Saturdays it is Dee.` } });
  expect((await heldAnswers(db, rc, "RC-3.4"))[0]).toMatchObject({ answer: said, version: 1 });
  await saveAnswer(db, noon, people.pat, { assessmentId: rc, criterion: "RC-3.4", answer: { ...said, how: "Somebody else leads now, and all know who." }, basedOn: 1 });
  expect((await held())?.answer.how).toBe(`${said.how} On Saturdays it is Dee.`);
});

test("a private note that was there stays", async () => {
  await saveAnswer(db, noon, people.pat, { assessmentId: draft, criterion: "AS-2.1", answer: {}, privateNote: "Where is the poster?", basedOn: 0 });
  expect(await copy()).toEqual({ ok: true });
  expect(await held()).toMatchObject({ answer: { how: said.how }, privateNote: "Where is the poster?", version: 2 });
});

test("over what was typed nothing is copied, also when both come at one moment", async () => {
  const typed = { how: "What Pat typed just now, in one sentence." };
  await saveAnswer(db, noon, people.pat, { assessmentId: draft, criterion: "AS-2.1", answer: typed, basedOn: 0 });
  expect(await copy()).toEqual({ ok: false, why: "answered", by: people.pat.name });
  expect((await held())?.answer).toEqual(typed);

  for (let round = 0; round < 10; round++) {
    await discard(db, noon, people.pat, draft);
    draft = await draftOf(db, people.pat, marshEnd, "activities-and-services");
    const [copied, saved] = await Promise.all([copy(), saveAnswer(db, noon, people.pat, { assessmentId: draft, criterion: "AS-2.1", answer: typed, basedOn: 0 })]);
    expect([copied?.ok, saved?.ok].filter(Boolean)).toHaveLength(1);
    expect((await held())?.answer.how).toBe(copied?.ok ? said.how : typed.how);
    if (!copied?.ok) expect(copied).toEqual({ ok: false, why: "answered", by: people.pat.name });
  }
});

test("words that changed since they were offered are not copied unseen", async () => {
  await saveAnswer(db, noon, people.pat, { assessmentId: rc, criterion: "RC-3.4", answer: { ...said, how: "Somebody else leads now, and all know who." }, basedOn: 1 });
  expect(await copy()).toEqual({ ok: false, why: "other_words" });
  expect(await held()).toBeUndefined();
  expect(await copy({ assessmentId: "nowhere", criterion: "RC-3.4", version: 2 })).toEqual({ ok: false, why: "other_words" });
  expect(await copy({ assessmentId: rc, criterion: "RC-3.4", version: 2 })).toEqual({ ok: true });
});

test("an offer costs one read more, and none where there is nothing to offer", async () => {
  const reads = async (criterion: string) => (await asked(() => questionFor(db, noon, people.dee, draft, criterion))).length;
  expect((await reads("AS-2.1")) - (await reads("AS-5.3"))).toBe(1);
});

test("what was given up is not offered, and what was sent is", async () => {
  await discard(db, noon, people.pat, rc);
  expect(await offer()).toBeUndefined();
  const sent = await filledDraft(db, people.pat, marshEnd, "referral-capacity");
  await submitAssessment(db, noon, people.pat, { assessmentId: sent, scope: [], statements: allStatements });
  expect(await offer()).toMatchObject({ assessmentId: sent, criterion: "RC-3.4" });
});
