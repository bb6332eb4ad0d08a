import { describe, expect, test } from "vitest";
import { issueCertificate } from "~/marks/issue-certificate.server";
import { clock } from "~/platform/clock.server";
import { freshDatabase } from "../support/database";
import { oneOfEverything } from "../support/world";

const { db, sql, owner } = await freshDatabase();
await oneOfEverything(db);
const [mark] = await sql<{ id: string }[]>`select id from marks`;
await issueCertificate(db, clock, mark!.id);
const [settled] = await sql<
  { id: string; criterion: string; by: string }[]
>`select c.id, r.criterion, r.rated_by as by from cases c join ratings r on r.case_id = c.id where c.state = 'moderating' limit 1`;
await sql`insert into settlements (case_id, criterion, level, reason, settled_by, settled_at) values (${settled!.id}, ${settled!.criterion}, 1, 'Between the two.', ${settled!.by}, ${clock.now().toISOString()})`;
await sql`insert into contact_checks (organisation_id, route, worked, checked_at, checked_by) select organisation_id, 'phone', 'yes', ${clock.now().toISOString()}, submitted_by from submissions limit 1`;

await sql`insert into case_rounds (case_id, no, kind, criteria, opened_at) values (${settled!.id}, 2, 'deferral', '{}', ${clock.now().toISOString()})`;
const added = { case_id: settled!.id, criterion: settled!.criterion, why: "deferral", content: "{}", saved_at: clock.now().toISOString(), saved_by: settled!.by };
await sql`insert into supplements ${sql({ ...added, round: 2 })}`;
await sql`insert into supplements ${sql({ ...added, round: 1, sha256: "x", sent_at: added.saved_at, sent_by: added.saved_by })}`;

await sql`insert into draw_seeds (quarter, commitment, secret, made_at) values ('2026-Q2', 'x', 'x', ${clock.now().toISOString()})`;
await sql`insert into draws (case_id, quarter, number, one_in, why, drawn_at) values (${settled!.id}, '2026-Q2', 3, 5, '{}', ${clock.now().toISOString()})`;
await sql`insert into former_memberships (organisation_id, person_id, since, until) select organisation_id, submitted_by, submitted_at, submitted_at from submissions limit 1`;
await sql`insert into talks (case_id, criterion, part, level, reason, by, at) values (${settled!.id}, ${settled!.criterion}, 'assessor', 2, 'x', ${settled!.by}, ${clock.now().toISOString()})`;
const asked = { mark_id: mark!.id, criterion: settled!.criterion, why: "facts_changed", facts: ["home_visits"], opened_at: added.saved_at, last_day: "2026-06-29", state: "due" };
const [{ id: topUp }] = await sql<[{ id: string }]>`insert into top_ups ${sql(asked)} returning id`;
await sql`insert into condition_clearings (mark_id, criterion, cleared_at, cleared_by, note) values (${mark!.id}, 'MU-2.1', ${added.saved_at}, ${settled!.by}, 'x')`;
const ofTheMark = { mark_id: mark!.id, case_id: settled!.id };
await sql`insert into check_ins ${sql({ ...ofTheMark, facts_right: true, insurance_until: "2027-01-01", asked: ["MU-1.1"], not_true: [], words: "", plan: "", changes: "", sent_at: added.saved_at, sent_by: settled!.by })}`;
await sql`insert into circumstances (organisation_id, mark_id, case_id, kind, happened_on, words, told_at, told_by) select organisation_id, id, ${settled!.id}, 'funding', '2026-06-01', 'x', ${added.saved_at}, ${settled!.by} from marks where id = ${mark!.id}`;
await sql`insert into deadline_notices (case_id, clock, due, kind, person_id, at) values (${settled!.id}, 'settling', '2026-06-01', 'soon', ${settled!.by}, ${clock.now().toISOString()})`;
await sql`insert into agreement_reports (quarter, figures, made_at) values ('2026-Q2', '{}', ${clock.now().toISOString()})`;

