import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { caseMoves, caseRounds, decisions, ratings, supplements } from "#db/schema/review";
import { standardVersions } from "#db/schema/standards";
import type { Actor } from "~/accounts/actor";
import { decideAndAward } from "~/marks/award.server";
import { findDecision } from "~/marks/find-decision.server";
import { findMarks } from "~/marks/find-marks.server";
import { sha256 } from "~/platform/files.server";
import { checkInvariants } from "~/platform/invariants.server";
import { assignReaders } from "~/review/assign.server";
import { caseFor } from "~/review/case.server";
import { declareConflict } from "~/review/declare.server";
import { deferralFor } from "~/review/deferral.server";
import { addToDraft, takeOffDraft, writeWords } from "~/review/deferral-draft.server";
import { casesFor } from "~/review/list.server";
import { rateCriterion } from "~/review/rate.server";
import { ratingDeskFor } from "~/review/rating-desk.server";
import { resumeCase } from "~/review/resume.server";
import { carryOnDue } from "~/review/sweep.server";
import { takeBackFromReview } from "~/review/take-back.server";
import { canonical } from "~/standards/canonical";
import { caseNow } from "../support/case-now";
import { because, must, openedCase, publishSmall, rated, recommended, small } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";

const { db, owner } = await freshDatabase();
let people: Cast;
let versionId: string;
let readers: { assessor: Actor; second: Actor; moderator: Actor };
/** The decision is of 1 June 2026: day 28 is 29 June, and its last moment 22:59:59 UTC, in summer time. */
const tenth = at("2026-06-10T12:00:00Z");
const lastMoment = at("2026-06-29T22:59:59Z");
const day29 = at("2026-06-29T23:00:00Z");

beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
  readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };
});

const { stateOf } = caseNow(db);
const decide = (caseId: string, clock = noon) => decideAndAward(db, clock, people.devon, { caseId, reason: because });
const outcomes = async (caseId: string) => (await db.select().from(decisions).where(eq(decisions.caseId, caseId)).orderBy(decisions.round)).map(({ outcome }) => outcome);
const broken = async (day = "2026-06-10") => (await checkInvariants(owner, day)).filter(({ ok }) => !ok).map(({ name }) => name);
const again = (by: Actor, caseId: string, level: 0 | 1 | 2 | 3, clock = tenth, criterion = "MU-1.1") =>
  rateCriterion(db, clock, by, { caseId, criterion, level, ticks: { met: [], leading: [] }, reason: because });
const write = (assessmentId: string, clock = tenth, by: Actor = people.pat, criterion = "MU-1.1") =>
  writeWords(db, clock, by, { assessmentId, criterion, words: "The new schedule." });
const send = (assessmentId: string, clock = tenth, by: Actor = people.pat) => resumeCase(db, clock, by, { assessmentId });

async function deferred() {
  const opened = await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId);
  await rated(db, opened.caseId, readers, { first: { "MU-1.1": 1 }, second: { "MU-1.1": 1 } });
  expect(must(await decide(opened.caseId))).toMatchObject({ decision: { outcome: "deferred" }, mark: null });
  return opened;
}

