import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groups } from "#db/seed/groups";
import { stageClock } from "#db/seed/player";
import { done, World } from "#db/seed/world";
import type { Actor } from "~/accounts/actor";
import { startAssessment } from "~/assessments/start.server";
import { tasks } from "~/jobs.server";
import { addDays, addMonths, type Day, londonDay } from "~/platform/calendar";
import { clock, moveDemoClock } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { checkInvariants } from "~/platform/invariants.server";
import { carryOutPlans } from "~/retention/carry-out.server";
import { dueNow } from "~/retention/due.server";
import { partsOfCase } from "~/retention/endings/cases.server";
import { partsOfAssessment } from "~/retention/endings/drafts.server";
import { holdBack, letGo } from "~/retention/hold.server";
import { planEndings } from "~/retention/plan.server";
import { planAhead } from "~/retention/rules";
import { retain } from "~/retention/run.server";
import { publishStandards } from "~/standards/publish.server";
import { freshDatabase } from "../support/database";

const { db, sql, owner } = await freshDatabase();
const RC = "referral-capacity";
const agreed = "Every must-have was met, and what people told us matched what we saw.";

/** Noon of a day, on the clock of the application and of the database. */
const goTo = (day: Day) => moveDemoClock(sql, new Date(`${day}T12:00:00Z`));
// The clock is shared with whatever runs after this.
afterAll(() => moveDemoClock(sql, "reset"));
const dueOn = async (day: Day) => {
  await goTo(day);
  return Object.fromEntries((await dueNow(db, clock)).map(({ ending, count }) => [ending, count]));
};
const ids = async (query: string, values: string[] = []) => (await owner.unsafe(query, values)).map(({ id }) => String(id));

/** Everything that stands in every table. */
async function fingerprint() {
  const tables = await owner<
    { name: string }[]
  >`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'demo_clock' order by 1`;
  const all: string[] = [];
  for (const { name } of tables) {
    const [row] = await owner.unsafe(`select count(*) as count, md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as content from public.${name} t`);
    all.push(`${name} ${row!.count} ${row!.content}`);
  }
  return all;
}

/** Writes what is over into plans, and carries it out when its day has come. */
async function endOn(day: Day) {
  await goTo(day);
  await planEndings(db, clock);
  await goTo(addDays(day, planAhead));
  return Object.fromEntries((await carryOutPlans(db, clock)).map(({ ending, removed, spared }) => [ending, { removed, spared }]));
}

/** Does what the queue was asked to do about files. */
async function removeFiles() {
  const keys =
    await owner`select j.payload ->> 'key' as key from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'remove-file'`;
  for (const { key } of keys) await tasks["remove-file"]({ key });
  return keys.map(({ key }) => String(key));
}
const isThere = (key: string) => existsSync(join(settings().files, key));
const invariants = async () => (await checkInvariants(sql, londonDay(clock.now()))).filter(({ ok }) => !ok);

const sentOn = "2026-06-01";
const decidedOn = "2026-06-10";
let world: World;
let lead: Actor;
let awarded: { organisationId: string; assessmentId: string; caseId: string; code: string; until: Day; slug: string };
let refused: { organisationId: string; assessmentId: string; caseId: string };