await sql`insert into claim_rulings (case_id, round, criteria, confirmed, reason, by, at) values (${settled!.id}, 1, '{}', true, 'x', ${settled!.by}, ${clock.now().toISOString()})`;
await sql`insert into third_ratings (case_id, round, criterion, level, reason, by, at) values (${settled!.id}, 1, 'x', 0, 'x', ${settled!.by}, ${clock.now().toISOString()})`;
await sql`insert into case_visits (case_id, kind, day, criteria, words, willing, by, at) values (${settled!.id}, 'visit', '2026-05-30', '{}', 'x', true, ${settled!.by}, ${clock.now().toISOString()})`;
await sql`insert into interests (person_id, organisation_name, kind, words, since, stated_at) values (${settled!.by}, 'Quarry Lane Choir', 'rival', '', '2024-03-01', ${clock.now().toISOString()})`;
await sql`insert into reader_statements (person_id, nations, reads_welsh, stated_at) values (${settled!.by}, '{wales}', true, ${clock.now().toISOString()})`;
await sql`insert into ties (assignment_id, kind, words, stated_at) select id, 'lives_nearby', 'x', assigned_at from assignments limit 1`;
await sql`insert into interest_ends (interest_id, until, stated_at) select i.id, '2026-01-01', ${clock.now().toISOString()} from interests i`;
await sql`insert into waivers (assignment_id, reason, by, at) select t.assignment_id, 'x', ${settled!.by}, ${clock.now().toISOString()} from ties t`;
await sql`insert into objection_answers (case_id, upheld, reason, by, at) select o.case_id, false, 'x', ${settled!.by}, ${clock.now().toISOString()} from objections o`;
const [locked] = await sql<{ id: string; by: string }[]>`select id, locked_by as by from privacy_locks`;
await sql`insert into privacy_openings (lock_id, by, at) values (${locked!.id}, ${locked!.by}, ${clock.now().toISOString()})`;
await owner`insert into purges (lock_id, sent_id, sha256_before, sha256_after, at) values (${locked!.id}, ${locked!.id}, 'x', 'x', ${clock.now().toISOString()})`;

await sql`insert into appeal_years (year, sent, upheld, partly, not_upheld, taken_back, words, by, at) values (2025, 1, 0, 0, 1, 0, 'x', ${locked!.by}, ${clock.now().toISOString()})`;
await sql`insert into concern_steps (concern_id, step, from_state, to_state, words, named, by, at) select id, 'note', state, state, 'x', false, ${locked!.by}, ${clock.now().toISOString()} from concerns`;

/** What may only grow. Whoever takes one out of this list breaks a promise. */
const kept = [
  "audit_events",
  "standard_versions",
  "submissions",
  "case_moves",
  "ratings",
  "settlements",
  "decisions",
  "marks",
  "certificates",
  "credentials",
  "letters",
  "capacity_statements",
  "contact_checks",
  "case_rounds",
  "draw_seeds",
  "draws",
  "talks",
  "third_ratings",
  "former_memberships",
  "recommendations",
  "claim_rulings",
  "case_visits",
  "deadline_notices",
  "interests",
  "interest_ends",
  "reader_statements",
  "ties",
  "waivers",
  "objections",
  "objection_answers",
  "role_changes",
  "privacy_openings",
  "purges",
  "agreement_reports",
  "calibration_readers",
  "calibration_ratings",
  "appeal_answers",
  "appeal_voices",
  "condition_clearings",
  "appeal_years",
  "log_leaves",
  "log_checkpoints",
  "check_ins",
  "status_changes",
  "concern_steps",
];
const everythingOf = async (table: string) => JSON.stringify(await owner.unsafe(`select * from ${table} order by 1`));

