import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { organisations } from "#db/schema/accounts";
import { outbox } from "#db/schema/platform";
import { factChecks } from "#db/schema/reading";
import { caseRounds, cases, ratings, supplements } from "#db/schema/review";
import type { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { findDecision } from "~/marks/find-decision.server";
import { checkInvariants } from "~/platform/invariants.server";
import { caseFor } from "~/review/case.server";
import { decideCase } from "~/review/decide.server";
import { confirmReport, noteInReport, sendRemarks } from "~/review/fact-check/check-report.server";
import { reportFor } from "~/review/fact-check/report.server";
import { rateCriterion } from "~/review/rate.server";
import { ratingDeskFor } from "~/review/rating-desk.server";
import { recommendReading } from "~/review/recommend.server";
import { recommendingDeskFor } from "~/review/recommending-desk.server";
import { sendBack } from "~/review/send-back.server";
import { carryOnDue } from "~/review/sweep.server";
import { caseNow } from "../support/case-now";
import { all, because, begun, must, mustHaves, openedCase, publishSmall, rate, recommended } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";

const { db, owner } = await freshDatabase();
let people: Cast;
let versionId: string;
let readers: { assessor: Actor; second: Actor; moderator: Actor };
beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
  readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };
});

// The report goes on Monday 1 June 2026; ten working days of England end on the 15th.
const lastMoment = at("2026-06-15T22:59:00Z");
const dayEleven = at("2026-06-15T23:01:00Z");
const wrong = "We meet on Tuesdays, not on Mondays.";
const { stateOf } = caseNow(db);
const checkOf = async (caseId: string) => (await db.select().from(factChecks).where(eq(factChecks.caseId, caseId)).orderBy(factChecks.round)).at(-1);
const broken = async () => (await checkInvariants(owner, "2026-06-10")).filter(({ ok }) => !ok).map(({ name }) => name);
const again = (by: Actor, caseId: string, criterion: string, level: Level) =>
  rateCriterion(db, noon, by, { caseId, criterion, level, ticks: { met: [], leading: [] }, reason: `${because} Again.` });

async function allRated() {
  const opened = await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId);
  await begun(db, opened.caseId, readers);
  for (const id of all) must(await rate(db, people.sunil, opened.caseId, id, 2));
  for (const id of mustHaves) must(await rate(db, people.amara, opened.caseId, id, 2));
  return opened;
}
async function reported() {
  const opened = await allRated();
  await recommended(db, opened.caseId, readers);
  return opened;
}

describe("recommending", () => {
  test("is for a reader who has rated all of theirs, and moves the case when both have", async () => {
    const { caseId } = await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId);
    await begun(db, caseId, readers);
    expect(await recommendReading(db, noon, people.amara, { caseId })).toEqual({ ok: false, why: "own_rated" });
    for (const id of mustHaves) must(await rate(db, people.amara, caseId, id, 2));
    must(await recommendReading(db, noon, people.amara, { caseId }));
    expect(await recommendReading(db, noon, people.moira, { caseId })).toEqual({ ok: false, why: "wrong_role" });
    expect(await recommendReading(db, noon, people.asha, { caseId })).toBeUndefined();
    expect(await stateOf(caseId)).toBe("assessing");
    for (const id of all) must(await rate(db, people.sunil, caseId, id, 2));
    expect(await stateOf(caseId), "everything is rated, and nobody has said that it may go on").toBe("assessing");
    must(await recommendReading(db, noon, people.sunil, { caseId }));
    expect(await stateOf(caseId)).toBe("checking");
  });

  test("is taken back by a correction, in the same instant too, until it is said again", async () => {
    const { caseId } = await allRated();
    must(await recommendReading(db, noon, people.sunil, { caseId }));
    must(await rate(db, people.sunil, caseId, "MU-1.1", 3));
    must(await recommendReading(db, noon, people.amara, { caseId }));
    expect(await stateOf(caseId)).toBe("assessing");
    expect(await recommendingDeskFor(db, noon, people.sunil, caseId)).toMatchObject({ said: false, barred: null });
    expect(await recommendingDeskFor(db, noon, people.amara, caseId)).toMatchObject({ said: true });
    must(await recommendReading(db, noon, people.sunil, { caseId }));
    expect(await stateOf(caseId)).toBe("checking");
  });

  test("shows a reader their own ratings and no sums, nobody else's, and nobody else anything", async () => {
    const { caseId } = await allRated();
    must(await again(people.amara, caseId, "MU-1.1", 0));
    const mine = await recommendingDeskFor(db, noon, people.sunil, caseId);
    expect(mine?.ratings.map(({ id, level }) => [id, level])).toEqual(all.map((id) => [id, 2]));
    expect(JSON.stringify(mine)).not.toContain("Again.");
    for (const other of [people.moira, people.devon, people.asha, people.pat]) expect(await recommendingDeskFor(db, noon, other, caseId)).toBeUndefined();
  });
});