beforeAll(async () => {
  await goTo(sentOn);
  const stage = stageClock(clock.now());
  const published = await publishStandards(db, stage, { system: "test" });
  if (!published.ok) throw new Error("refused");
  world = new World(db, stage);
  await world.introduceScheme();
  const [marshEnd, harbour] = [await world.join(groups.marshEnd!), await world.join(groups.harbour!)];
  const { sunil, amara, leila } = world.actors as Record<string, Actor>;
  lead = leila!;
  const sent = async (provider: typeof marshEnd, level: 0 | 2) => {
    const assessmentId = await world.start(provider, RC);
    await world.answer(provider, assessmentId, RC, { papers: true });
    const caseId = await world.send(provider, assessmentId, RC);
    await world.assign(caseId, sunil!, amara!);
    await world.declareNone(caseId, sunil!, amara!);
    const levels = Object.fromEntries(
      ["RC-1.1", "RC-1.2", "RC-2.1", "RC-2.2", "RC-3.1", "RC-3.2", "RC-3.3", "RC-3.4", "RC-4.1", "RC-4.2", "RC-5.1", "RC-5.2"].map((id) => [id, level]),
    );
    await world.rate(provider, caseId, RC, sunil!, { levels });
    await world.rate(provider, caseId, RC, amara!, { levels, mustHavesOnly: true });
    await world.findRight(provider, assessmentId);
    return { organisationId: provider.organisationId, assessmentId, caseId };
  };
  const [won, lost] = [await sent(marshEnd, 2), await sent(harbour, 0)];
  stage.set(new Date(`${decidedOn}T12:00:00Z`));
  const { mark } = await world.decide(won.caseId, agreed);
  const { decision } = await world.decide(lost.caseId, agreed);
  expect(decision.outcome).toMatch(/not|more/);
  const [row] = await owner`select valid_until::text as until from marks where code = ${mark!.code}`;
  awarded = { ...won, code: mark!.code, until: row!.until, slug: marshEnd.slug };
  refused = lost;
});

const filesOf = (organisationId: string) => ids("select id from evidence_files where organisation_id = $1 and removed_at is null", [organisationId]);

test("whatever refers to a case or an assessment, or to a part of one, is among what ends with it", async () => {
  const parts = [...partsOfCase.map((part) => (typeof part === "string" ? part : part[0])), ...partsOfAssessment.map(([table]) => table), "application_hours"];
  const ending = ["cases", "submissions", "decisions", "assessments", ...parts];
  const refers = await owner<{ child: string; parent: string }[]>`
    select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent from pg_constraint c where c.contype = 'f'`;
  const left = refers.filter(({ child, parent }) => ending.includes(parent) && !ending.includes(child));
  expect(left, "a mark stays").toEqual([{ child: "marks", parent: "decisions" }]);
});

