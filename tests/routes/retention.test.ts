import { sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, addMonths } from "~/platform/calendar";
import { clock, moveDemoClock } from "~/platform/clock.server";
import { paths } from "~/platform/paths";
import { carryOutPlans } from "~/retention/carry-out.server";
import { planEndings } from "~/retention/plan.server";
import { planAhead } from "~/retention/rules";
import { freshDatabase } from "../support/database";
import { cookieFor, get, post } from "../support/website";
import { oneOfEverything } from "../support/world";

const { db, sql, owner } = await freshDatabase();
const world = await oneOfEverything(db);
const { admin, moderator, privacy_lead: lead } = world.mine;
const goTo = (day: string) => moveDemoClock(sql, new Date(`${day}T12:00:00Z`));
// The clock is shared with whatever runs after this.
afterAll(() => moveDemoClock(sql, "reset"));
const read = async (path: string, by: { personId: string }) => {
  const answer = await get(path, { headers: { Cookie: await cookieFor(by) } });
  return { status: answer.status, html: await answer.text() };
};
let found: { file: string; assessmentId: string; caseId: string; decisionId: string; code: string; slug: string };
let day: string;

beforeAll(async () => {
  // A draft shows what was sent once before, so it is in use: without it, only the mark rests on the files.
  await owner`delete from answers where assessment_id in (select id from assessments where state = 'draft')`;
  const [row] = await owner<(typeof found & { until: string })[]>`
    select key as file, s.assessment_id as "assessmentId", c.id as "caseId", d.id as "decisionId", m.code, o.slug, m.valid_until::text as until
    from marks m join decisions d on d.id = m.decision_id join cases c on c.id = d.case_id join submissions s on s.id = c.submission_id join organisations o on o.id = c.organisation_id,
      jsonb_object_keys(s.content::jsonb -> 'files') key limit 1`;
  found = row!;
  // What was sent since is of no concern here.
  await owner`update cases set state = 'withdrawn' where id <> ${found.caseId}`;
  day = addDays(addMonths(row!.until, 6), 1);
});

test("a privacy lead sees what will be deleted, holds it back and lets it go; nobody else finds the page", async () => {
  await goTo(day);
  await planEndings(db, clock);
  const before = await read(paths.retention(), lead);
  expect(before.status).toBe(200);
  for (const words of ["What will be deleted", "Files", "1 group", "Marsh End Community Allotment: ", "Nothing is held back", "Six years after the decision"])
    expect(before.html).toContain(words);
  expect((await read(paths.retention(), moderator)).status).toBe(404);

  const headers = { Cookie: await cookieFor(lead) };
  const wrong = await post(paths.retention(), { intent: "hold_back", what: "Nobody at all", reason: "Too" }, { headers });
  expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining("Say in a sentence why it is still needed")]);
  const missing = await post(paths.retention(), { intent: "hold_back", what: "Nobody at all", reason: "A court has asked for it." }, { headers });
  expect([missing.status, await missing.text()]).toEqual([409, expect.stringContaining("There is no case with this number")]);
  expect((await post(paths.retention(), { intent: "hold_back", what: found.slug, reason: "A court has asked for it." }, { headers })).status).toBe(302);
  const held = (await read(paths.retention(), lead)).html;
  expect(held).toContain("A court has asked for it.");
  const hold = /name="hold" value="([^"]+)"/.exec(held)![1]!;
  expect((await post(paths.retention(), { intent: "let_go", hold }, { headers })).status).toBe(302);
  expect((await post(paths.retention(), { intent: "let_go", hold }, { headers })).status).toBe(404);
});

describe("when its files have gone", () => {
  beforeAll(async () => {
    await goTo(addDays(day, planAhead));
    await carryOutPlans(db, clock);
    const [row] = await db.execute<{ gone: boolean }>(raw`select removed_at is not null as gone from evidence_files where id = ${found.file}`);
    expect(row?.gone).toBe(true);
  });
  const gone = () => "as promised";

  test("the file says when it was deleted, to whoever might have read it, and is not there for anybody else", async () => {
    expect(await read(paths.evidence(found.file), admin)).toEqual({ status: 410, html: expect.stringContaining(gone()) });
    expect((await read(paths.evidence(found.file), world.other.admin)).status).toBe(404);
  });
  test("the library and what was sent name it, and say so", async () => {
    for (const path of [paths.library(found.slug), `/assessments/${found.assessmentId}/sent`]) {
      const { status, html } = await read(path, admin);
      expect([path, status]).toEqual([path, 200]);
      expect(html).toContain(gone());
      expect(html).not.toContain(`href="${paths.evidence(found.file)}"`);
    }
  });
  test("the case, its criteria, the letter and the mark still answer", async () => {
    for (const [path, by] of [
      [paths.case(found.caseId), moderator],
      [paths.letter(found.slug, found.decisionId), admin],
      [paths.mark(found.code), admin],
      [paths.organisation(found.slug), admin],
      [`/assessments/${found.assessmentId}/criteria/RC-1.1`, admin],
    ] as const)
      expect([path, (await read(path, by)).status]).toEqual([path, 200]);
  });
  test("the page says what was deleted", async () => {
    const { html } = await read(paths.retention(), lead);
    expect(html).toContain("Kept after all");
    expect(html).not.toContain("Nothing yet.");
  });
});

describe("when the case has gone, six years after", () => {
  beforeAll(async () => {
    const [{ decided } = { decided: "" }] = await owner<
      { decided: string }[]
    >`select greatest(max(d.decided_at), (select max(at) from case_moves))::date::text as decided from decisions d`;
    // What was appealed against is not over before its appeal is.
    await owner`update appeals set state = 'withdrawn', ended_at = sent_at where sent_at is not null and ended_at is null`;
    const over = addDays(addMonths(decided, 72), 2);
    await goTo(over);
    await planEndings(db, clock);
    await goTo(addDays(over, planAhead));
    expect((await carryOutPlans(db, clock)).find(({ ending }) => ending === "cases")).toMatchObject({ spared: 0 });
  });
  test("the mark still answers; the case and its letter are nowhere", async () => {
    expect((await read(paths.mark(found.code), moderator)).status).toBe(200);
    expect((await read(`${paths.mark(found.code)}.json`, moderator)).status).toBe(200);
    const held = await read(paths.heldMark(found.code), moderator);
    expect([held.status, held.html]).toEqual([200, expect.stringContaining("deleted after six years")]);
    expect((await read(paths.case(found.caseId), moderator)).status).toBe(404);
    expect((await read(paths.letter(found.slug, found.decisionId), admin)).status).toBe(404);
    expect((await read(paths.organisation(found.slug), admin)).status).toBe(200);
  });
});

test("everybody can read how long things are kept, in both languages", async () => {
  for (const [path, words] of [
    [paths.privacy, "Six months after the last day of the mark"],
    [`${paths.privacy}?lang=cy`, "Chwe mis ar ôl diwrnod olaf y marc"],
  ] as const) {
    const answer = await get(path);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining(words)]);
  }
});
