import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { submissions } from "#db/schema/assessments";
import { auditEvents } from "#db/schema/audit";
import { applicationHours, turnaroundFigures } from "#db/schema/turnaround";
import { figuresAt, makeFigures } from "~/insights/figures.server";
import { hoursSaid, sayHours } from "~/insights/hours.server";
import { paths } from "~/platform/paths";
import { decideCase } from "~/review/decide.server";
import { because, must, openedCase, publishSmall, rated } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { asRead, englishIn } from "../support/english";
import { cast } from "../support/people";
import { get, post } from "../support/website";

const { db } = await freshDatabase();
const people = await cast(db);
const versionId = await publishSmall(db);
const { marshEnd } = people.organisations;
const readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };
const sent = () => openedCase(db, people.pat, marshEnd.id, versionId, { clock: at("2026-05-28T11:00:00Z") });
const page = async (path: string) => asRead(await (await get(path)).text());
const wordsOf = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("the figures", () => {
  test("are worked out once a day, by one of several at once, from what was decided", async () => {
    for (let count = 0; count < 10; count += 1) {
      const { caseId } = await sent();
      await rated(db, caseId, readers);
      must(await decideCase(db, at("2026-06-03T11:00:00Z"), people.devon, { caseId, reason: because }));
    }
    await sent();
    const later = at("2026-06-30T02:00:00Z");
    const made = await Promise.all([makeFigures(db, later), makeFigures(db, later)]);
    expect(made).toContain(true);
    expect(await makeFigures(db, later)).toBe(false);
    expect(await db.select().from(turnaroundFigures)).toHaveLength(1);
    const figures = await figuresAt(db, "2026-07-01");
    expect(figures!.stages).toMatchObject({
      readers: { n: 10, median: 2, p90: 2 },
      reading: { n: 10, median: 0 },
      decision: { n: 10, median: 2, p90: 2 },
      whole: { n: 10, median: 4, p90: 4 },
      provider: { n: 10, median: 0 },
    });
    expect(await figuresAt(db, "2026-06-29"), "none before the first").toBeUndefined();
    expect(await makeFigures(db, at("2027-06-30T11:00:00Z"))).toBe(true);
    expect((await figuresAt(db, "2027-06-30"))!.stages.whole.n, "a year later").toBe(0);
  });
});

describe("the hours", () => {
  test("are said once by an admin, beside what was sent, and change nothing of it", async () => {
    const { assessmentId, submissionId } = await sent();
    const was = await db.select().from(submissions).where(eq(submissions.id, submissionId));
    expect(await sayHours(db, noon, people.dee, { assessmentId, hours: 6, size: "none" }), "a member").toBeUndefined();
    expect(await sayHours(db, noon, people.ruth, { assessmentId, hours: 6, size: "none" }), "another group").toBeUndefined();
    const said = await Promise.all([6, 7].map((hours) => sayHours(db, noon, people.pat, { assessmentId, hours, size: "none" })));
    expect(said.filter((each) => each?.ok)).toHaveLength(1);
    expect(await sayHours(db, noon, people.pat, { assessmentId, hours: 9, size: "many" })).toEqual({ ok: false, why: "said_before" });
    expect(await hoursSaid(db, submissionId)).toBe(true);
    expect(await db.select().from(applicationHours)).toHaveLength(1);
    expect(await db.select().from(submissions).where(eq(submissions.id, submissionId))).toEqual(was);
    expect((await db.select().from(auditEvents)).filter(({ type }) => type === "assessment.hours_said")).toHaveLength(1);
  });

  test("are asked for on the page of what was sent, in its reader’s language, and thanked for", async () => {
    const { assessmentId } = await sent();
    const path = paths.sent(assessmentId);
    const read = async (as = people.pat) => asRead(await (await get(path, { as })).text());
    expect(await read()).toContain("About how many hours did this take you");
    expect(await read(people.dee)).not.toContain("About how many hours did this take you");
    const wrong = await post(path, { intent: "hours", hours: "six" }, { as: people.pat });
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toMatch(/Write a number of hours between 0.5 and 2000[\s\S]*value="six"/);
    expect((await post(path, { intent: "hours", hours: "6.5", size: "few" }, { as: people.pat })).status).toBe(302);
    expect(await read()).toContain("Thank you for telling us how long it took.");
    expect((await post(path, { intent: "hours", hours: "8", size: "few" }, { as: people.pat })).status, "twice is said once").toBe(302);
    const [said] = (await db.select().from(applicationHours)).filter(({ halfHours }) => halfHours === 13);
    expect(said).toMatchObject({ size: "few", saidBy: people.pat.personId });
  });
});

describe("/about/how-long", () => {
  test("says before the first figures that there are none", async () => {
    await db.delete(turnaroundFigures);
    const response = await get(paths.howLong);
    expect(response.headers.get("Set-Cookie")).toBeNull();
    const html = await response.text();
    expect(html).toContain("No figures have been worked out yet.");
    expect(html).not.toContain("<script");
  });

  test("shows what rests on ten or more and nothing else, to anybody, in both languages", async () => {
    await makeFigures(db, at("2026-06-30T02:00:00Z"));
    const english = wordsOf(await page(paths.howLong));
    for (const words of ["All of it in our hands 30 4 4 10", "Settling where two readers differed In the 20 for reading Not shown yet Not shown yet Fewer than 10", "1 to 5"])
      expect(english).toContain(words);
    expect(english).not.toContain("Marsh End");
    const welsh = await page(`${paths.howLong}?lang=cy`);
    expect(welsh).toContain("Y cyfan yn ein dwylo ni");
    expect(englishIn(welsh)).toEqual([]);
  });
});