describe.each(kept)("%s only grow", (table) => {
  test("there is one to try it on", async () => expect((await owner.unsafe(`select 1 from ${table} limit 1`)).length).toBe(1));

  const changes = [
    `update ${table} set ${{ audit_events: "subject = 'x'", standard_versions: "title = 'x'", submissions: "content = 'x'", case_moves: "reason = 'x'", ratings: "level = 3", settlements: "level = 3", decisions: "outcome = 'x'", marks: "valid_until = '2099-01-01'", certificates: "sha256 = 'x'", credentials: "status_index = 1", letters: "sha256 = 'x'", check_ins: "words = 'y'", concern_steps: "words = 'y'", capacity_statements: "note = 'x'", contact_checks: "worked = 'no'", case_rounds: "criteria = '{x}'", draw_seeds: "secret = 'x'", draws: "why = '{x}'", talks: "level = 3", third_ratings: "level = 3", former_memberships: "until = since", recommendations: "covers = 0", claim_rulings: "confirmed = false", case_visits: "words = 'y'", deadline_notices: "kind = 'late'", interests: "kind = 'x'", interest_ends: "until = '2099-01-01'", reader_statements: "reads_welsh = false", ties: "kind = 'x'", waivers: "reason = 'x'", objections: "reason = 'y'", objection_answers: "upheld = true", role_changes: "reason = 'x'", privacy_openings: "at = now()", purges: "sha256_after = 'y'", agreement_reports: "figures = '[]'", calibration_readers: "invited_at = now()", calibration_ratings: "level = 3", appeal_answers: "outcome = 'upheld'", appeal_voices: "agrees = false", condition_clearings: "note = 'y'", appeal_years: "sent = 2", log_leaves: "content = '{}'", log_checkpoints: "note = 'x'", status_changes: "status = 'live'" }[table]}`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
  ];
  test.each(changes)("the application has no right to: %s", async (change) => {
    const was = await everythingOf(table);
    await expect(sql.unsafe(change)).rejects.toMatchObject({ code: "42501" });
    expect(await everythingOf(table)).toBe(was);
  });
  test.each(changes)("and a trigger stops everybody else: %s", async (change) => {
    const was = await everythingOf(table);
    await expect(owner.unsafe(change)).rejects.toMatchObject({ code: "23001" });
    expect(await everythingOf(table)).toBe(was);
  });
});

test("the application owns nothing, and can neither change a table nor take a trigger away", async () => {
  expect(await owner`select tablename from pg_tables where tableowner = 'waymark_app'`).toEqual([]);
  for (const change of [
    "drop table marks",
    "alter table marks disable trigger all",
    "drop trigger marks_kept on marks",
    "create table x (y int)",
    "set session_replication_role = replica",
    "create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
  ])
    await expect(sql.unsafe(change)).rejects.toMatchObject({ code: "42501" });
});

test("the queue answers to nobody but its owner", async () => {
  await expect(sql`select * from graphile_worker._private_jobs`).rejects.toMatchObject({ code: "42501" });
  await expect(sql`select graphile_worker.add_job('send-mail')`).rejects.toMatchObject({ code: "42501" });
});

describe("what was sent stays as it was", () => {
  test.each([
    "update answers set content = '{}'",
    "delete from answers",
    "update answers set private_note = 'x'",
    "insert into answers (assessment_id, criterion, content, version, saved_at, saved_by) select assessment_id, 'XX-9.9', '{}', 1, saved_at, saved_by from answers where assessment_id = $1 limit 1",
  ])("%s", async (change) => {
    const [{ id }] = await sql<[{ id: string }]>`select id from assessments where state = 'submitted' limit 1`;
    const statement = change.includes("$1") ? owner.unsafe(change, [id]) : owner.unsafe(`${change} where assessment_id = $1`, [id]);
    await expect(statement).rejects.toMatchObject({ code: "23001", message: "the answers of a submitted assessment are never changed" });
  });

  test.each(["facts = '{}'", "state = 'draft'", "standard_version_id = (select id from standard_versions where id <> standard_version_id limit 1)"])(
    "an assessment: %s",
    async (change) => {
      await expect(owner.unsafe(`update assessments set ${change} where state = 'submitted'`)).rejects.toMatchObject({ code: "23001" });
    },
  );

  test("a draft's answers can change", async () => {
    const changed = await owner`update answers set version = version + 1 where assessment_id in (select id from assessments where state = 'draft')`;
    expect(changed.count).toBeGreaterThan(0);
  });

  test("a save at the very moment of sending comes before it or is refused: never into what was sent", async () => {
    const [{ id }] = await owner<[{ id: string }]>`select a.id from assessments a join answers n on n.assessment_id = a.id where a.state = 'draft' limit 1`;
    const sending = owner.begin(async (tx) => {
      await tx`update assessments set state = 'submitted' where id = ${id}`;
      await new Promise((done) => setTimeout(done, 100));
    });
    await new Promise((done) => setTimeout(done, 20));
    await expect(sql`update answers set version = version + 1 where assessment_id = ${id}`).rejects.toMatchObject({ code: "23001" });
    await sending;
  });
});

