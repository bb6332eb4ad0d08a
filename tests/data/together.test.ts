import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/accounts/actor";
import { membersOf, removeMember } from "~/accounts/members.server";
import { comment, commentCounts, commentsOn } from "~/assessments/comments.server";
import { assessmentsOf } from "~/assessments/list.server";
import { overviewFor } from "~/assessments/overview.server";
import { forgetPresence, hereLately, noteHere, othersAt } from "~/assessments/presence.server";
import { saveAnswer } from "~/assessments/save.server";
import { giveSection, markSection } from "~/assessments/section-work.server";
import { submissionOf } from "~/assessments/submission.server";
import { submitAssessment } from "~/assessments/submit.server";
import { discard } from "~/assessments/take-back.server";
import { publishStandards } from "~/standards/publish.server";
import { allStatements, draftOf, filledDraft } from "../support/answers";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast, joins } from "../support/people";

const { db, sql } = await freshDatabase();
const RC = "referral-capacity";
let people: Cast;
let pat: Actor;
let dee: Actor;
let marshEnd: string;
let id: string;
beforeAll(async () => {
  await publishStandards(db, noon, { system: "test" });
  people = await cast(db);
  ({ pat, dee } = people);
  marshEnd = pat.memberships[0]!.organisationId;
});
beforeEach(async () => {
  await sql`delete from outbox`;
  await sql`delete from answer_presence`;
  for (const each of await assessmentsOf(db, marshEnd)) if (each.state === "draft") await discard(db, noon, pat, each.id);
  id = await draftOf(db, pat, marshEnd, RC);
});
const later = (minutes: number) => at(new Date(noon.now().getTime() + minutes * 60_000).toISOString());
const sectionOf = async (section: string, actor = pat) => (await overviewFor(db, noon, actor, id))!.sections.find((each) => each.id === section)!;
const mails = () => sql<{ to: string; subject: string; text: string }[]>`select "to", subject, text from outbox`;
const give = (by: Actor, to: Actor | null, section = "RC-2", clock = noon) => giveSection(db, clock, by, { assessmentId: id, section, to: to?.personId ?? null });

describe("giving a section", () => {
  test("is seen by everybody in the group, and told to whoever gets it, once, calmly", async () => {
    expect(await Promise.all([give(pat, dee), give(pat, dee), give(pat, dee)])).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    for (const actor of [pat, dee]) expect((await sectionOf("RC-2", actor)).given).toEqual({ personId: dee.personId, name: dee.name, title: "treasurer" });
    const sent = await mails();
    expect(sent.map(({ to, subject }) => [to, subject])).toEqual([[dee.email, "Pat Holloway asks you to look after “Room for people”"]]);
    expect(sent[0]!.text).toContain(`/assessments/${id}#section-RC-2`);
    expect(sent[0]!.text).not.toMatch(/urgent|deadline|overdue|must/i);
    const [event] = await sql`select data from audit_events where type = 'assessment.section_given' and subject = ${id}`;
    expect(event!.data).toEqual({ section: "RC-2", person_id: dee.personId });
  });

  test("to oneself is no mail; to nobody takes it back; again is told again", async () => {
    await give(dee, dee);
    expect(await mails()).toHaveLength(0);
    await give(pat, null);
    expect((await sectionOf("RC-2")).given).toBeUndefined();
    await give(pat, dee, "RC-2", later(1));
    await give(pat, pat, "RC-2", later(2));
    await give(pat, dee, "RC-2", later(3));
    expect(await mails()).toHaveLength(2);
  });

  test("decides what comes next for each", async () => {
    await give(pat, dee, "RC-4");
    expect((await overviewFor(db, noon, dee, id))!.progress!.next!.section).toBe("RC-4");
    expect((await overviewFor(db, noon, pat, id))!.progress!.next!.section).toBe("RC-1");
  });

  test("to somebody outside, of a section that is not asked, by a stranger, or after it was given up", async () => {
    expect(await give(pat, people.ruth)).toEqual({ ok: false, why: "not_in_group" });
    expect(await giveSection(db, noon, pat, { assessmentId: id, section: "RC-2", to: "not an id" })).toEqual({ ok: false, why: "not_in_group" });
    expect(await give(pat, dee, "AS-1")).toEqual({ ok: false, why: "no_such_section" });
    expect(await give(people.ruth, people.ruth)).toBeUndefined();
    expect(await markSection(db, noon, people.ruth, { assessmentId: id, section: "RC-2", done: true })).toBeUndefined();
    await discard(db, noon, pat, id);
    expect(await give(pat, dee)).toEqual({ ok: false, why: "wrong_state" });
    expect(await markSection(db, noon, pat, { assessmentId: id, section: "RC-2", done: true })).toEqual({ ok: false, why: "wrong_state" });
    expect(await mails()).toHaveLength(0);
  });

  test("whoever leaves the group looks after nothing any more", async () => {
    await give(pat, dee);
    await removeMember(db, noon, pat, { organisationId: marshEnd, personId: dee.personId });
    expect((await sectionOf("RC-2")).given).toBeUndefined();
    await joins(db, { id: marshEnd }, dee, noon, "treasurer");
    expect(await membersOf(db, marshEnd)).toHaveLength(2);
  });
});

