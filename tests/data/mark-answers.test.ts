import { eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { markAnswers } from "#db/schema/mark-answers";
import { marks } from "#db/schema/marks";
import { outbox } from "#db/schema/platform";
import { decisions, supplements } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import { answersSeen } from "~/marks/answers/answers-seen.server";
import { addToAnswer, takeOffAnswer, writeAnswer } from "~/marks/answers/draft-answer.server";
import { ownAnswer } from "~/marks/answers/own-answer.server";
import { returnAnswer } from "~/marks/answers/reply.server";
import { sendAnswer } from "~/marks/answers/send-answer.server";
import { clearCondition } from "~/marks/clear-condition.server";
import { findMarks } from "~/marks/find-marks.server";
import { standingsTowards } from "~/marks/mark-moves";
import { ofMarks } from "~/marks/of-marks.server";
import { sha256 } from "~/platform/files.server";
import { lockDetails } from "~/review/privacy/lock-details.server";
import { reviewChapters } from "~/review/record/chapters.server";
import { recordOf } from "~/review/record/record.server";
import { must } from "../support/cases";
import { at } from "../support/clock";
import { freshDatabase } from "../support/database";
import { awardedWithConditions, type Scheme, scheme } from "../support/marks";

const { db, sql, owner } = await freshDatabase();
// Awarded on 1 June 2026: the last of the 90 days is 30 August, in summer time.
const tenth = at("2026-06-10T12:00:00Z");
const lastMoment = at("2026-08-30T22:59:59Z");
const day91 = at("2026-08-30T23:00:00Z");
const note = "They sent the new policy; all of it is there.";
const notYet = "The policy has no date on it yet. A date and a name would be enough.";
let world: Scheme;
let mark: { id: string; code: string };
let caseId: string;
beforeAll(async () => {
  world = await scheme(db);
  mark = await awardedWithConditions(db, world, { criteria: ["MU-1.2", "MU-2.1"], by: "2026-08-30" });
  const [found] = await findMarks(db, undefined);
  caseId = (await db.select().from(decisions).where(eq(decisions.id, found!.decisionId!)))[0]!.caseId;
});
const which = (criterion = "MU-2.1") => ({ slug: world.people.organisations.marshEnd.slug, code: mark.code, criterion });
const write = (by: Actor, words: string, clock = tenth, criterion = "MU-2.1") => writeAnswer(db, clock, by, which(criterion), words);
const send = (by: Actor, clock = tenth, criterion = "MU-2.1") => sendAnswer(db, clock, by, which(criterion));
const rows = () => db.select().from(markAnswers).where(eq(markAnswers.criterion, "MU-2.1")).orderBy(markAnswers.openedAt);
const seen = async (by: Actor, clock = tenth) => {
  const [found] = await findMarks(db, eq(marks.id, mark.id));
  return (await answersSeen(db, clock, by, found!, standingsTowards(by, found!.organisationId))).answers;
};
const mails = (cause: string) =>
  db
    .select()
    .from(outbox)
    .where(like(outbox.cause, `${cause}:%`));

describe("what a group sends for a condition of its mark", () => {
  test("is drafted by its members and seen by nobody else; nothing is not sent, and a member does not send", async () => {
    const { pat, dee, moira, tomasz, devon } = world.people;
    expect(await send(pat)).toEqual({ ok: false, why: "something" });
    must(await write(dee, "The policy is new."));
    must(await addToAnswer(db, tenth, dee, which(), { kind: "call", title: "Ring us" }));
    expect(await send(dee)).toEqual({ ok: false, why: "wrong_role" });
    for (const stranger of [tomasz, moira, devon]) {
      expect(await write(stranger, "x")).toBeUndefined();
      expect(await send(stranger)).toBeUndefined();
      expect(await ownAnswer(db, tenth, stranger, which())).toBeUndefined();
    }
    expect(await write(pat, "x", tenth, "MU-1.1"), "not a condition of it").toBeUndefined();
    expect(await seen(moira)).toEqual([]);
    expect(await ownAnswer(db, tenth, dee, which())).toMatchObject({
      why: "condition",
      until: { day: "2026-08-30", late: false },
      draft: { words: "The policy is new.", evidence: [{ title: "Ring us" }] },
      may: { write: true, send: false },
    });
  });

  test("holds nobody's details, and is taken off only as it was seen", async () => {
    const { pat } = world.people;
    const { savedAt } = (await ownAnswer(db, tenth, pat, which()))!.draft;
    const later = at("2026-06-10T12:05:00Z");
    must(await write(pat, "NHS number 943 476 5919.", later));
    expect(await send(pat, later)).toEqual({ ok: false, why: "personal" });
    expect(await takeOffAnswer(db, later, pat, which(), { place: 0, savedAt })).toEqual({ ok: false, why: "moved" });
    must(await write(pat, "The policy is new.", later));
  });

  test("is sent once, however many send it, frozen and hashed; the group and moderators are told", async () => {
    const { pat, moira, devon } = world.people;
    const all = await Promise.all(Array.from({ length: 8 }, () => send(pat)));
    expect(all.filter((each) => each?.ok)).toHaveLength(1);
    expect(all.filter((each) => each && !each.ok && each.why === "wrong_state")).toHaveLength(7);
    const [kept] = await db.select().from(supplements).where(eq(supplements.caseId, caseId));
    expect(kept).toMatchObject({ why: "condition", sha256: sha256(kept!.content), sentBy: pat.personId });
    expect(await write(pat, "Something else.")).toEqual({ ok: false, why: "wrong_state" });
    expect((await mails("mark-answer-received")).map(({ to }) => to)).toEqual([pat.email]);
    expect((await mails("mark-answer-came")).map(({ to }) => to).sort()).toEqual([world.people.mal.email, moira.email].sort());
    expect(await seen(moira)).toMatchObject([{ criterion: "MU-2.1", words: "The policy is new.", evidence: [{ title: "Ring us" }], waiting: true, mayReturn: true }]);
    expect(await seen(devon)).toMatchObject([{ mayReturn: false }]);
    expect(await seen(world.people.alex), "nobody who may not read the case").toEqual([]);
    await expect(owner`update supplements set content = 'x' where id = ${kept!.id}`).rejects.toMatchObject({ code: "23001" });
  });

  test("is handed back by a moderator with what is not yet there; the group sends again, and nothing is overwritten", async () => {
    const { pat, moira, devon } = world.people;
    const { id } = (await rows())[0]!;
    const back = (by: Actor, words = notYet, clock = tenth) => returnAnswer(db, clock, by, { code: mark.code, answerId: id, words });
    expect(await back(pat)).toEqual({ ok: false, why: "wrong_role" });
    expect(await back(devon)).toEqual({ ok: false, why: "wrong_role" });
    expect(await back({ ...devon, roles: ["decider", "moderator"] })).toEqual({ ok: false, why: "own_decision" });
    expect(await back(moira, "No.")).toEqual({ ok: false, why: "reason_short" });
    expect(await back(moira, notYet, day91)).toEqual({ ok: false, why: "too_late" });
    expect(await returnAnswer(db, tenth, moira, { code: mark.code, answerId: crypto.randomUUID(), words: notYet })).toBeUndefined();
    must(await back(moira));
    expect(await back(moira)).toEqual({ ok: false, why: "wrong_status" });
    const [mail] = await mails("mark-answer-returned");
    for (const words of [notYet, "You can send again until 30 August 2026", `/marks/${mark.code}/answers/MU-2.1`]) expect(mail!.text.replaceAll(/\s+/g, " ")).toContain(words);

    must(await write(pat, "Now with a date.", lastMoment));
    must(await send(pat, lastMoment));
    expect((await rows()).map(({ state }) => state)).toEqual(["returned", "sent"]);
    expect(await ownAnswer(db, lastMoment, pat, which())).toMatchObject({
      sent: [
        { state: "returned", reply: notYet },
        { state: "sent", words: "Now with a date." },
      ],
      may: { write: false },
    });
  });

  test("can be locked like anything that was sent, and is then read by nobody but the group", async () => {
    const { moira, pat } = world.people;
    const [first] = await seen(moira, lastMoment);
    const clock = lastMoment;
    must(await lockDetails(db, clock, moira, { caseId, criterion: "MU-2.1", what: first!.supplementId, sorts: ["name"], place: "The first sentence." }));
    expect(await seen(moira, lastMoment)).toMatchObject([{ locked: true, words: expect.stringContaining("Locked on 30 August 2026") }, { locked: false }]);
    expect((await ownAnswer(db, lastMoment, pat, which()))!.sent.at(-1)).toMatchObject({ words: "Now with a date." });
  });

  test("is accepted when the condition is cleared; the record of the case says all of it", async () => {
    const { moira, pat } = world.people;
    must(await clearCondition(db, lastMoment, moira, { code: mark.code, criterion: "MU-2.1", note }));
    expect((await rows()).map(({ state }) => state)).toEqual(["returned", "accepted"]);
    expect(await write(pat, "More.", lastMoment)).toEqual({ ok: false, why: "still_asked" });
    expect(await ownAnswer(db, lastMoment, pat, which())).toMatchObject({ until: null, may: { write: false, send: false } });
    const record = JSON.stringify(await recordOf(db, moira, caseId, [...reviewChapters, ofMarks]));
    for (const words of ["sent what was to be put right for MU-2.1", "told the group what is not yet there for MU-2.1", "accepted what the group had sent for MU-2.1"])
      expect(record).toContain(words);
    expect(record).not.toContain(notYet);
  });

  test("is closed with its days: a draft stays a draft, and nothing is sent", async () => {
    const { pat } = world.people;
    must(await write(pat, "Nearly there.", lastMoment, "MU-1.2"));
    expect(await send(pat, day91, "MU-1.2")).toEqual({ ok: false, why: "still_asked" });
    expect(await write(pat, "x", day91, "MU-1.2")).toEqual({ ok: false, why: "still_asked" });
  });

  test("what was sent and answered is never changed, and goes with its case alone", async () => {
    const [answer] = await sql<{ id: string }[]>`select id from mark_answers where state = 'accepted'`;
    await expect(sql`delete from mark_answers`).rejects.toMatchObject({ code: "42501" });
    for (const change of ["update mark_answers set state = 'sent', replied_at = null, replied_by = null", "update mark_answers set criterion = 'x'", "delete from mark_answers"])
      await expect(owner.unsafe(`${change} where id = '${answer!.id}'`)).rejects.toMatchObject({ code: "23001" });
  });
});