describe("what a provider adds after it has sent", () => {
  test("can change and go until it is sent, and never from then on", async () => {
    expect((await sql`update supplements set content = '{"words":""}' where sent_at is null and round = 2`).count).toBe(1);
    for (const connection of [sql, owner])
      for (const change of ["update supplements set content = 'x'", "update supplements set sent_at = null, sent_by = null, sha256 = null", "delete from supplements"])
        await expect(connection.unsafe(`${change} where sent_at is not null`)).rejects.toMatchObject({ code: "23001" });
    await expect(sql`truncate supplements`).rejects.toMatchObject({ code: "42501" });
    await expect(owner`truncate supplements`).rejects.toMatchObject({ code: "23001" });
    await expect(sql`update supplements set sent_at = saved_at where sent_at is null`, "sent without a hash").rejects.toMatchObject({ code: "23514" });
    await expect(sql`insert into supplements ${sql({ ...added, round: 2 })}`, "a second one of the same").rejects.toMatchObject({ code: "23505" });
    expect((await sql`delete from supplements where sent_at is null and round = 2`).count).toBe(1);
  });
});

describe("who looked at a case", () => {
  const look = (at: string) => ({ case_id: settled!.id, person_id: settled!.by, what: "case", which: "", day: at.slice(0, 10), at });
  const [now, old] = [clock.now().toISOString(), "2020-01-01T10:00:00Z"];

  test("is never changed or emptied, and not deleted within twelve months", async () => {
    await sql`insert into case_views ${sql([look(now), look(old)])}`;
    for (const change of ["update case_views set at = now()", "truncate case_views"]) {
      await expect(sql.unsafe(change)).rejects.toMatchObject({ code: "42501" });
      await expect(owner.unsafe(change)).rejects.toMatchObject({ code: "23001" });
    }
    for (const connection of [sql, owner]) await expect(connection`delete from case_views where at > '2021-01-01'`).rejects.toMatchObject({ code: "23001" });
  });

  test("is deleted once it is older", async () => expect((await sql`delete from case_views where at < '2021-01-01'`).count).toBe(1));
});

describe("what is closed or shown once", () => {
  test.each([
    ["guidance_reviews", "criterion = 'X'"],
    ["guidance_reviews", "opened_reason = 'x'"],
    ["calibrations", "content = '{}'"],
    ["calibrations", "criteria = '{x}'"],
    ["calibrations", "state = 'open', revealed_at = null"],
  ])("%s: %s", async (table, change) => {
    for (const connection of [sql, owner]) await expect(connection.unsafe(`update ${table} set ${change}`)).rejects.toMatchObject({ code: "23001" });
    await expect(sql.unsafe(`delete from ${table}`)).rejects.toMatchObject({ code: "42501" });
    await expect(owner.unsafe(`delete from ${table}`)).rejects.toMatchObject({ code: "23001" });
    await expect(owner.unsafe(`truncate ${table} cascade`)).rejects.toMatchObject({ code: "23001" });
  });
});

describe("what an appeal says", () => {
  test("can change until it is sent, and never from then on; what has ended stays", async () => {
    const [{ id }] = await owner<[{ id: string }]>`select id from appeals where state = 'deliberating'`;
    for (const connection of [sql, owner])
      for (const change of [
        "content = '{}'",
        "state = 'drafting', sent_at = null, sent_by = null, sha256 = null, due_on = null",
        "due_on = due_on + 1",
        "panel_due_on = panel_due_on + 1",
      ])
        await expect(connection.unsafe(`update appeals set ${change} where id = '${id}'`)).rejects.toMatchObject({ code: "23001" });
    await expect(sql`delete from appeals`).rejects.toMatchObject({ code: "42501" });
    await expect(owner`delete from appeals`).rejects.toMatchObject({ code: "23001" });
    await expect(owner`delete from appeal_seats`).rejects.toMatchObject({ code: "23001" });
    await owner.unsafe(`update appeals set state = 'withdrawn', ended_at = panel_due_on where id = '${id}'`);
    await expect(sql`update appeals set judge_id = null, taken_at = null where id = ${id}`).rejects.toMatchObject({ code: "23001" });
  });
});

