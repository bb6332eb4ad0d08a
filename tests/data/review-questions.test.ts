import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { organisations } from "#db/schema/accounts";
import { outbox } from "#db/schema/platform";
import { questionRounds, questions } from "#db/schema/questions";
import { ratings, supplements } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import { checkInvariants } from "~/platform/invariants.server";
import { answerQuestions } from "~/review/answer-questions.server";
import { draftQuestion, dropQuestion, sendQuestions } from "~/review/ask.server";
import { deadlinesFor } from "~/review/deadlines.server";
import { casesFor } from "~/review/list.server";
import { rateCriterion } from "~/review/rate.server";
import { ratingDeskFor } from "~/review/rating-desk.server";
import { recommendReading } from "~/review/recommend.server";
import { stepAside } from "~/review/step-aside.server";
import { carryOnDue } from "~/review/sweep.server";
import { takeBackFromReview } from "~/review/take-back.server";
import { caseNow } from "../support/case-now";
import { all, because, begun, must, mustHaves, openedCase, publishSmall, rate } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";

const { db, owner } = await freshDatabase();
let people: Cast;
let versionId: string;
let readers: { assessor: Actor; second: Actor; moderator: Actor };
/** Questions go out on Monday 1 June; 15 June is a bank holiday in Scotland alone. */
const answering = at("2026-06-04T10:00:00Z");
const lastDay = at("2026-06-15T22:30:00Z");
const dayAfter = at("2026-06-15T23:30:00Z");

beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
  readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };
});

const opened = async () => {
  const sent = await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId);
  await begun(db, sent.caseId, readers);
  return sent;
};
const draft = (caseId: string, { by = people.sunil, criterion = "MU-1.1", template = "", words = "How often do you ring?" } = {}) =>
  draftQuestion(db, noon, by, { caseId, criterion, template, words });
const asked = async () => {
  const sent = await opened();
  must(await draft(sent.caseId));
  must(await draft(sent.caseId, { criterion: "MU-2.1", template: "numbers", words: "" }));
  must(await sendQuestions(db, noon, people.sunil, { caseId: sent.caseId }));
  const ids = (await roundOf(sent.caseId)).questions.map(({ id }) => id);
  return { ...sent, ids };
};
const roundOf = async (caseId: string) => {
  const [round] = await db.select().from(questionRounds).where(eq(questionRounds.caseId, caseId));
  return { ...round!, questions: await db.select().from(questions).where(eq(questions.roundId, round!.id)).orderBy(questions.place) };
};
const { stateOf } = caseNow(db);
const mailsAt = async (moment: Date) => (await db.select().from(outbox)).filter(({ at: when }) => when.getTime() === moment.getTime());
const answer = (assessmentId: string, answers: Record<string, string>, { by = people.pat, clock = answering, send = true } = {}) =>
  answerQuestions(db, clock, by, { assessmentId, answers, send });
const bothIn = (ids: string[]) => Object.fromEntries(ids.map((id) => [id, "Every Tuesday, by two of us."]));
const rateAll = async (caseId: string) => {
  for (const id of all) must(await rate(db, people.sunil, caseId, id, 2));
  for (const id of mustHaves) must(await rate(db, people.amara, caseId, id, 2));
};
const recommend = (by: Actor, caseId: string) => recommendReading(db, answering, by, { caseId });