describe("what is sent", () => {
  test("and not awarded is kept for 28 days after the decision; files that a mark rests on, and everything else, longer", async () => {
    expect(await dueOn(addDays(decidedOn, 28))).toEqual({ cases: 0, drafts: 0, files: 0, pages: 0, contact_tests: 0, room: 0, concerns: 0, mails: 0 });
    const theirs = await filesOf(refused.organisationId);
    expect(theirs.length).toBeGreaterThan(0);
    expect(await dueOn(addDays(decidedOn, 29))).toMatchObject({ files: theirs.length, cases: 0 });
  });

  test("a dry look changes nothing, and neither does a plan but to say so", async () => {
    const before = await fingerprint();
    await goTo("2040-01-01");
    expect((await dueNow(db, clock)).some(({ count }) => count > 0)).toBe(true);
    expect(await fingerprint()).toEqual(before);

    await goTo(addDays(decidedOn, 29));
    const [plan] = await planEndings(db, clock);
    expect(plan).toMatchObject({ ending: "files", fromDay: addDays(decidedOn, 36), oldest: decidedOn });
    expect(await planEndings(db, clock), "planned once").toEqual([]);
    const changed = (await fingerprint()).filter((line) => !before.includes(line)).map((line) => line.split(" ")[0]);
    expect(changed).toEqual(["audit_events", "outbox", "retention_items", "retention_plans"]);
    const mails = await owner`select "to", subject from outbox where cause like 'retention:%'`;
    expect(mails).toEqual([{ to: lead.email, subject: "What will be deleted in a week" }]);
  });

  test("nothing goes before the day of the plan, nothing that is held back, and nothing that a draft shows again", async () => {
    await goTo(addDays(decidedOn, 35));
    expect(await carryOutPlans(db, clock)).toEqual([]);
    const { holdId } = done(await holdBack(db, clock, lead, { what: groups.harbour!.name, reason: "They have gone to court about it." }));
    await goTo(addDays(decidedOn, 36));
    const theirs = await filesOf(refused.organisationId);
    expect(await carryOutPlans(db, clock)).toMatchObject([{ ending: "files", removed: 0, spared: theirs.length }]);
    expect(await filesOf(refused.organisationId)).toEqual(theirs);
    expect(await planEndings(db, clock)).toEqual([]);
    expect(await letGo(db, clock, lead, holdId)).toEqual({ ok: true });

    const { assessmentId } = done(
      await startAssessment(db, clock, world.actors.ruth!, { organisationId: refused.organisationId, standardKey: RC, carryFrom: refused.assessmentId }),
    );
    expect(await planEndings(db, clock), "a draft shows them all").toEqual([]);
    await owner`delete from answers where assessment_id = ${assessmentId}`;
    await owner`delete from assessments where id = ${assessmentId}`;
  });

  test("files go, bytes and all; that they were seen stays; twice is as good as once", async () => {
    const theirs = await filesOf(refused.organisationId);
    const keys = (await owner<{ key: string }[]>`select storage_key as key from evidence_files where organisation_id = ${refused.organisationId}`).map(({ key }) => key);
    expect(keys.every(isThere)).toBe(true);
    const day = addDays(decidedOn, 40);
    await goTo(day);
    await planEndings(db, clock);
    await goTo(addDays(day, planAhead));
    const both = await Promise.all([carryOutPlans(db, clock), carryOutPlans(db, clock)]);
    expect(both.flat()).toMatchObject([{ ending: "files", removed: theirs.length, spared: 0 }]);
    expect(await carryOutPlans(db, clock)).toEqual([]);
    expect((await removeFiles()).sort()).toEqual(keys.sort());
    expect(keys.some(isThere)).toBe(false);
    await removeFiles();
    expect(await ids("select id from evidence_files where organisation_id = $1", [refused.organisationId])).toHaveLength(theirs.length);
    await goTo(addDays(day, planAhead + 1));
    expect(await invariants()).toEqual([]);
  });

  test("what is carried on from then on comes without the files that are gone", async () => {
    const { assessmentId } = done(
      await startAssessment(db, clock, world.actors.ruth!, { organisationId: refused.organisationId, standardKey: RC, carryFrom: refused.assessmentId }),
    );
    const [{ files } = { files: 0 }] =
      await owner`select count(*)::int as files from answers w, jsonb_array_elements(w.content -> 'evidence') item where w.assessment_id = ${assessmentId} and item ? 'file'`;
    expect(files).toBe(0);
    await owner`delete from answers where assessment_id = ${assessmentId}`;
    await owner`delete from assessments where id = ${assessmentId}`;
  });

  test("and awarded is kept for half a year after the last day of the mark", async () => {
    const last = addMonths(awarded.until, 6);
    expect((await dueOn(last)).files).toBe(0);
    expect((await dueOn(addDays(last, 1))).files).toBe((await filesOf(awarded.organisationId)).length);
  });
});

