import { beforeAll, describe, expect, test } from "vitest";
import { calibrationRatings, calibrationReaders, calibrations } from "#db/schema/calibration";
import type { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { blindPairs } from "~/review/agreement.server";
import { askForReview, closeReview, openReviews, reviewById } from "~/review/reliability/guidance.server";
import { ownAgreement, reliabilityOf, worstNow } from "~/review/reliability/reliability.server";
import { newestReport, reportQuarter } from "~/review/reliability/report.server";
import { settleDifference } from "~/review/settle.server";
import { because, begun, must, openedCase, publishSmall, rate, rated } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";

const { db, sql } = await freshDatabase();
let people: Cast;
let versionId: string;
const nextQuarter = at("2026-07-01T00:05:00+01:00");
const lastMinute = at("2026-06-30T23:55:00+01:00");

type Levels = Record<string, Level>;
async function read(second: Actor, levels: { first?: Levels; second?: Levels } = {}) {
  const { caseId } = await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId);
  await rated(db, caseId, { assessor: people.sunil, second, moderator: people.moira }, levels);
  return caseId;
}

/** Ten cases that two have read, all at noon on 1 June 2026: on MU-1.1 they differ about Met in three; on MU-1.2 they are two apart in one. */
beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
  for (let place = 0; place < 10; place++) await read(place < 7 ? people.amara : people.asha, { first: { ...(place < 3 && { "MU-1.1": 1 }) } });
  const wide = await read(people.amara, { second: { "MU-1.2": 0 } });
  must(await settleDifference(db, noon, people.moira, { caseId: wide, criterion: "MU-1.2", level: 1, reason: because }));
  const { caseId } = await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId);
  await begun(db, caseId, { assessor: people.sunil, second: people.amara, moderator: people.moira });
  must(await rate(db, people.sunil, caseId, "MU-1.1", 0));
  must(await rate(db, people.amara, caseId, "MU-1.1", 3));
}, 60_000);

const count = async (wanted: Parameters<typeof blindPairs>[1]) => (await blindPairs(db, wanted)).reduce((sum, { pairs }) => sum + pairs, 0);

describe("which pairs", () => {
  test("of a time: those whose reading was over in it, by the clock of London", async () => {
    expect(await count({})).toBe(22);
    expect(await count({ from: new Date("2026-06-01T11:00:00Z"), until: new Date("2026-06-01T11:00:01Z") })).toBe(22);
    expect(await count({ until: new Date("2026-06-01T11:00:00Z") })).toBe(0);
    expect(new Set((await blindPairs(db)).map(({ quarter }) => quarter))).toEqual(new Set(["2026-Q2"]));
    expect((await reliabilityOf(db, nextQuarter, "2026-Q3")).overall.n).toBe(0);
    expect((await reliabilityOf(db, nextQuarter, null)).quarters).toEqual(["2026-Q3", "2026-Q2"]);
  });

  test("of a reader: those of the cases they read, and nobody else's", async () => {
    expect([await count({ reader: people.sunil.personId }), await count({ reader: people.amara.personId }), await count({ reader: people.asha.personId })]).toEqual([22, 16, 6]);
    expect(await count({ reader: people.moira.personId })).toBe(0);
    expect(await ownAgreement(db, noon, people.asha)).toMatchObject({ n: 6, exact: 1, met_not_met: 1 });
    expect((await ownAgreement(db, nextQuarter, people.asha)).n).toBe(0);
  });

  test("what is read again in a later round is not blind: the first reading stays what counts, though somebody else reads now", async () => {
    const before = await blindPairs(db);
    const later = at("2026-06-20T12:00:00Z").now().toISOString();
    const [first] = await sql<
      { id: string }[]
    >`select c.id from cases c join assignments a on a.case_id = c.id where a.person_id = ${people.asha.personId} order by c.number limit 1`;
    await sql`insert into case_rounds (case_id, no, kind, criteria, opened_at, assessor_id, second_reader_id) values (${first!.id}, 2, 'facts', '{MU-1.1}', ${later}, ${people.sunil.personId}, ${people.asha.personId})`;
    await sql`update assignments set ended_at = ${later} where case_id = ${first!.id} and person_id = ${people.asha.personId}`;
    await sql`insert into assignments (case_id, part, person_id, assigned_by, assigned_at) values (${first!.id}, 'second_reader', ${people.amara.personId}, ${people.moira.personId}, ${later})`;
    for (const [part, reader, level] of [
      ["assessor", people.sunil, 0],
      ["second_reader", people.amara, 3],
    ] as const)
      await sql`insert into ratings (case_id, round, criterion, part, level, ticks, reason, rated_by, rated_at) values (${first!.id}, 2, 'MU-1.1', ${part}, ${level}, '{"met":[],"leading":[]}', 'x', ${reader.personId}, ${later})`;
    await sql`insert into case_moves (case_id, name, from_state, to_state, at) values (${first!.id}, 'differ', 'assessing', 'moderating', ${later})`;
    expect(await blindPairs(db)).toEqual(before);
    expect([await count({ reader: people.amara.personId }), await count({ reader: people.asha.personId })]).toEqual([16, 6]);
  });

  test("what many rated to practise is not among them", async () => {
    const before = await blindPairs(db);
    const [made] = await db
      .insert(calibrations)
      .values({
        standardVersionId: versionId,
        content: "{}",
        sha256: "x",
        criteria: ["MU-1.1"],
        state: "open",
        closesOn: "2026-06-20",
        madeBy: people.moira.personId,
        madeAt: noon.now(),
      })
      .returning();
    for (const [place, { personId }] of [people.sunil, people.amara].entries()) {
      await db.insert(calibrationReaders).values({ calibrationId: made!.id, personId, invitedAt: noon.now() });
      await db
        .insert(calibrationRatings)
        .values({ calibrationId: made!.id, criterion: "MU-1.1", level: place * 3, ticks: { met: [], leading: [] }, reason: because, ratedBy: personId, ratedAt: noon.now() });
    }
    expect(await blindPairs(db)).toEqual(before);
  });
});