test("a section is done by somebody’s word, changed since by the next save in it, and not done after all", async () => {
  const mark = (by: Actor, done: boolean, clock = noon) => markSection(db, clock, by, { assessmentId: id, section: "RC-1", done });
  expect(await mark(dee, true)).toEqual({ ok: true });
  expect(await sectionOf("RC-1")).toMatchObject({ left: 3, done: { by: dee.name, changedSince: false } });
  await saveAnswer(db, later(5), pat, { assessmentId: id, criterion: "RC-1.2", answer: { level: "met" }, basedOn: 0 });
  expect(await sectionOf("RC-1")).toMatchObject({ done: { by: dee.name, changedSince: true }, lastSaved: { by: pat.name } });
  expect((await sectionOf("RC-2")).done).toBeUndefined();
  await mark(pat, true, later(6));
  expect(await sectionOf("RC-1")).toMatchObject({ done: { by: pat.name, changedSince: false } });
  await mark(dee, false);
  expect((await sectionOf("RC-1")).done).toBeUndefined();
  expect(await sql`select data->>'done' as done from audit_events where type = 'assessment.section_marked' and subject = ${id} order by seq`).toEqual([
    { done: "true" },
    { done: "true" },
    { done: "false" },
  ]);
});

describe("comments", () => {
  const say = (by: Actor, words: string, more = {}) => comment(db, noon, by, { id: crypto.randomUUID(), assessmentId: id, criterion: "RC-1.2", words, ...more });
  test("are there for the group, in order, counted; the same form twice is one", async () => {
    const twice = { id: crypto.randomUUID(), assessmentId: id, criterion: "RC-1.2", words: "Shall we say “no lifting”?\n\nI think so." };
    await Promise.all([comment(db, noon, pat, twice), comment(db, noon, pat, twice)]);
    await comment(db, later(1), dee, { ...twice, id: crypto.randomUUID(), words: "  Yes. " });
    expect((await commentsOn(db, id, "RC-1.2")).map(({ by, words }) => [by, words])).toEqual([
      [pat.name, "Shall we say “no lifting”?\n\nI think so."],
      [dee.name, "Yes."],
    ]);
    expect(await commentCounts(db, id)).toEqual({ "RC-1.2": 2 });
    expect((await overviewFor(db, noon, dee, id))!.comments).toEqual({ "RC-1.2": 2 });
    const events = await sql`select data from audit_events where type = 'assessment.commented' and subject = ${id}`;
    expect(events.map(({ data }) => data)).toEqual([{ criterion: "RC-1.2" }, { criterion: "RC-1.2" }]);
  });

  test.each(["", "  \n ", "x".repeat(2001)])("%.10j is refused with a sentence", async (words) => {
    expect(await say(pat, words)).toMatchObject({ ok: false, why: "faulty" });
    expect(await commentsOn(db, id, "RC-1.2")).toEqual([]);
  });

  test("on a question that is not asked, by a stranger, or after it was given up: nothing is said", async () => {
    expect(await say(pat, "Hello", { criterion: "AS-1.1" })).toEqual({ ok: false, why: "not_asked" });
    expect(await say(people.ruth, "Hello")).toBeUndefined();
    await discard(db, noon, pat, id);
    expect(await say(pat, "Hello")).toEqual({ ok: false, why: "wrong_state" });
    expect(await commentCounts(db, id)).toEqual({});
  });

  test("are no part of what is sent, nor is who did what", async () => {
    await discard(db, noon, pat, id);
    id = await filledDraft(db, pat, marshEnd, RC);
    await say(dee, "Between ourselves: a word that is nowhere else, kumquat.");
    await give(pat, dee);
    expect(await submitAssessment(db, noon, pat, { assessmentId: id, scope: [], statements: allStatements })).toMatchObject({ ok: true });
    const sent = JSON.stringify((await submissionOf(db, id))!.content);
    expect(sent).not.toContain("kumquat");
    expect(sent).not.toContain(dee.personId);
    expect(JSON.stringify(await sql`select * from submissions`)).not.toContain("kumquat");
    expect(await commentsOn(db, id, "RC-1.2"), "the group can still read them").toHaveLength(1);
  });
});

describe("who has a question open", () => {
  const here = () => ({ assessmentId: id, criterion: "RC-1.2" });
  test("is told to the others for a minute, and to a page for two; never to oneself or about another question", async () => {
    expect(await noteHere(db, noon, dee, here())).toEqual([]);
    expect(await noteHere(db, later(0.5), pat, here())).toEqual([dee.name]);
    expect(await noteHere(db, later(0.5), pat, { ...here(), criterion: "RC-1.3" })).toEqual([]);
    expect(await noteHere(db, later(1), pat, here())).toEqual([]);
    expect(await othersAt(db, later(1.9), pat, here(), hereLately)).toEqual([dee.name]);
    expect(await othersAt(db, later(2), pat, here(), hereLately)).toEqual([]);
    expect(await sql`select 1 from answer_presence where criterion = 'RC-1.2'`).toHaveLength(2);
  });

  test("is nobody else’s to know, and not noted once it is no draft any more", async () => {
    expect(await noteHere(db, noon, people.ruth, here())).toBeUndefined();
    expect(await noteHere(db, noon, pat, { ...here(), criterion: "AS-1.1" })).toBeUndefined();
    await discard(db, noon, pat, id);
    expect(await noteHere(db, noon, pat, here())).toEqual([]);
    expect(await sql`select 1 from answer_presence`).toHaveLength(0);
  });

  test("is forgotten after a day", async () => {
    await noteHere(db, noon, pat, here());
    await forgetPresence(db, later(24 * 60));
    expect(await sql`select 1 from answer_presence`).toHaveLength(1);
    await forgetPresence(db, later(24 * 60 + 1));
    expect(await sql`select 1 from answer_presence`).toHaveLength(0);
  });
});