describe("drafting", () => {
  test("is for the assessor while the case is being read, about what applies, in words or from a template", async () => {
    const { caseId } = await opened();
    expect(await draft(caseId, { by: people.amara })).toEqual({ ok: false, why: "wrong_role" });
    expect(await draft(caseId, { by: people.moira })).toEqual({ ok: false, why: "wrong_role" });
    expect(await draft(caseId, { by: people.asha }), "of no part in it").toBeUndefined();
    expect(await draft(caseId, { by: people.pat })).toBeUndefined();
    expect(await draft(caseId, { criterion: "XX-9.9" })).toEqual({ ok: false, why: "no_criterion" });
    expect(await draft(caseId, { words: "  " })).toEqual({ ok: false, why: "no_words" });
    expect(await draft(caseId, { words: "x".repeat(1001) })).toEqual({ ok: false, why: "too_long" });
    expect(await db.$count(questionRounds, eq(questionRounds.caseId, caseId))).toBe(0);
    expect(await sendQuestions(db, noon, people.sunil, { caseId })).toEqual({ ok: false, why: "some_questions" });
    must(await draft(caseId, { template: "who", words: "thrown away" }));
    expect((await roundOf(caseId)).questions).toMatchObject([{ place: 1, template: "who", words: "Who does this when that person is away?" }]);
  });

  test("ten fit, an eleventh does not, by the rule and by the database; the place of one that was taken out is free again", async () => {
    const { caseId } = await opened();
    for (let place = 1; place <= 10; place += 1) must(await draft(caseId));
    expect(await draft(caseId)).toEqual({ ok: false, why: "room_for_one" });
    const { id: roundId } = await roundOf(caseId);
    await expect(db.insert(questions).values({ roundId, place: 11, criterion: "MU-1.1", words: "?" })).rejects.toMatchObject({ cause: { code: "23514" } });
    must(await dropQuestion(db, noon, people.sunil, { caseId, place: 4 }));
    must(await draft(caseId, { words: "Another" }));
    expect((await roundOf(caseId)).questions[3]).toMatchObject({ place: 4, words: "Another" });
    expect(await draft(caseId)).toEqual({ ok: false, why: "room_for_one" });
  });

  test("of two at once in the last place one is refused", async () => {
    const { caseId } = await opened();
    for (let place = 1; place <= 9; place += 1) must(await draft(caseId));
    const both = await Promise.all([draft(caseId), draft(caseId)]);
    expect(both.map((each) => each?.ok).sort()).toEqual([false, true]);
  });
});

describe("sending", () => {
  test("happens once: one of many at the same moment, each admin told once, nothing changed afterwards", async () => {
    const { caseId } = await opened();
    must(await draft(caseId));
    const clock = at("2026-06-01T11:05:00Z");
    const many = await Promise.all(Array.from({ length: 8 }, () => sendQuestions(db, clock, people.sunil, { caseId })));
    expect(many.filter((each) => each?.ok)).toHaveLength(1);
    expect(many.filter((each) => !each?.ok)).toEqual(Array(7).fill({ ok: false, why: "wrong_state" }));
    const mails = await mailsAt(clock.now());
    expect(mails.map(({ to }) => to)).toEqual([people.pat.email]);
    expect(mails[0]).toMatchObject({ subject: "We have questions for you: Made up", text: expect.stringContaining("15 June 2026") });
    expect(await draft(caseId)).toEqual({ ok: false, why: "wrong_state" });
    expect(await dropQuestion(db, noon, people.sunil, { caseId, place: 1 })).toEqual({ ok: false, why: "wrong_state" });
    const { id } = await roundOf(caseId);
    for (const change of [
      `update questions set words = 'x' where round_id = '${id}'`,
      `delete from questions where round_id = '${id}'`,
      `insert into questions (round_id, place, criterion, words) values ('${id}', 9, 'MU-1.1', '?')`,
      `update question_rounds set due_on = '2027-01-01' where id = '${id}'`,
      `update question_rounds set state = 'drafting', sent_at = null, sent_by = null, due_on = null where id = '${id}'`,
      `delete from question_rounds where id = '${id}'`,
    ])
      await expect(owner.unsafe(change), change).rejects.toMatchObject({ code: "23001" });
  });

  test("the last day is ten working days on, by the holidays of where the provider is", async () => {
    const { marshEnd } = people.organisations;
    await db.update(organisations).set({ nation: "scotland" }).where(eq(organisations.id, marshEnd.id));
    const inScotland = await asked();
    await db.update(organisations).set({ nation: "england" }).where(eq(organisations.id, marshEnd.id));
    expect([(await roundOf(inScotland.caseId)).dueOn, (await roundOf((await asked()).caseId)).dueOn]).toEqual(["2026-06-16", "2026-06-15"]);
  });
});