describe("a draft report", () => {
  let caseId: string;
  let assessmentId: string;
  beforeEach(async () => {
    await carryOnDue(db, dayEleven); // what other tests left waiting
    ({ caseId, assessmentId } = await reported());
  });
  const note = (words = wrong, by: Actor = people.pat, clock = noon, criterion = "MU-1.2") => noteInReport(db, clock, by, { assessmentId, criterion, words });
  const decide = () => decideCase(db, noon, people.devon, { caseId, reason: because });

  test("goes to the group before anybody decides, with levels, reasons and a last day; deciders wait", async () => {
    expect(await stateOf(caseId)).toBe("checking");
    const view = await reportFor(db, noon, people.pat, assessmentId);
    expect(view).toMatchObject({ until: "2026-06-15", ended: null, may: { write: true, send: true } });
    expect(view?.sections.flatMap(({ lines }) => lines).map(({ criterion, level, reason }) => [criterion.id, level, reason])).toEqual(all.map((id) => [id, 2, because]));
    expect(JSON.stringify(view?.sections), "no rating says whose it was").not.toMatch(/Sunil|Amara/);
    expect(await decide()).toMatchObject({ ok: false, why: "wrong_state" });
    const mails = (await db.select().from(outbox)).filter(({ cause }) => cause.startsWith(`case:${caseId}:`));
    expect(mails.filter(({ subject }) => subject.startsWith("Please check your draft report")).map(({ to }) => to)).toEqual([people.pat.email]);
    expect(mails.filter(({ to }) => to === people.devon.email)).toEqual([]);
    expect((await caseFor(db, noon, people.moira, caseId))?.clocks).toMatchObject([{ of: "check", whose: "theirs", due: "2026-06-15" }]);
  });

  test("found right, the case is ready to decide at once, and the group sees that it said so", async () => {
    expect(await confirmReport(db, noon, people.dee, { assessmentId })).toEqual({ ok: false, why: "wrong_role" });
    for (const stranger of [people.ruth, people.sunil, people.moira]) expect(await confirmReport(db, noon, stranger, { assessmentId })).toBeUndefined();
    must(await confirmReport(db, noon, people.pat, { assessmentId }));
    expect(await confirmReport(db, noon, people.pat, { assessmentId })).toMatchObject({ ok: false, why: "wrong_state" });
    expect(await checkOf(caseId)).toMatchObject({ how: "confirmed", endedBy: people.pat.personId });
    expect(await reportFor(db, noon, people.pat, assessmentId)).toMatchObject({ ended: { how: "confirmed" }, may: { write: false } });
    must(await decide());
    expect(await broken()).toEqual(["an award has exactly one mark of its level, and no other decision has one"]);
  });

  test("what is wrong in it is sent once, and only that is read again; then nobody asks the group a second time", async () => {
    expect(await sendRemarks(db, noon, people.pat, { assessmentId })).toEqual({ ok: false, why: "remarks_written" });
    must(await note("Not this", people.dee));
    must(await note());
    must(await note("Nothing", people.dee, noon, "MU-1.1"));
    must(await note(" ", people.dee, noon, "MU-1.1"));
    expect(await ratingDeskFor(db, noon, people.sunil, caseId, "MU-1.2"), "readers see nothing of a draft").toMatchObject({ reading: { since: [] } });
    expect(await sendRemarks(db, noon, people.dee, { assessmentId })).toEqual({ ok: false, why: "wrong_role" });
    const both = await Promise.all([sendRemarks(db, noon, people.pat, { assessmentId }), confirmReport(db, noon, people.pat, { assessmentId })]);
    if (both[1]?.ok) return expect(both[0]).toMatchObject({ ok: false, why: "wrong_state" });
    expect(both[1]).toMatchObject({ ok: false, why: "wrong_state" });

    expect(await stateOf(caseId)).toBe("assessing");
    expect(await db.select().from(caseRounds).where(eq(caseRounds.caseId, caseId))).toMatchObject([{ no: 2, kind: "facts", criteria: ["MU-1.2"] }]);
    const [kept] = await db
      .select()
      .from(supplements)
      .where(and(eq(supplements.caseId, caseId), eq(supplements.criterion, "MU-1.2")));
    expect(kept).toMatchObject({ why: "facts", sentBy: people.pat.personId });
    for (const reader of [people.sunil, people.amara])
      expect(await ratingDeskFor(db, noon, reader, caseId, "MU-1.2")).toMatchObject({ mayRate: true, mine: null, reading: { since: [{ why: "facts", words: wrong }] } });
    expect(await again(people.sunil, caseId, "MU-1.1", 3)).toMatchObject({ ok: false, why: "wrong_state" });
    expect(await reportFor(db, noon, people.pat, assessmentId), "until they are done the readers' work is theirs").toMatchObject({ ended: { how: "remarked" }, sections: [] });

    for (const reader of [people.sunil, people.amara]) must(await again(reader, caseId, "MU-1.2", 3));
    await recommended(db, caseId, readers);
    expect(await stateOf(caseId)).toBe("deciding");
    expect((await reportFor(db, noon, people.pat, assessmentId))?.sections.flatMap(({ lines }) => lines).find(({ criterion }) => criterion.id === "MU-1.2")).toMatchObject({
      level: 3,
      remark: wrong,
      sent: true,
    });
    expect(await db.$count(ratings, and(eq(ratings.caseId, caseId), eq(ratings.criterion, "MU-1.2"))), "nothing is overwritten").toBe(4);
    const { decision } = must(await decide());
    expect((await findDecision(db, decision.id))?.remarks, "the report says what was said, and of which level").toEqual([{ criterion: "MU-1.2", words: wrong, before: 2 }]);
  });

  test("about what is no must-have it goes back to the assessor alone", async () => {
    must(await note(wrong, people.pat, noon, "MU-2.1"));
    must(await sendRemarks(db, noon, people.pat, { assessmentId }));
    must(await again(people.sunil, caseId, "MU-2.1", 3));
    must(await recommendReading(db, noon, people.sunil, { caseId }));
    expect(await stateOf(caseId)).toBe("deciding");
  });

  test("the tenth working day is in time to its last moment; on the next it stands by itself, once, and by the holidays of where the group is", async () => {
    must(await note(wrong, people.pat, lastMoment));
    expect(await carryOnDue(db, lastMoment)).toBe(0);
    expect(await note(wrong, people.pat, dayEleven)).toMatchObject({ ok: false, why: "in_time" });
    expect(await sendRemarks(db, dayEleven, people.pat, { assessmentId })).toMatchObject({ ok: false, why: "in_time" });
    expect(await confirmReport(db, dayEleven, people.pat, { assessmentId })).toMatchObject({ ok: false, why: "in_time" });
    const moved = await Promise.all([carryOnDue(db, dayEleven), carryOnDue(db, dayEleven)]);
    expect(moved.reduce((sum, each) => sum + each)).toBe(1);
    expect(await stateOf(caseId)).toBe("deciding");
    expect(await checkOf(caseId)).toMatchObject({ how: "unanswered", endedBy: null });
    const { marshEnd } = people.organisations;
    await db.update(organisations).set({ nation: "scotland" }).where(eq(organisations.id, marshEnd.id));
    const inScotland = await reported();
    await db.update(organisations).set({ nation: "england" }).where(eq(organisations.id, marshEnd.id));
    expect((await checkOf(inScotland.caseId))?.dueOn).toBe("2026-06-16");
  });

  test("carries nobody's personal details to the readers", async () => {
    must(await note("NHS number 943 476 5919."));
    expect(await sendRemarks(db, noon, people.pat, { assessmentId })).toEqual({ ok: false, why: "personal", criteria: ["MU-1.2"] });
    expect(await stateOf(caseId)).toBe("checking");
  });

  test("can be taken back while it is with the group, and a strange criterion is nothing", async () => {
    expect(await note(wrong, people.pat, noon, "XX-9.9")).toBeUndefined();
    for (const stranger of [people.ruth, people.sunil, people.moira]) {
      expect(await note(wrong, stranger)).toBeUndefined();
      expect(await reportFor(db, noon, stranger, assessmentId)).toBeUndefined();
    }
  });

  test("what a decision-maker sends back is read again, and the group sees the report once more", async () => {
    const back = (by: Actor, criteria = ["MU-1.1", "XX-9.9"], reason = because) => sendBack(db, noon, by, { caseId, criteria, reason });
    expect(await back(people.devon)).toMatchObject({ ok: false, why: "wrong_state" });
    must(await confirmReport(db, noon, people.pat, { assessmentId }));
    expect(await back(people.moira)).toMatchObject({ ok: false, why: "wrong_role" });
    expect(await back({ ...people.sunil, roles: ["decider"] })).toMatchObject({ ok: false, why: "rated" });
    expect(await back(people.devon, ["XX-9.9"])).toMatchObject({ ok: false, why: "criteria_named" });
    expect(await back(people.devon, ["MU-1.1"], "short")).toMatchObject({ ok: false, why: "reason_short" });
    const both = await Promise.all([back(people.devon), back(people.devon)]);
    expect(both.filter((each) => each?.ok)).toHaveLength(1);
    expect(await db.select().from(caseRounds).where(eq(caseRounds.caseId, caseId))).toMatchObject([{ no: 2, kind: "sent_back", criteria: ["MU-1.1"] }]);
    for (const reader of [people.sunil, people.amara]) must(await again(reader, caseId, "MU-1.1", 3));
    await recommended(db, caseId, readers);
    expect(await stateOf(caseId), "it is not the report that was checked").toBe("checking");
    must(await confirmReport(db, noon, people.pat, { assessmentId }));
    must(await decide());
  });
});

test("a case that was ready to decide before there were draft reports gets one from the sweep", async () => {
  const { caseId } = await reported();
  await owner`alter table fact_checks disable trigger user`;
  await owner`delete from fact_checks where case_id = ${caseId}`;
  await owner`alter table fact_checks enable trigger user`;
  await db.update(cases).set({ state: "deciding" }).where(eq(cases.id, caseId));
  await carryOnDue(db, noon);
  expect(await stateOf(caseId)).toBe("checking");
});
