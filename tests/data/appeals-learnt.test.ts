import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { appeals, appealYears } from "#db/schema/appeals";
import { decideAndAward } from "~/marks/award.server";
import { answerAppeal, takeAppeal } from "~/review/appeals/first-stage.server";
import { learntFault, yearsToTell } from "~/review/appeals/learning/learning";
import { appealsOfYear, learntYears, publishLearnt } from "~/review/appeals/learning/learning.server";
import { keepAppeal } from "~/review/appeals/send-appeal.server";
import { appealsDue } from "~/review/appeals/sweep-appeals.server";
import { because, must } from "../support/cases";
import { at } from "../support/clock";
import { freshDatabase } from "../support/database";
import { readyToDecide, type Scheme, scheme } from "../support/marks";

const { db } = await freshDatabase();
const learnt = "We now ring the group before we say that nobody answers its telephone.";
/** Sent in the last half hour of 2026 in London, which is winter time, and answered in 2027. */
const decidedAt = at("2026-12-20T12:00:00Z");
const sentAt = at("2026-12-31T23:30:00Z");
const answeredAt = at("2027-01-10T12:00:00Z");
const later = at("2027-03-01T12:00:00Z");
let world: Scheme;

beforeAll(async () => {
  world = await scheme(db);
  const { pat, ruth, mal, devon } = world.people;
  const levels = { "MU-1.1": 0 as const };
  for (const home of ["marshEnd", "harbour"] as const) {
    const caseId = await readyToDecide(db, world, { home, first: levels, second: levels, clock: at("2026-12-01T12:00:00Z") });
    must(await decideAndAward(db, decidedAt, devon, { caseId, reason: because }));
    const [{ id: assessmentId }] = (await db.execute<{ id: string }>(
      `select s.assessment_id as id from submissions s join cases c on c.submission_id = s.id where c.id = '${caseId}'`,
    )) as unknown as [{ id: string }];
    const content = { grounds: [{ ground: "evidence_overlooked" as const, words: because, criteria: ["MU-1.1"] }] };
    must(await keepAppeal(db, sentAt, home === "marshEnd" ? pat : ruth, { assessmentId, content, send: true }));
    if (home === "harbour") continue;
    const [{ id: appealId }] = (await db.select({ id: appeals.id }).from(appeals).where(eq(appeals.caseId, caseId))) as [{ id: string }];
    must(await takeAppeal(db, answeredAt, mal, { appealId }));
    must(await answerAppeal(db, answeredAt, mal, { appealId, given: { levels: { "MU-1.1": { level: null, reason: because } }, findings: {}, reason: because } }));
  }
});

describe("what is learnt from a year's appeals", () => {
  test("counts those that were sent in it, in London, by what became of them once that is final", async () => {
    expect(await appealsOfYear(db, 2026)).toEqual({ year: 2026, sent: 2, upheld: 0, partly: 0, notUpheld: 0, takenBack: 0 });
    await appealsDue(db, later);
    expect(await appealsOfYear(db, 2026)).toEqual({ year: 2026, sent: 2, upheld: 0, partly: 0, notUpheld: 1, takenBack: 0 });
    expect((await appealsOfYear(db, 2027)).sent).toBe(0);
  });

  test("is published by a moderator, of a year that is over and has appeals, without personal details", async () => {
    const { moira, devon, hollis, pat } = world.people;
    const publish = (by = moira, year = 2026, words = learnt, clock = later) => publishLearnt(db, clock, by, { year, words });
    for (const other of [devon, hollis, pat]) expect(await publish(other)).toEqual({ ok: false, why: "wrong_role" });
    expect(await publish(moira, 2026, learnt, at("2026-12-31T23:59:59Z"))).toEqual({ ok: false, why: "year_runs" });
    expect(await publish(moira, 2025)).toEqual({ ok: false, why: "no_appeals" });
    expect(await publish(moira, 2026, "Little.")).toEqual({ ok: false, why: "words_short" });
    expect(await publish(moira, 2026, "x".repeat(5001))).toEqual({ ok: false, why: "words_long" });
    expect(await publish(moira, 2026, `${learnt} It was about NHS number 943 476 5919.`)).toEqual({ ok: false, why: "personal" });
    expect(await db.$count(appealYears)).toBe(0);
    must(await publish());
    must(await publish(moira, 2026, `${learnt} Twice.`));
    expect(await learntYears(db)).toEqual([{ year: 2026, sent: 2, upheld: 0, partly: 0, notUpheld: 1, takenBack: 0, words: `${learnt} Twice.`, at: later.now().toISOString() }]);
  });

  test("can be told of a year from the first moment after it, for five years", () => {
    expect(yearsToTell("2027-01-01")).toEqual([2026, 2025, 2024, 2023, 2022]);
    expect(learntFault({ year: 2027, words: learnt, sent: 1 }, "2027-12-31")).toBe("year_runs");
    expect(learntFault({ year: 2021, words: learnt, sent: 1 }, "2027-01-01")).toBe("year_runs");
    expect(learntFault({ year: 2022, words: learnt, sent: 1 }, "2027-01-01")).toBeUndefined();
  });
});
