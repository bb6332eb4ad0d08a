import { like } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { outbox } from "#db/schema/platform";
import type { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import { calibrationCriterionFor, calibrationFor, calibrationsFor, roundChoices } from "~/review/calibration/calibration.server";
import { makeCalibration } from "~/review/calibration/make.server";
import { rateInvented } from "~/review/calibration/rate.server";
import { noteDiscussion, revealDue } from "~/review/calibration/reveal.server";
import { publishStandards } from "~/standards/publish.server";
import { because, must } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";

const { db, sql, owner } = await freshDatabase();
let people: Cast;
const criteria = ["RC-1.1", "RC-3.4"];
const [lastMinute, dayAfter] = [at("2026-06-14T23:59:00+01:00"), at("2026-06-15T00:01:00+01:00")];

beforeAll(async () => {
  people = await cast(db);
  const published = await publishStandards(db, noon, { system: "test" });
  if (!published.ok) throw new Error("The standards of the repository are refused.");
});

const wanted = () => ({ invented: "larkfield-repair-shed", criteria, readers: [people.sunil.personId, people.amara.personId], closesOn: "2026-06-14" });
const open = async () => must(await makeCalibration(db, noon, people.moira, wanted())).id;
const rate = (by: Actor, id: string, criterion: string, level: Level, reason = because, clock: Clock = noon) =>
  rateInvented(db, clock, by, { id, criterion, level, ticks: { met: [0], leading: [] }, reason });
const mails = (id: string) =>
  db
    .select()
    .from(outbox)
    .where(like(outbox.cause, `calibration:${id}:%`));

/** Everything a person can be shown about a calibration, as it would cross the wire. */
const everythingFor = async (actor: Actor, id: string) =>
  JSON.stringify(await Promise.all([calibrationsFor(db, actor), calibrationFor(db, actor, id), ...criteria.map((each) => calibrationCriterionFor(db, noon, actor, id, each))]));

describe("making one", () => {
  test("a moderator chooses what, who and until when; what is rated is frozen, and those who rate are told", async () => {
    expect(await roundChoices(db, noon)).toMatchObject({
      invented: [{ key: "larkfield-repair-shed" }],
      people: [{ name: "Amara Diallo" }, { name: "Asha Lindqvist" }, { name: "Sunil Raman" }],
    });
    const id = await open();
    expect(await calibrationFor(db, people.sunil, id)).toMatchObject({
      state: "open",
      closesOn: "2026-06-14",
      asked: 2,
      done: 0,
      next: "RC-1.1",
      criteria: [
        { id: "RC-1.1", mine: null, spread: null },
        { id: "RC-3.4", mine: null, spread: null },
      ],
    });
    expect((await mails(id)).map(({ to, subject }) => [to, subject]).sort()).toEqual([
      ["amara@demo.example", "To practise on together: Larkfield Repair Shed"],
      ["sunil@demo.example", "To practise on together: Larkfield Repair Shed"],
    ]);
    for (const change of ["content = '{}'", "closes_on = '2027-01-01'", "criteria = '{RC-1.1}'", "state = 'discussed'"])
      await expect(owner.unsafe(`update calibrations set ${change} where id = '${id}'`)).rejects.toMatchObject({ code: expect.stringMatching(/^(23001|23514)$/) });
  });

  test.each([
    ["no such submission", { invented: "none" }, "no_submission"],
    ["criteria it does not answer", { criteria: ["RC-5.2", "AS-1.1"] }, "no_criteria"],
    ["one person", { readers: ["sunil"] }, "few_readers"],
    ["the same person twice", { readers: ["sunil", "sunil"] }, "few_readers"],
    ["somebody who is no assessor", { readers: ["sunil", "devon"] }, "not_readers"],
    ["today", { closesOn: "2026-06-01" }, "no_day"],
    ["too late", { closesOn: "2026-08-01" }, "no_day"],
    ["no day", { closesOn: "" }, "no_day"],
  ])("is refused with %s", async (_, change, why) => {
    const readers = "readers" in change ? change.readers!.map((name) => people[name as "sunil"].personId) : wanted().readers;
    expect(await makeCalibration(db, noon, people.moira, { ...wanted(), ...change, readers })).toEqual({ ok: false, why });
  });

  test("is for moderators alone", async () => {
    for (const actor of [people.sunil, people.devon, people.edith, people.pat]) expect(await makeCalibration(db, noon, actor, wanted())).toBeUndefined();
  });
});

describe("while it is open", () => {
  const secrets = { sunil: "What Sunil wrote, which nobody may read yet", amara: "What Amara wrote, which nobody may read yet" };

  test("nobody sees anybody else's, the moderator nothing at all; those without a part do not know that it is there", async () => {
    const id = await open();
    must(await rate(people.sunil, id, "RC-1.1", 3, secrets.sunil));
    must(await rate(people.sunil, id, "RC-3.4", 0, secrets.sunil));
    must(await rate(people.amara, id, "RC-1.1", 1, secrets.amara));
    const [sunil, amara, moira] = await Promise.all([people.sunil, people.amara, people.moira].map((actor) => everythingFor(actor, id)));
    expect([sunil!.includes(secrets.sunil), sunil!.includes(secrets.amara)]).toEqual([true, false]);
    expect([amara!.includes(secrets.sunil), amara!.includes(secrets.amara)]).toEqual([false, true]);
    expect([moira!.includes(id), moira!.includes(secrets.sunil), moira!.includes(secrets.amara)]).toEqual([true, false, false]);
    expect(amara).not.toMatch(/"level":[03]|"mine":[03]|"counts"|"agreement":\{/);
    expect(moira).not.toMatch(/"level":|"mine":[0-3]|"counts"|"agreement":\{/);
    for (const actor of [people.asha, people.devon, people.edith, people.pat]) {
      expect(await everythingFor(actor, id)).not.toContain(id);
      expect(await rate(actor, id, "RC-1.1", 2)).toBeUndefined();
    }
    expect(await rate(people.moira, id, "RC-1.1", 2)).toEqual({ ok: false, why: "wrong_role" });
    expect(await noteDiscussion(db, noon, people.moira, { id, words: because })).toEqual({ ok: false, why: "wrong_state" });
    expect(await sql`select 1 from audit_events where subject = ${id} and data::text ~ 'level'`).toEqual([]);
  });

  test("a correction is a new row and the newest counts; the same again changes nothing; each says what is next", async () => {
    const id = await open();
    expect(await rate(people.sunil, id, "RC-3.4", 1)).toEqual({ ok: true, next: "RC-1.1" });
    must(await rate(people.sunil, id, "RC-3.4", 2));
    must(await rate(people.sunil, id, "RC-3.4", 2));
    expect(await sql`select level from calibration_ratings where calibration_id = ${id} order by seq`).toEqual([{ level: 1 }, { level: 2 }]);
    expect((await calibrationFor(db, people.sunil, id))!.criteria.map(({ mine }) => mine)).toEqual([null, 2]);
    expect(await rate(people.sunil, id, "RC-1.1", 2)).toEqual({ ok: true, next: null });
  });

  test("refuses a reason that is missing or short, a test that is not there, a criterion it does not have", async () => {
    const id = await open();
    expect(await rate(people.sunil, id, "RC-1.1", 2, " ")).toEqual({ ok: false, why: "reason_missing" });
    expect(await rate(people.sunil, id, "RC-1.1", 2, "Short")).toEqual({ ok: false, why: "reason_short" });
    expect(await rateInvented(db, noon, people.sunil, { id, criterion: "RC-1.1", level: 2, ticks: { met: [9], leading: [] }, reason: because })).toEqual({
      ok: false,
      why: "unknown_test",
    });
    expect(await rateInvented(db, noon, people.sunil, { id, criterion: "RC-1.1", level: null, ticks: { met: [], leading: [] }, reason: because })).toEqual({
      ok: false,
      why: "not_claimed",
    });
    expect(await rate(people.sunil, id, "RC-2.2", 2)).toBeUndefined();
    expect(await rate(people.sunil, "no-such", "RC-1.1", 2)).toBeUndefined();
  });
});

describe("everything is shown at once", () => {
  const all = async (id: string, actor: Actor, level: Level) => {
    for (const criterion of criteria) must(await rate(actor, id, criterion, level));
  };

  test("when the last of them is done: all see all, with how far they agree, and all are told; nothing is rated any more", async () => {
    const id = await open();
    await all(id, people.sunil, 2);
    must(await rate(people.amara, id, "RC-1.1", 1));
    expect((await calibrationFor(db, people.sunil, id))!.state).toBe("open");
    must(await rate(people.amara, id, "RC-3.4", 2));
    for (const actor of [people.sunil, people.amara, people.moira])
      expect(await calibrationFor(db, actor, id)).toMatchObject({
        state: "revealed",
        done: 2,
        agreement: { n: 2, exact: 0.5, met_not_met: 0.5 },
        criteria: [{ spread: { counts: [0, 1, 1, 0] } }, { spread: { counts: [0, 0, 2, 0] } }],
      });
    expect((await calibrationCriterionFor(db, noon, people.moira, id, "RC-1.1"))!.ratings.map(({ by, level }) => [by, level])).toEqual([
      ["Sunil Raman", 2],
      ["Amara Diallo", 1],
    ]);
    expect(
      (await mails(id))
        .filter(({ cause }) => cause.includes(":revealed:"))
        .map(({ to }) => to)
        .sort(),
    ).toEqual(["amara@demo.example", "moira@demo.example", "sunil@demo.example"]);
    expect(await rate(people.sunil, id, "RC-1.1", 0)).toEqual({ ok: false, why: "wrong_state" });
    await expect(
      sql`insert into calibration_ratings (calibration_id, criterion, level, ticks, reason, rated_by, rated_at) select calibration_id, criterion, 0, ticks, reason, rated_by, rated_at from calibration_ratings where calibration_id = ${id} limit 1`,
    ).rejects.toMatchObject({ code: "23001" });
  });

  test("when both finish at the same moment, once", async () => {
    const id = await open();
    for (const actor of [people.sunil, people.amara]) must(await rate(actor, id, "RC-1.1", 2));
    for (const answer of await Promise.all([people.sunil, people.amara].map((actor) => rate(actor, id, "RC-3.4", 2)))) must(answer);
    expect(await sql`select data->>'why' as why from audit_events where type = 'calibration.revealed' and subject = ${id}`).toEqual([{ why: "complete" }]);
  });

  test("or when the last day is over, whoever is not done; on that day it is still open, and after it nothing is rated, shown or not", async () => {
    const id = await open();
    await all(id, people.sunil, 2);
    await revealDue(db, lastMinute);
    must(await rate(people.amara, id, "RC-1.1", 3, because, lastMinute));
    expect((await calibrationFor(db, people.amara, id))!.state).toBe("open");
    expect(await rate(people.amara, id, "RC-3.4", 3, because, dayAfter)).toEqual({ ok: false, why: "in_time" });
    expect((await calibrationCriterionFor(db, dayAfter, people.amara, id, "RC-3.4"))!.mayRate).toBe(false);
    expect(await revealDue(db, dayAfter)).toBeGreaterThanOrEqual(1);
    expect(await revealDue(db, dayAfter)).toBe(0);
    expect(await calibrationFor(db, people.amara, id)).toMatchObject({
      state: "revealed",
      done: 1,
      criteria: [{ spread: { counts: [0, 0, 1, 1] } }, { spread: { counts: [0, 0, 1, 0] } }],
    });
  });

  test("then a moderator says once what came of it", async () => {
    const id = await open();
    for (const actor of [people.sunil, people.amara]) await all(id, actor, 2);
    for (const actor of [people.sunil, people.devon]) expect(await noteDiscussion(db, noon, actor, { id, words: because })).toBeUndefined();
    must(await noteDiscussion(db, noon, people.moira, { id, words: because }));
    expect(await noteDiscussion(db, noon, people.mal, { id, words: because })).toEqual({ ok: false, why: "wrong_state" });
    expect(await calibrationFor(db, people.sunil, id)).toMatchObject({ state: "discussed", note: { words: because, by: "Moira Kinsella" } });
    await expect(owner`update calibrations set note = 'other' where id = ${id}`).rejects.toMatchObject({ code: "23001" });
  });
});