describe("what is counted from its own day", () => {
  test.each([
    [
      "contact_tests",
      24,
      "insert into contact_checks (organisation_id, route, worked, checked_at, checked_by) select $1::uuid, 'phone', 'yes', $2::timestamptz, id from people limit 1",
    ],
    [
      "room",
      36,
      "insert into capacity_statements (organisation_id, accepting, confirmed_at, confirmed_by, confirmed_by_title) select $1::uuid, 'open', $2::timestamptz, id, 'x' from people limit 1",
    ],
    ["mails", 12, "insert into outbox (cause, at, \"to\", subject, text, html) values ('x:' || $1 || $2, $2::timestamptz, 'a@demo.example', 's', 't', 'h')"],
    [
      "files",
      24,
      "insert into evidence_files (organisation_id, name, media_type, bytes, sha256, storage_key, uploaded_at, uploaded_by) select $1::uuid, 'x', 'x', 1, 'x', 'evidence/aa/' || gen_random_uuid(), $2::timestamptz, id from people limit 1",
    ],
    [
      "pages",
      24,
      "insert into link_captures (organisation_id, url, captured_at, outcome, sha256, storage_key) select $1::uuid, 'https://x.example', $2::timestamptz, 'kept', 'x', 'evidence/aa/' || gen_random_uuid()",
    ],
  ] as const)("%s: kept through the last of %i months, by the calendar of London", async (ending, months, insert) => {
    // Half past eleven in the evening of 28 February by Greenwich is that day in London; of 30 March it is the 31st there.
    for (const [moment, day] of [
      ["2020-02-29T23:30:00Z", "2020-02-29"],
      ["2020-03-30T23:30:00Z", "2020-03-31"],
    ] as const) {
      await owner.begin(async (tx) => {
        await tx.unsafe(insert, [awarded.organisationId, moment]);
        // What a group said last stays, so something is said since.
        if (ending === "room") await tx.unsafe(insert, [awarded.organisationId, "2026-06-01T12:00:00Z"]);
      });
      const last = addMonths(day, months);
      const before = (await dueOn(last))[ending]!;
      expect((await dueOn(addDays(last, 1)))[ending], moment).toBe(before + 1);
    }
  });

  test("each goes; of room a count by month stays, and what was said last, however old", async () => {
    const done = await endOn("2024-07-01");
    expect(done).toMatchObject({ contact_tests: { removed: 2 }, room: { removed: 2 }, mails: { removed: 2 }, files: { removed: 2 }, pages: { removed: 2 } });
    expect(await owner`select month, accepting, statements from capacity_months order by month`).toEqual([
      { month: "2020-02", accepting: "open", statements: 1 },
      { month: "2020-03", accepting: "open", statements: 1 },
    ]);
    expect(await ids("select id from contact_checks where checked_at < '2021-01-01'")).toEqual([]);
    expect((await owner`select "to", subject, text, html from outbox where cause like 'x:%'`)[0]).toEqual({ to: "", subject: "", text: "", html: "" });
    await removeFiles();
    await goTo("2040-01-01");
    expect((await dueNow(db, clock)).find(({ ending }) => ending === "room")!.count).toBe(
      (await ids("select id from capacity_statements")).length - (await ids("select distinct organisation_id as id from capacity_statements")).length,
    );
  });
});

describe("drafts", () => {
  let draft: string;
  const edited = "2028-02-29";
  test("are warned of at 22 and 23 months, once each, in the language of each admin, and go no sooner than four weeks after the second", async () => {
    await owner`update people set language = 'cy' where id = ${world.actors.ruth!.personId}`;
    await goTo(edited);
    ({ assessmentId: draft } = done(await startAssessment(db, clock, world.actors.ruth!, { organisationId: refused.organisationId, standardKey: RC })));
    const warned = async (day: Day) => {
      await goTo(day);
      const before = await ids("select id from outbox where cause like 'draft-ends:%'");
      await retain(db, clock);
      await retain(db, clock);
      return (await ids("select id from outbox where cause like 'draft-ends:%'")).length - before.length;
    };
    expect(await warned("2029-12-28")).toBe(0);
    expect(await warned("2029-12-29")).toBe(1);
    expect(await warned("2030-01-28")).toBe(0);
    expect(await warned("2030-01-29")).toBe(1);
    const [mail] = await owner`select "to", subject, text from outbox where cause like ${`draft-ends:${draft}:${edited}:23:%`}`;
    expect(mail!.subject).toContain("Bydd eich drafft");
    expect(mail!.text).toContain("28 Chwefror 2030");
    expect((await dueOn("2030-02-28")).drafts).toBe(0);
    expect((await dueOn("2030-03-01")).drafts).toBe(1);
    // Warned too late, it waits.
    await owner`update outbox set at = '2030-02-20T12:00:00Z' where cause like ${`draft-ends:${draft}:${edited}:23:%`}`;
    expect((await dueOn("2030-03-20")).drafts).toBe(0);
    expect((await dueOn("2030-03-21")).drafts).toBe(1);
  });

  test("that somebody is changing at this moment wait; others go whole", async () => {
    await goTo("2030-04-01");
    await planEndings(db, clock);
    await goTo("2030-04-08");
    const other = await owner.reserve();
    await other`begin`;
    await other`select 1 from assessments where id = ${draft} for share`;
    expect((await carryOutPlans(db, clock)).filter(({ ending }) => ending === "drafts")).toEqual([]);
    expect(await ids("select id from assessments where id = $1", [draft])).toEqual([draft]);
    await other`rollback`;
    other.release();
    expect((await carryOutPlans(db, clock)).filter(({ ending }) => ending === "drafts")).toMatchObject([{ removed: 1 }]);
    expect(await ids("select id from assessments where id = $1", [draft])).toEqual([]);
  });
});