describe("once a quarter is over", () => {
  test("not before; then its figures are kept, and the worst and those far apart are to be looked at, once", async () => {
    expect(await worstNow(db, noon)).toMatchObject([{ id: "MU-1.1" }]);
    expect(await reportQuarter(db, lastMinute)).toBe(0);
    expect(await newestReport(db), "nothing was read by two until the end of March").toBeUndefined();
    const opened = await Promise.all([reportQuarter(db, nextQuarter), reportQuarter(db, nextQuarter)]);
    expect(opened.sort()).toEqual([0, 2]);
    expect(await reportQuarter(db, nextQuarter)).toBe(0);
    expect(await newestReport(db)).toMatchObject({
      quarter: "2026-Q2",
      inQuarter: { overall: { n: 22 }, standards: [{ key: "made-up", agreement: { n: 22 } }] },
      soFar: { overall: { n: 22 } },
    });
    expect(await openReviews(db)).toMatchObject([
      { criterion: { id: "MU-1.1", scope: "mustHaves" }, quarter: "2026-Q2", why: "low_agreement", figures: { n: 11 }, opened: { by: null } },
      { criterion: { id: "MU-1.2" }, quarter: "2026-Q2", why: "far_apart", figures: { n: 11 }, closed: null },
    ]);
    expect(await sql`select count(*)::int as many from audit_events where type = 'guidance.opened'`).toEqual([{ many: 2 }]);
  });

  test("what is being looked at already is not opened again, by anybody", async () => {
    const asked = { versionId, criterion: "MU-1.1", reason: "Readers ask what a host body’s phone is." };
    expect(await askForReview(db, nextQuarter, people.moira, asked)).toEqual({ ok: false, why: "not_this_quarter" });
    expect((await openReviews(db)).length).toBe(2);
  });
});

describe("a review of guidance", () => {
  const reason = "“Both ways” now says which two, with an example.";
  test("is asked for at once by a moderator, with a reason, for a criterion that the version has", async () => {
    const asked = { versionId, criterion: "MU-2.1", reason: "Readers stumble over it every week." };
    for (const actor of [people.edith, people.devon, people.sunil]) expect(await askForReview(db, nextQuarter, actor, asked)).toEqual({ ok: false, why: "wrong_role" });
    expect(await askForReview(db, nextQuarter, people.moira, { ...asked, reason: " " })).toEqual({ ok: false, why: "reason_missing" });
    expect(await askForReview(db, nextQuarter, people.moira, { ...asked, reason: "Short" })).toEqual({ ok: false, why: "reason_short" });
    expect(await askForReview(db, nextQuarter, people.moira, { ...asked, criterion: "XX-9.9" })).toBeUndefined();
    expect(await askForReview(db, nextQuarter, people.moira, { ...asked, versionId: crypto.randomUUID() })).toBeUndefined();
    const { id } = must(await askForReview(db, nextQuarter, people.moira, asked));
    expect(await reviewById(db, id)).toMatchObject({ why: "asked", quarter: "2026-Q3", opened: { by: "Moira Kinsella", reason: asked.reason }, figures: { n: 0 } });
  });

  test("is closed once, by a moderator or an editor, who say what came of it; of two at once one is told", async () => {
    const [first, second] = await openReviews(db);
    for (const actor of [people.devon, people.sunil, people.pat])
      expect(await closeReview(db, nextQuarter, actor, { id: first!.id, outcome: "words", reason })).toEqual({ ok: false, why: "wrong_role" });
    expect(await closeReview(db, nextQuarter, people.edith, { id: first!.id, outcome: "words", reason: "" })).toEqual({ ok: false, why: "reason_missing" });
    expect(await closeReview(db, nextQuarter, people.edith, { id: "no-such", outcome: "words", reason })).toBeUndefined();
    const both = await Promise.all([people.edith, people.moira].map((actor) => closeReview(db, nextQuarter, actor, { id: first!.id, outcome: "words", reason })));
    expect(both.filter((each) => each?.ok).length).toBe(1);
    expect(both.find((each) => !each?.ok)).toEqual({ ok: false, why: "wrong_state" });
    expect(await reviewById(db, first!.id)).toMatchObject({ closed: { outcome: "words", reason } });
    must(await closeReview(db, nextQuarter, people.moira, { id: second!.id, outcome: "nothing", reason }));
    expect((await openReviews(db)).map(({ why }) => why)).toEqual(["asked"]);
  });

  test("the sweep does not open one again that was closed", async () => {
    expect(await reportQuarter(db, nextQuarter)).toBe(0);
    expect((await openReviews(db)).length).toBe(1);
  });
});