describe("what happened to a mark", () => {
  const at = clock.now().toISOString();
  test("is proposed, then answered by somebody else, once; and nothing of it can be unsaid", async () => {
    const [{ id, proposed_by: proposer }] = await owner<
      [{ id: string; proposed_by: string }]
    >`select id, proposed_by from mark_events where confirmed_at is null and declined_at is null`;
    const [{ id: second }] = await owner<[{ id: string }]>`select id from people where id <> ${proposer} limit 1`;
    await expect(sql`update mark_events set confirmed_by = ${proposer}, confirmed_at = ${at} where id = ${id}`).rejects.toMatchObject({ code: "23514" });
    await expect(sql`update mark_events set kind = 'reinstate' where id = ${id}`).rejects.toMatchObject({ code: "23001" });
    await expect(sql`update mark_events set note = 'other' where id = ${id}`).rejects.toMatchObject({ code: "23001" });
    await expect(sql`delete from mark_events`).rejects.toMatchObject({ code: "42501" });
    await expect(owner`delete from mark_events`).rejects.toMatchObject({ code: "23001" });
    await expect(
      sql`insert into mark_events (mark_id, kind, note, proposed_by, proposed_at) select mark_id, 'suspend', 'second', ${second}, ${at} from mark_events where id = ${id}`,
    ).rejects.toMatchObject({ code: "23505" });
    await sql`update mark_events set confirmed_by = ${second}, confirmed_at = ${at} where id = ${id}`;
    await expect(sql`update mark_events set confirmed_at = null, confirmed_by = null where id = ${id}`).rejects.toMatchObject({ code: "23001" });
    await expect(sql`update mark_events set declined_by = ${second}, declined_at = ${at} where id = ${id}`).rejects.toMatchObject({ code: "23001" });
  });
});

describe("what a mark is still to show", () => {
  test("is asked once, ends once, and never changes meanwhile", async () => {
    for (const connection of [sql, owner]) {
      for (const change of ["last_day = '2027-01-01'", "criterion = 'XX-9.9'", "facts = '{}'", "why = 'critical_on'"])
        await expect(connection.unsafe(`update top_ups set ${change}`)).rejects.toMatchObject({ code: "23001" });
      await expect(connection`insert into top_ups ${connection(asked)}`).rejects.toMatchObject({ code: "23505" });
    }
    await expect(sql`delete from top_ups`).rejects.toMatchObject({ code: "42501" });
    await expect(owner`delete from top_ups`).rejects.toMatchObject({ code: "23001" });
    await expect(sql`update top_ups set state = 'done' where id = ${topUp}`, "shown to nobody").rejects.toMatchObject({ code: "23514" });
    await sql`update top_ups set state = 'overdue' where id = ${topUp}`;
    await expect(sql`update top_ups set state = 'due' where id = ${topUp}`).rejects.toMatchObject({ code: "23001" });
    await sql`update top_ups set state = 'dropped' where id = ${topUp}`;
    await expect(sql`update top_ups set state = 'overdue' where id = ${topUp}`).rejects.toMatchObject({ code: "23001" });
  });
});

describe("what nobody did to a mark", () => {
  const by = (kind: string, reason: string | null) =>
    sql`insert into mark_events (mark_id, kind, reason_class, note, proposed_at, confirmed_at) values (${mark!.id}, ${kind}, ${reason}, 'x', ${added.saved_at}, ${added.saved_at})`;
  test.each([
    ["withdraw", null],
    ["surrender", null],
    ["suspend", null],
    ["suspend", "being_looked_into"],
  ])("is no %s (%s)", async (kind, reason) => {
    await expect(by(kind, reason)).rejects.toMatchObject({ code: "23514" });
  });
});