describe("what is never changed", () => {
  const kept: [table: string, where: string][] = [
    ["ratings", "true"],
    ["decisions", "true"],
    ["case_moves", "true"],
    ["submissions", "true"],
    ["answers", "assessment_id in (select assessment_id from submissions)"],
    ["letters", "true"],
    ["marks", "true"],
    ["audit_events", "true"],
    ["standard_versions", "true"],
  ];
  const asRetention = (statement: string) =>
    owner.begin(async (tx) => {
      await tx`select set_config('waymark.retention', 'on', true)`;
      await tx.unsafe(statement);
      throw new Error("allowed");
    });

  test.each(kept)("%s: the word of retention alone deletes nothing on the last day of six years", async (table, where) => {
    await goTo(addMonths(decidedOn, 72));
    expect((await ids(`select 1 as id from ${table} where ${where}`)).length).toBeGreaterThan(0);
    await expect(asRetention(`delete from ${table} where ${where}`)).rejects.toMatchObject({ code: "23001" });
  });
  test.each(["marks", "audit_events", "standard_versions"])("%s: nor ever", async (table) => {
    await goTo("2090-01-01");
    await expect(asRetention(`delete from ${table}`)).rejects.toMatchObject({ code: "23001" });
  });
  test.each(kept.slice(0, 6))("%s: past six years, a day without that word is still a day without it", async (table, where) => {
    await goTo(addDays(addMonths(decidedOn, 72), 1));
    await expect(owner.unsafe(`delete from ${table} where ${where}`)).rejects.toMatchObject({ code: "23001" });
  });
  test("past six years, with that word, ratings may go: the day before they may not", async () => {
    const ratings = `delete from ratings where case_id = '${awarded.caseId}'`;
    await goTo(addMonths(decidedOn, 72));
    await expect(asRetention(ratings)).rejects.toMatchObject({ code: "23001" });
    await goTo(addDays(addMonths(decidedOn, 72), 1));
    await expect(asRetention(ratings)).rejects.toThrow("allowed");
  });
  test("no past is rewritten: with the word, past the time, a row is still not changed", async () => {
    for (const change of ["update ratings set level = 3", "update decisions set reason = 'x'", "update marks set valid_until = '2099-01-01'", "update link_captures set url = 'x'"])
      await expect(asRetention(change)).rejects.toMatchObject({ code: "23001" });
  });
  test("whether a file is gone is said by retention alone, and not of a young one", async () => {
    await goTo(sentOn);
    await owner`insert into evidence_files (organisation_id, name, media_type, bytes, sha256, storage_key, uploaded_at, uploaded_by) select ${awarded.organisationId}, 'x', 'x', 1, 'x', 'x', ${`${sentOn}T09:00:00Z`}, id from people limit 1`;
    await expect(sql`update evidence_files set removed_at = now() where removed_at is null`).rejects.toMatchObject({ code: "23001" });
    await expect(asRetention("update evidence_files set removed_at = now() where removed_at is null")).rejects.toMatchObject({ code: "23001" });
    await expect(sql`update evidence_files set removed_at = null where removed_at is not null`).rejects.toMatchObject({ code: "23001" });
    await owner`delete from evidence_files where storage_key = 'x'`;
  });
  test("a plan and a hold stay as they were written", async () => {
    for (const change of ["update retention_plans set count = 0", "update retention_holds set reason = 'x'", "delete from retention_plans", "delete from retention_holds"])
      await expect(owner.unsafe(change)).rejects.toMatchObject({ code: "23001" });
    for (const change of ["delete from retention_plans", "truncate retention_holds"]) await expect(sql.unsafe(change)).rejects.toMatchObject({ code: "42501" });
  });
});