describe("while the provider is awaited", () => {
  test("the time for reading stands still, and a desk says until when", async () => {
    const { caseId } = await asked();
    const line = async (clock = noon) => (await casesFor(db, clock, people.sunil)).rows.find(({ id }) => id === caseId);
    expect(await line()).toMatchObject({ daysLeft: 20, awaitedUntil: "2026-06-15" });
    expect(await line(at("2026-06-12T11:00:00Z"))).toMatchObject({ daysLeft: 20 });
  });

  test("complete readings go no further; with the answers they are looked at again, and the same again is enough", async () => {
    const { caseId, assessmentId, ids } = await asked();
    await rateAll(caseId);
    expect(await recommend(people.sunil, caseId)).toEqual({ ok: false, why: "nobody_awaited" });
    expect(await stateOf(caseId)).toBe("assessing");
    must(await answer(assessmentId, bothIn(ids)));
    expect(await recommend(people.sunil, caseId)).toEqual({ ok: false, why: "answers_read" });
    expect(await stateOf(caseId), "nobody has read the answers yet").toBe("assessing");
    const again = (by: Actor, criterion: string) => rateCriterion(db, answering, by, { caseId, criterion, level: 2, ticks: { met: [], leading: [] }, reason: because });
    const next = async (by: Actor) => (await casesFor(db, answering, by)).rows.find(({ id }) => id === caseId)?.next?.label;
    expect([await next(people.sunil), await next(people.amara)]).toEqual(["Read the answer to MU-1.1", "Read the answer to MU-1.1"]);
    expect(must(await again(people.sunil, "MU-1.1")).next).toBe("MU-2.1");
    must(await again(people.amara, "MU-1.1"));
    expect(await stateOf(caseId)).toBe("assessing");
    must(await again(people.sunil, "MU-2.1"));
    for (const reader of [people.sunil, people.amara]) must(await recommend(reader, caseId));
    expect(await stateOf(caseId)).toBe("checking");
    const before = await db.$count(ratings, eq(ratings.caseId, caseId));
    expect(before).toBe(all.length + mustHaves.length + 3);
  });

  test("a reader can leave, and the answers are for whoever comes", async () => {
    const { caseId, assessmentId, ids } = await asked();
    must(await stepAside(db, noon, people.sunil, { caseId, reason: "I am ill" }));
    must(await answer(assessmentId, bothIn(ids)));
    expect(await stateOf(caseId)).toBe("waiting");
  });
});

describe("answering", () => {
  test("is for the provider's own people: members save, admins send, all together and once", async () => {
    const { caseId, assessmentId, ids } = await asked();
    expect(await answer(assessmentId, bothIn(ids), { by: people.ruth }), "another group").toBeUndefined();
    expect(await answer(assessmentId, bothIn(ids), { by: people.sunil })).toBeUndefined();
    expect(await answer(assessmentId, bothIn(ids), { by: people.dee })).toEqual({ ok: false, why: "wrong_role" });
    must(await answer(assessmentId, { [ids[0]!]: "Every Tuesday." }, { by: people.dee, send: false }));
    expect((await ratingDeskFor(db, answering, people.amara, caseId, "MU-1.1")) as object, "a draft is nobody else's").toMatchObject({ reading: { since: [] } });
    expect(await answer(assessmentId, {})).toEqual({ ok: false, why: "every_answer", missing: [ids[1]] });
    expect(await answer(assessmentId, { [ids[1]!]: "x".repeat(5001) })).toEqual({ ok: false, why: "too_long" });
    const both = await Promise.all([answer(assessmentId, { [ids[1]!]: "Forty." }), answer(assessmentId, { [ids[1]!]: "Forty." })]);
    expect(both.map((each) => each?.ok).sort()).toEqual([false, true]);
    expect(await answer(assessmentId, bothIn(ids), { send: false })).toEqual({ ok: false, why: "wrong_state" });

    for (const reader of [people.sunil, people.amara])
      expect((await ratingDeskFor(db, answering, reader, caseId, "MU-1.1")) as object).toMatchObject({
        reading: { since: [{ why: "question", asked: "How often do you ring?", words: "Every Tuesday." }] },
      });
    expect((await db.select().from(supplements).where(eq(supplements.caseId, caseId))).map(({ sentBy }) => sentBy)).toEqual([people.pat.personId, people.pat.personId]);
    expect((await mailsAt(answering.now())).filter(({ text }) => text.includes("answered the questions")).length).toBeGreaterThanOrEqual(2);
    expect((await checkInvariants(owner, "2026-06-10")).filter(({ ok }) => !ok)).toEqual([]);
  });

  test("a question of another case is not answered here", async () => {
    const [one, other] = [await asked(), await asked()];
    must(await answer(one.assessmentId, { [other.ids[0]!]: "Here?" }, { send: false }));
    expect(await db.$count(supplements, eq(supplements.sourceId, other.ids[0]!))).toBe(0);
  });

  test("is not possible before anything was sent", async () => {
    const { caseId, assessmentId } = await opened();
    must(await draft(caseId));
    expect(await answer(assessmentId, {})).toEqual({ ok: false, why: "wrong_state" });
  });
});