describe("what the tables themselves refuse", () => {
  test.each([
    [
      "a second case for one submission",
      "insert into cases (submission_id, organisation_id, state, opened_at) select submission_id, organisation_id, 'waiting', opened_at from cases limit 1",
      "23505",
    ],
    [
      "a second decision in one round of a case",
      "insert into decisions (case_id, outcome, score, reason, decided_by, decided_at) select case_id, outcome, score, reason, decided_by, decided_at from decisions limit 1",
      "23505",
    ],
    [
      "a second mark for one decision",
      "insert into marks (code, decision_id, organisation_id, standard_version_id, standard_key, level, scope, holder, awarded_on, valid_until, created_at) select 'x', decision_id, organisation_id, standard_version_id, standard_key, level, scope, holder, awarded_on, valid_until, created_at from marks limit 1",
      "23505",
    ],
    [
      "a second draft of one standard",
      "insert into assessments (organisation_id, standard_version_id, state, created_at, created_by) select organisation_id, standard_version_id, 'draft', created_at, created_by from assessments a, generate_series(1, 2) where a.state = 'submitted'",
      "23505",
    ],
    [
      "one reader in both parts",
      "insert into assignments (case_id, part, person_id, assigned_by, assigned_at) select case_id, 'second_reader', person_id, assigned_by, assigned_at from assignments where part = 'assessor' and ended_at is null limit 1",
      "23505",
    ],
    [
      "a level that is none",
      "insert into ratings (case_id, criterion, part, level, ticks, reason, rated_by, rated_at) select case_id, criterion, part, 4, ticks, reason, rated_by, rated_at from ratings limit 1",
      "23514",
    ],
    [
      "a rating without a level",
      "insert into ratings (case_id, criterion, part, level, ticks, reason, rated_by, rated_at) select case_id, criterion, part, null, ticks, reason, rated_by, rated_at from ratings limit 1",
      "23514",
    ],
    ["a state there is not", "update cases set state = 'won'", "23514"],
    [
      "a wait of two years",
      "insert into capacity_statements (organisation_id, accepting, wait_weeks, confirmed_at, confirmed_by, confirmed_by_title) select organisation_id, accepting, 104, confirmed_at, confirmed_by, confirmed_by_title from capacity_statements limit 1",
      "23514",
    ],
    [
      "going on to another site",
      "insert into sign_in_links (email, token_hash, code_hash, go_to, created_at, expires_at) values ('a', 'b', 'c', '//evil.test', now(), now())",
      "23514",
    ],
    [
      "the same again, with a backslash",
      "insert into sign_in_links (email, token_hash, code_hash, go_to, created_at, expires_at) values ('a', 'b', 'c', '/\\evil.test', now(), now())",
      "23514",
    ],
  ])("%s", async (_, change, code) => await expect(sql.unsafe(change)).rejects.toMatchObject({ code }));
});

test("a change of an organisation takes two people and its numbers, and is never changed", async () => {
  const [{ id: organisation }] = await sql<
    [{ id: string }]
  >`select id from organisations where id not in (select organisation_id from organisation_changes) order by created_at, id limit 1`;
  const proposed = {
    organisation_id: organisation,
    kind: "renamed",
    name_before: "x",
    name_after: "y",
    since: "2026-06-01",
    note: "x",
    proposed_by: settled!.by,
    proposed_at: added.saved_at,
  };
  await expect(sql`insert into organisation_changes ${sql({ ...proposed, kind: "merged", name_after: null, into_id: organisation })}`).rejects.toMatchObject({ code: "23514" });
  const [{ id }] = await sql<[{ id: string }]>`insert into organisation_changes ${sql(proposed)} returning id`;
  await expect(sql`update organisation_changes set name_after = 'z' where id = ${id}`).rejects.toMatchObject({ code: "42501" });
  await expect(sql`update organisation_changes set confirmed_by = ${settled!.by}, confirmed_at = ${added.saved_at} where id = ${id}`).rejects.toMatchObject({ code: "23514" });
  await expect(owner`update organisation_changes set name_after = 'z' where id = ${id}`).rejects.toMatchObject({ code: "23001" });
  await sql`update organisation_changes set confirmed_by = (select id from people where id <> ${settled!.by} limit 1), confirmed_at = ${added.saved_at} where id = ${id}`;
  await expect(owner`update organisation_changes set declined_at = ${added.saved_at} where id = ${id}`).rejects.toMatchObject({ code: "23001" });
  await expect(owner`delete from organisation_changes`).rejects.toMatchObject({ code: "23001" });
  await expect(owner`truncate organisation_changes cascade`).rejects.toMatchObject({ code: "23001" });
});