describe("cases", () => {
  const last = addMonths(decidedOn, 72);
  test("are kept for six years after the decision, and longer while one is held back", async () => {
    expect((await dueOn(last)).cases).toBe(0);
    expect((await dueOn(addDays(last, 1))).cases).toBe(2);
    const [{ number } = { number: 0 }] = await owner`select number from cases where id = ${refused.caseId}`;
    done(await holdBack(db, clock, lead, { what: `C-${String(number).padStart(4, "0")}`, reason: "An ombudsman has asked for it." }));
    expect((await dueOn(addDays(last, 1))).cases).toBe(1);
    await expect(sql`select end_rows('ratings', 'case_id', ${`{${refused.caseId}}`}::uuid[])`).rejects.toMatchObject({ code: "23001" });
  });

  test("go whole, with their letter; the mark stays; what is held back stays", async () => {
    const letters = (await owner<{ key: string }[]>`select l.storage_key as key from letters l join decisions d on d.id = l.decision_id where d.case_id = ${awarded.caseId}`).map(
      ({ key }) => key,
    );
    const trail = (await ids("select seq as id from audit_events")).length;
    const ended = await endOn(addDays(last, 1));
    expect(ended).toMatchObject({ cases: { removed: 1, spared: 0 } });
    await removeFiles();
    expect(letters.some(isThere)).toBe(false);
    expect(await ids("select id from cases")).toEqual([refused.caseId]);
    expect(await ids("select id from submissions")).toHaveLength(1);
    expect(await ids("select id from assessments where id = $1", [awarded.assessmentId])).toEqual([]);
    expect(await ids("select id from ratings where case_id = $1", [awarded.caseId])).toEqual([]);
    expect(await ids("select code as id from marks where decision_id is null")).toEqual([awarded.code]);
    expect((await ids("select seq as id from audit_events")).length).toBeGreaterThan(trail);
    await goTo(addDays(last, planAhead + 2));
    expect(await invariants()).toEqual([]);
  });

  test("what was recorded of it all are counts and names of kinds, nothing else", async () => {
    const events = await owner`select type, data from audit_events where type like 'retention.%'`;
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(["retention.planned", "retention.carried_out", "retention.held_back", "retention.let_go"]));
    for (const { data } of events) expect(Object.keys(data).every((key) => ["ending", "count", "from", "removed", "spared", "hold_id"].includes(key))).toBe(true);
  });
});

test("only a privacy lead holds back and lets go; what is not there, named twice or held already is refused", async () => {
  const reason = "A court has asked for it.";
  const what = groups.marshEnd!.name;
  expect(await holdBack(db, clock, world.actors.moira!, { what, reason })).toBeUndefined();
  expect(await holdBack(db, clock, lead, { what: "C-9999", reason })).toEqual({ ok: false, why: "nothing_found" });
  const { holdId } = done(await holdBack(db, clock, lead, { what: awarded.slug, reason }));
  expect(await holdBack(db, clock, lead, { what, reason })).toEqual({ ok: false, why: "held_already" });
  expect(await letGo(db, clock, world.actors.moira!, holdId)).toBeUndefined();
  expect(await letGo(db, clock, lead, holdId)).toEqual({ ok: true });
  expect(await letGo(db, clock, lead, holdId), "once").toBeUndefined();
});