describe("a decision that was put off", () => {
  let caseId: string;
  let assessmentId: string;
  beforeEach(async () => {
    await carryOnDue(db, day29); // what other tests left waiting
    ({ caseId, assessmentId } = await deferred());
  });

  test("leaves the case open, and tells the group what was missing, what would be enough, and until when", async () => {
    expect(await stateOf(caseId)).toBe("deferred");
    const page = await deferralFor(db, noon, people.pat, assessmentId);
    expect(page).toMatchObject({ until: "2026-06-29", criteria: [{ criterion: { id: "MU-1.1" }, missing: because, words: "", evidence: [] }], may: { write: true, send: true } });
    expect(page?.criteria).toHaveLength(1);
    expect(await decide(caseId), "somebody who decides at the same time is told").toMatchObject({ why: "already_decided" });
    expect(await broken()).toEqual([]);
  });

  test("P07: is answered in place, read again for that alone, under the version that was answered, and decided", async () => {
    const newer = { ...small, version: "2.0.0" };
    const row = {
      key: small.key,
      version: "2.0.0",
      code: small.code,
      title: small.title,
      content: canonical(newer),
      sha256: sha256(canonical(newer)),
      publishedAt: noon.now(),
      publishedBy: "system:test",
    };
    await db.insert(standardVersions).values(row).onConflictDoNothing();
    must(await write(assessmentId));
    must(await addToDraft(db, tenth, people.pat, { assessmentId, criterion: "MU-1.1", item: { kind: "call", title: "Ring us" } }));
    must(await send(assessmentId));
    expect(await stateOf(caseId)).toBe("assessing");
    expect(await db.select().from(caseRounds).where(eq(caseRounds.caseId, caseId))).toMatchObject([{ no: 2, kind: "deferral", criteria: ["MU-1.1"] }]);
    const [kept] = await db.select().from(supplements).where(eq(supplements.caseId, caseId));
    expect(kept).toMatchObject({ why: "deferral", sha256: sha256(kept!.content), sentBy: people.pat.personId });

    const desk = await ratingDeskFor(db, tenth, people.sunil, caseId, "MU-1.1");
    expect(desk).toMatchObject({
      mine: null,
      mayRate: true,
      case: { standard: "Made up 1.0.0", daysLeft: 20 },
      reading: { since: [{ why: "deferral", words: "The new schedule." }] },
    });
    expect(await ratingDeskFor(db, tenth, people.sunil, caseId, "MU-1.2")).toMatchObject({ mayRate: false });
    expect(await again(people.sunil, caseId, 3, tenth, "MU-1.2"), "only what was put off is read again").toMatchObject({ ok: false, why: "wrong_state" });
    expect((await casesFor(db, tenth, people.sunil)).rows.find(({ id }) => id === caseId)).toMatchObject({ mustHavesLeft: 1, daysLeft: 20, next: { label: "Rate MU-1.1" } });

    must(await again(people.sunil, caseId, 2));
    must(await again(people.amara, caseId, 2));
    await recommended(db, caseId, readers, tenth);
    expect(await stateOf(caseId), "the group has seen the draft report before").toBe("deciding");
    const done = must(await decide(caseId, tenth));
    expect(done.mark).not.toBeNull();
    expect((await findMarks(db, undefined))[0]?.holder.standard.version).toBe("1.0.0");
    expect(await outcomes(caseId)).toEqual(["deferred", done.decision.outcome]);
    expect((await caseFor(db, tenth, people.moira, caseId))?.history.map(({ move }) => move).slice(-6)).toEqual(["defer", "resume", "recommend", "recommend", "agree", "decide"]);
    expect(await broken()).toEqual([]);
  });

  test("is put off once: what would be put off again is not awarded", async () => {
    must(await write(assessmentId));
    must(await send(assessmentId));
    for (const reader of [people.sunil, people.amara]) must(await again(reader, caseId, 1));
    await recommended(db, caseId, readers, tenth);
    expect(must(await decide(caseId, tenth)).decision).toMatchObject({ outcome: "not_awarded", score: { criteria: ["MU-1.1"] } });
    expect(await stateOf(caseId)).toBe("decided");
    expect(await broken()).toEqual([]);
  });

  test("day 28 is in time to its last moment; on day 29 it goes to the decision by itself, on what is there", async () => {
    must(await write(assessmentId, lastMoment));
    expect(await carryOnDue(db, lastMoment)).toBe(0);
    expect(await stateOf(caseId)).toBe("deferred");
    expect(await write(assessmentId, day29)).toMatchObject({ ok: false, why: "in_time" });
    expect(await send(assessmentId, day29)).toMatchObject({ ok: false, why: "in_time" });
    expect(await carryOnDue(db, day29)).toBe(1);
    expect(await carryOnDue(db, day29)).toBe(0);
    expect(await stateOf(caseId)).toBe("deciding");
    expect(must(await decide(caseId, day29)).decision.outcome).toBe("not_awarded");
    expect(await stateOf(caseId)).toBe("decided");
    expect(await deferralFor(db, day29, people.pat, assessmentId)).toMatchObject({ may: { write: false, send: false } });
    expect(await broken("2026-06-30")).toEqual([]);
  });

  test("is sent in the last moment, too", async () => {
    must(await write(assessmentId, lastMoment));
    must(await send(assessmentId, lastMoment));
    expect(await carryOnDue(db, day29)).toBe(0);
    expect(await stateOf(caseId)).toBe("assessing");
  });

  test("sent twenty times at once it is sent once", async () => {
    must(await write(assessmentId));
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(assessmentId)));
    expect(answers.filter((each) => each?.ok)).toHaveLength(1);
    expect(answers.filter((each) => each && !each.ok && each.why === "wrong_state")).toHaveLength(19);
    expect(await db.$count(caseRounds, eq(caseRounds.caseId, caseId))).toBe(1);
    expect(await db.$count(caseMoves, and(eq(caseMoves.caseId, caseId), eq(caseMoves.name, "resume")))).toBe(1);
  });

  test("is for the group alone: members write, an admin sends, and nothing is not sent", async () => {
    expect(await send(assessmentId)).toMatchObject({ ok: false, why: "deferral_answered" });
    must(await write(assessmentId, tenth, people.dee));
    expect(await send(assessmentId, tenth, people.dee)).toMatchObject({ ok: false, why: "wrong_role" });
    for (const stranger of [people.tomasz, people.moira, people.sunil]) {
      expect(await write(assessmentId, tenth, stranger)).toBeUndefined();
      expect(await send(assessmentId, tenth, stranger)).toBeUndefined();
      expect(await deferralFor(db, tenth, stranger, assessmentId)).toBeUndefined();
    }
    expect(await write(assessmentId, tenth, people.pat, "MU-1.2"), "only what was put off").toBeUndefined();
    expect((await ratingDeskFor(db, tenth, people.sunil, caseId, "MU-1.1")) as object, "readers see nothing of a draft").toMatchObject({ reading: { since: [] } });
  });

  test("takes off what was shown, unless the list has changed; and sends nobody's personal details", async () => {
    must(await addToDraft(db, tenth, people.pat, { assessmentId, criterion: "MU-1.1", item: { kind: "call", title: "One" } }));
    const seen = (await deferralFor(db, tenth, people.pat, assessmentId))!.criteria[0]!.savedAt;
    const later = at("2026-06-11T12:00:00Z");
    must(await writeWords(db, later, people.pat, { assessmentId, criterion: "MU-1.1", words: "NHS number 943 476 5919." }));
    const takeOff = (savedAt: string) => takeOffDraft(db, later, people.pat, { assessmentId, criterion: "MU-1.1", place: 0, savedAt });
    expect(await takeOff(seen)).toMatchObject({ ok: false, why: "moved" });
    must(await takeOff(later.now().toISOString()));
    expect(await send(assessmentId, later)).toEqual({ ok: false, why: "personal", criteria: ["MU-1.1"] });
  });

  test("can be taken back, and then nothing waits for an answer", async () => {
    must(await takeBackFromReview(db, tenth, people.pat, { assessmentId }));
    expect(await stateOf(caseId)).toBe("withdrawn");
    expect(await carryOnDue(db, day29)).toBe(0);
    expect(await broken()).toEqual([]);
  });

  test("read by somebody new, is still read for that alone; the earlier letter stays as it was", async () => {
    const [first] = await db.select().from(decisions).where(eq(decisions.caseId, caseId));
    const before = await findDecision(db, first!.id);
    must(await write(assessmentId));
    must(await send(assessmentId));
    const later = at("2026-06-12T12:00:00Z");
    must(await assignReaders(db, later, people.moira, { caseId, assessor: people.asha.personId, second_reader: people.amara.personId }));
    must(await declareConflict(db, later, people.asha, { caseId, words: "none" }));
    expect((await casesFor(db, later, people.asha)).rows.find(({ id }) => id === caseId)).toMatchObject({ mustHavesLeft: 1, next: { label: "Rate MU-1.1" } });
    must(await again(people.asha, caseId, 2, later));
    must(await again(people.amara, caseId, 2, later));
    await recommended(db, caseId, { assessor: people.asha, second: people.amara }, later);
    expect(await stateOf(caseId)).toBe("deciding");
    expect((await findDecision(db, first!.id))?.ratings).toEqual(before?.ratings);
    expect(await db.$count(ratings, and(eq(ratings.caseId, caseId), eq(ratings.round, 2)))).toBe(2);
    expect((await caseFor(db, later, people.moira, caseId))?.readers.map(({ rated: done, of }) => done - of)).toEqual([0, 0]);
  });
});