test("a mark goes to another organisation when two people have said so, once for each time; what a change was to a mark is never changed", async () => {
  await sql`update organisation_changes set declined_by = ${settled!.by}, declined_at = ${added.saved_at} where confirmed_at is null and declined_at is null`;
  const [{ id, from, to }] = await sql<
    [{ id: string; from: string; to: string }]
  >`select m.id, m.organisation_id as "from", o.id as "to" from marks m join organisations o on o.id <> m.organisation_id limit 1`;
  const goes = (to: string) => sql`update marks set organisation_id = ${to} where id = ${id}`;
  const proposed = { organisation_id: from, kind: "transferred", mark_id: id, name_before: "x", into_id: to, into_identifier: "GB-CHC:1", since: "2026-06-01", note: "x" };
  const by = { proposed_by: settled!.by, proposed_at: added.saved_at };
  for (const missing of [{ mark_id: null }, { into_id: null }, { into_identifier: null }, { into_id: from }])
    await expect(sql`insert into organisation_changes ${sql({ ...proposed, ...by, ...missing })}`, JSON.stringify(missing)).rejects.toMatchObject({ code: "23514" });
  const [change] = await sql<[{ id: string }]>`insert into organisation_changes ${sql({ ...proposed, ...by })} returning id`;
  const row = { mark_id: id, change_id: change.id, at: added.saved_at };
  await expect(goes(to), "only proposed").rejects.toMatchObject({ code: "23001" });
  await expect(sql`insert into holder_changes ${sql(row)}`).rejects.toMatchObject({ code: "23001" });
  await sql`update organisation_changes set confirmed_by = (select id from people where id <> ${settled!.by} limit 1), confirmed_at = ${added.saved_at} where id = ${change.id}`;
  await expect(owner`update marks set organisation_id = ${to}, scope = '{x}' where id = ${id}`).rejects.toMatchObject({ code: "23001" });
  await goes(to);
  await sql`insert into holder_changes ${sql(row)}`;
  await expect(goes(from)).rejects.toMatchObject({ code: "23001" });
  for (const change of ["update holder_changes set at = now()", "delete from holder_changes", "truncate holder_changes"]) {
    await expect(sql.unsafe(change)).rejects.toMatchObject({ code: "42501" });
    await expect(owner.unsafe(change)).rejects.toMatchObject({ code: "23001" });
  }
});

test("a lost entry in a register stays as it was recorded, and a new activity as it was told; how each ended is added once", async () => {
  const [loss] = await sql<[{ id: string }]>`insert into register_losses (organisation_id, entry, lost_on, recorded_at, recorded_by)
    select organisation_id, 'CQC 1-100', '2026-06-01', ${added.saved_at}, ${settled!.by} from marks where id = ${mark!.id} returning id`;
  await expect(sql`update register_losses set entry = 'y' where id = ${loss.id}`).rejects.toMatchObject({ code: "42501" });
  await expect(owner`update register_losses set entry = 'y', restored_at = now(), restored_by = recorded_by, new_entry = 'z' where id = ${loss.id}`).rejects.toMatchObject({
    code: "23001",
  });
  await expect(sql`update register_losses set restored_at = now() where id = ${loss.id}`).rejects.toMatchObject({ code: "23514" });
  await sql`update register_losses set restored_at = now(), restored_by = ${settled!.by}, new_entry = 'CQC 1-200' where id = ${loss.id}`;
  await expect(owner`update register_losses set new_entry = 'z' where id = ${loss.id}`).rejects.toMatchObject({ code: "23001" });
  const [activity] = await sql<[{ id: string }]>`insert into new_activities (mark_id, name, told_at) values (${mark!.id}, 'A choir', ${added.saved_at}) returning id`;
  await expect(sql`update new_activities set name = 'y' where id = ${activity.id}`).rejects.toMatchObject({ code: "42501" });
  await expect(owner`update new_activities set name = 'y', covered_at = now() where id = ${activity.id}`).rejects.toMatchObject({ code: "23001" });
  await sql`update new_activities set covered_at = now() where id = ${activity.id}`;
  await expect(owner`update new_activities set covered_at = null, left_at = now() where id = ${activity.id}`).rejects.toMatchObject({ code: "23001" });
  for (const table of ["register_losses", "new_activities"])
    for (const change of [`delete from ${table}`, `truncate ${table} cascade`]) {
      await expect(sql.unsafe(change)).rejects.toMatchObject({ code: "42501" });
      await expect(owner.unsafe(change)).rejects.toMatchObject({ code: "23001" });
    }
});

test("what a group told us stays as it told it; that a moderator has looked is added once", async () => {
  const [{ id }] = await sql<[{ id: string }]>`select id from circumstances`;
  const looked = { looked_at: added.saved_at, looked_by: settled!.by, note: "Rang them: all is well." };
  await expect(sql`update circumstances set words = 'y' where id = ${id}`).rejects.toMatchObject({ code: "42501" });
  await expect(owner`update circumstances set words = 'y', looked_at = ${added.saved_at}, looked_by = ${settled!.by}, note = 'x' where id = ${id}`).rejects.toMatchObject({
    code: "23001",
  });
  await sql`update circumstances set ${sql(looked)} where id = ${id}`;
  await expect(owner`update circumstances set note = 'y' where id = ${id}`).rejects.toMatchObject({ code: "23001" });
  await expect(owner`delete from circumstances`).rejects.toMatchObject({ code: "23001" });
  await expect(owner`truncate circumstances`).rejects.toMatchObject({ code: "23001" });
});