describe("when no answer comes", () => {
  test("it is waited for until the end of the last day in London, and then the readers go on", async () => {
    const { caseId, assessmentId, ids } = await asked();
    await rateAll(caseId);
    must(await answer(assessmentId, { [ids[0]!]: "Not sent" }, { send: false }));
    await carryOnDue(db, lastDay);
    expect([(await roundOf(caseId)).state, await stateOf(caseId)]).toEqual(["sent", "assessing"]);
    must(await answer(assessmentId, { [ids[0]!]: "Still in time" }, { clock: lastDay, send: false }));
    expect(await answer(assessmentId, bothIn(ids), { clock: dayAfter })).toEqual({ ok: false, why: "in_time" });
    await Promise.all([carryOnDue(db, dayAfter), carryOnDue(db, dayAfter)]);
    expect([(await roundOf(caseId)).state, await stateOf(caseId)]).toEqual(["closed", "assessing"]);
    for (const reader of [people.sunil, people.amara]) must(await recommendReading(db, dayAfter, reader, { caseId }));
    expect(await stateOf(caseId)).toBe("checking");
    expect(await db.$count(supplements, eq(supplements.caseId, caseId))).toBe(1);
    const told = (await mailsAt(dayAfter.now())).map(({ to, subject }) => `${to}: ${subject}`);
    expect(told.filter((line) => line === `${people.pat.email}: The time for your answers is over: Made up`).length).toBeGreaterThan(0);
    expect(told.filter((line) => line === `${people.sunil.email}: No answers came: Marsh End Community Allotment`).length).toBeGreaterThan(0);
    expect(await draft(caseId), "one round, and no second").toEqual({ ok: false, why: "wrong_state" });
  });

  test("nor after the provider has taken it back: nothing is waited for, and nobody is told twice", async () => {
    const { caseId, assessmentId, ids } = await asked();
    must(await takeBackFromReview(db, noon, people.pat, { assessmentId }));
    expect((await roundOf(caseId)).state).toBe("closed");
    expect(await answer(assessmentId, bothIn(ids))).toEqual({ ok: false, why: "wrong_state" });
  });
});

describe("the page of deadlines", () => {
  const on = async (clock = noon, actor = people.moira) => (await deadlinesFor(db, clock, actor)).days.flatMap(({ deadlines }) => deadlines);

  test("has every one that runs, ours and theirs, the earliest day first, and none of a case that is closed", async () => {
    const { caseId } = await asked();
    const gone = await asked();
    must(await takeBackFromReview(db, noon, people.pat, { assessmentId: gone.assessmentId }));
    const all = await on();
    expect(all.filter((each) => each.caseId === caseId)).toMatchObject([
      { of: "answers", whose: "theirs", due: "2026-06-15", left: 10, paused: false },
      { of: "reading", whose: "ours", due: "2026-07-13", left: 20, paused: true },
    ]);
    expect(all.filter((each) => each.caseId === gone.caseId)).toEqual([]);
    expect(all.map(({ due }) => due)).toEqual(all.map(({ due }) => due).sort());
  });

  test("is for the scheme’s people, and shows none of a group they belong to", async () => {
    expect(await on(noon, people.pat)).toEqual([]);
    expect(await on(noon, { ...people.pat, roles: ["moderator"] })).toEqual([]);
  });
});
