import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { outbox } from "#db/schema/platform";
import { assignments, cases } from "#db/schema/review";
import { deadlineNotices } from "#db/schema/turnaround";
import type { Actor } from "~/accounts/actor";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { clock } from "~/platform/clock.server";
import { paths } from "~/platform/paths";
import { draftQuestion, sendQuestions } from "~/review/ask.server";
import { awaitedFrom } from "~/review/awaited.server";
import { tellOfDeadlines } from "~/review/deadline-notices.server";
import { deadlinesFor } from "~/review/deadlines.server";
import { recommendReading } from "~/review/recommend.server";
import { carryOnDue } from "~/review/sweep.server";
import { begun, must, openedCase, publishSmall, rate, rated } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { asRead, englishIn } from "../support/english";
import { cast } from "../support/people";
import { get } from "../support/website";

const { db } = await freshDatabase();
const people = await cast(db);
const versionId = await publishSmall(db);
const marshEnd = people.organisations.marshEnd.id;
const readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };
const day = (iso: string) => at(`${iso}T11:00:00Z`);

/** Whom a sweep on this day wrote to, and about what. */
async function told(iso: string) {
  const before = await db.select({ id: outbox.id }).from(outbox);
  await tellOfDeadlines(db, day(iso));
  const all = await db.select().from(outbox);
  return all.filter(({ id, cause }) => cause.startsWith("deadlines:") && !before.some((each) => each.id === id)).sort((one, other) => one.to.localeCompare(other.to));
}
const whom = async (iso: string) => (await told(iso)).map(({ to }) => to.split("@")[0]);

/** Nothing of one test is due in the next. */
beforeEach(async () => {
  await db.update(cases).set({ state: "withdrawn" });
  await db.delete(outbox);
});
const sent = () => openedCase(db, people.pat, marshEnd, versionId);

describe("mail about a deadline of ours", () => {
  test("goes to the moderators until there are readers: the day before its last day, on no other, and once", async () => {
    const { caseId } = await sent();
    expect(await whom("2026-06-04")).toEqual([]);
    const [mail, ...more] = await told("2026-06-05");
    expect(mail).toMatchObject({ to: "mal@demo.example", subject: "Deadlines: 1 due soon" });
    expect(mail!.text).toContain("Our time to choose readers ends on 8 June 2026: 1 working day left.");
    expect(more.map(({ to }) => to)).toEqual(["moira@demo.example"]);
    expect(await whom("2026-06-05")).toEqual([]);
    expect(await whom("2026-06-08"), "told of the last day already").toEqual([]);
    expect(await whom("2026-06-09"), "late").toEqual(["mal", "moira"]);
    expect(await whom("2026-06-10")).toEqual([]);
    expect(await db.select().from(deadlineNotices).where(eq(deadlineNotices.caseId, caseId))).toHaveLength(4);
  });

  test("goes to the readers five and one working days before, only to who has still something to rate", async () => {
    const { caseId } = await sent();
    await begun(db, caseId, readers);
    for (const id of ["MU-1.1", "MU-1.2"]) must(await rate(db, people.amara, caseId, id, 2));
    must(await recommendReading(db, noon, people.amara, { caseId }));
    expect(await whom("2026-06-19")).toEqual([]);
    expect(await whom("2026-06-22")).toEqual(["sunil"]);
    expect(await whom("2026-06-24")).toEqual([]);
    expect(await whom("2026-06-26")).toEqual(["sunil"]);
    expect(await whom("2026-06-29")).toEqual([]);
  });

  test("when it is late goes to who is late, to the moderators, and to the group in its own language: kindly, with the reason, and without a promise", async () => {
    await chooseLanguage(db, noon, people.pat, "cy");
    const { caseId } = await sent();
    await begun(db, caseId, readers);
    expect(await whom("2026-06-29")).toEqual(["amara", "sunil"]);
    const late = await told("2026-06-30");
    expect(late.map(({ to }) => to.split("@")[0])).toEqual(["amara", "mal", "moira", "pat", "sunil"]);
    const [amara, mal, , pat] = late;
    expect(amara!.subject).toBe("Deadlines: 1 late");
    expect(amara!.text).toContain("Please do it now, or tell a moderator what holds it up.");
    expect(mal!.text).toContain("Awaited: its readers. Please see what holds it up.");
    expect(pat!.subject).toContain("Mae hyn yn cymryd mwy o amser nag a ddywedom");
    expect(pat!.text).toContain("Ni allwn enwi diwrnod eto");
    expect(pat!.text).not.toMatch(/Sunil|Amara/);
    expect(await whom("2026-07-01")).toEqual([]);
  });

  test("that readers were late with is not told to the group again while differences are settled", async () => {
    const { caseId } = await sent();
    await rated(db, caseId, readers, { first: { "MU-1.1": 0 } });
    await db.update(cases).set({ state: "assessing" }).where(eq(cases.id, caseId));
    await told("2026-06-30");
    await db.update(cases).set({ state: "moderating" }).where(eq(cases.id, caseId));
    expect(await whom("2026-07-01")).toEqual(["mal", "moira"]);
  });

  test("to decide goes to those who neither rated nor settled", async () => {
    const { caseId } = await sent();
    await rated(db, caseId, readers);
    expect(await whom("2026-06-02")).toEqual([]);
    expect(await whom("2026-06-05")).toEqual(["devon"]);
    expect(await whom("2026-06-09")).toEqual(["devon", "mal", "moira"]);
  });

  test("stands still with it: nothing is said while the group is awaited", async () => {
    const { caseId } = await sent();
    await begun(db, caseId, readers);
    must(await draftQuestion(db, noon, people.sunil, { caseId, criterion: "MU-1.1", template: "", words: "How often?" }));
    must(await sendQuestions(db, noon, people.sunil, { caseId }));
    expect(await whom("2026-06-04")).toEqual(["pat"]);
    expect(await whom("2026-06-05")).toEqual([]);
    const [mail] = await told("2026-06-12");
    expect([mail!.to, mail!.text]).toEqual(["pat@demo.example", expect.stringContaining("15 Mehefin 2026")]);
    await carryOnDue(db, day("2026-06-16"));
    expect(await whom("2026-06-16"), "what ends it says so").toEqual([]);
  });
});

describe("one mail a day and person", () => {
  test("says everything, the late first; what comes later that day waits for tomorrow", async () => {
    const [first] = [await sent(), await openedCase(db, people.ruth, people.organisations.harbour.id, versionId, { clock: day("2026-05-29") })];
    const [mal] = await told("2026-06-08");
    expect(mal!.subject).toBe("Deadlines: 1 late, 1 due soon");
    expect(mal!.text.indexOf("Harbour")).toBeLessThan(mal!.text.indexOf("Marsh End"));
    const later = await openedCase(db, people.pat, marshEnd, versionId, { clock: day("2026-05-20") });
    expect(await whom("2026-06-08")).toEqual([]);
    const [next] = await told("2026-06-09");
    expect(next!.subject).toBe("Deadlines: 2 late");
    expect(first.caseId).not.toBe(later.caseId);
  });

  test("two sweeps at once write what one would, and so does one that starts again", async () => {
    for (let many = 0; many < 4; many += 1) await sent();
    const written = await Promise.all(Array.from({ length: 4 }, () => tellOfDeadlines(db, day("2026-06-05"))));
    expect(written.reduce((sum, each) => sum + each, 0)).toBe(2);
    const mails = (await db.select().from(outbox)).filter(({ cause, to }) => cause.startsWith("deadlines:2026-06-05:") && to === people.moira.email);
    expect(mails).toHaveLength(1);
    expect(await tellOfDeadlines(db, day("2026-06-05"))).toBe(0);
  });

  test("nobody is told of a case of a group they belong to", async () => {
    await sent();
    await db.execute(
      sql`insert into memberships (organisation_id, person_id, role, title, since) values (${marshEnd}, ${people.mal.personId}, 'member', 'helper', ${noon.now().toISOString()})`,
    );
    expect(await whom("2026-06-05")).toEqual(["moira"]);
    await db.execute(sql`delete from memberships where person_id = ${people.mal.personId}`);
  });
});

describe("the page of deadlines", () => {
  const shown = async (actor: Actor, iso = "2026-06-01", of?: "reading" | "decision") => {
    const { late, days } = await deadlinesFor(db, day(iso), actor, { of });
    return [...late, ...days.flatMap(({ deadlines }) => deadlines)].map((each) => each.of);
  };

  test("has a moderator’s all, a reader’s own, a decision-maker’s decisions, and of one kind where asked", async () => {
    const { caseId } = await sent();
    await sent();
    await begun(db, caseId, readers);
    expect(await shown(people.moira)).toEqual(["readers", "reading", "reading"]);
    expect(await shown(people.moira, "2026-06-01", "reading")).toEqual(["reading", "reading"]);
    expect(await shown(people.sunil)).toEqual(["reading"]);
    expect(await shown(people.asha)).toEqual([]);
    expect(await shown(people.devon)).toEqual([]);
    expect(await shown(people.pat)).toEqual([]);
    await db.update(assignments).set({ endedAt: noon.now(), endedReason: "x" }).where(eq(assignments.caseId, caseId));
    expect(await shown(people.sunil), "who has left sees it no longer").toEqual([]);
  });

  test("has the late first, whatever else is due", async () => {
    await sent();
    await openedCase(db, people.pat, marshEnd, versionId, { clock: day("2026-05-20") });
    const { late } = await deadlinesFor(db, day("2026-06-05"), people.moira);
    expect(late.map(({ of, due }) => [of, due])).toEqual([["readers", "2026-05-28"]]);
    const decided = await sent();
    await rated(db, decided.caseId, readers);
    expect(await shown(people.devon)).toEqual(["decision"]);
    expect(await shown({ ...people.sunil, roles: ["decider"] }), "not by who rated").toEqual([]);
  });

  test("for the group: one line a case, what is theirs before what is ours", async () => {
    const { assessmentId, caseId } = await sent();
    expect(await awaitedFrom(db, marshEnd, noon.now())).toMatchObject([{ assessmentId, of: "reading", due: "2026-06-29" }]);
    await begun(db, caseId, readers);
    must(await draftQuestion(db, noon, people.sunil, { caseId, criterion: "MU-1.1", template: "", words: "How often?" }));
    must(await sendQuestions(db, noon, people.sunil, { caseId }));
    expect(await awaitedFrom(db, marshEnd, noon.now())).toMatchObject([{ assessmentId, of: "answers", due: "2026-06-15" }]);
    expect(await awaitedFrom(db, people.organisations.harbour.id, noon.now())).toEqual([]);
  });

  test("read as pages: late first and of one kind, and in a group’s own language on its own page", async () => {
    const { caseId } = await openedCase(db, people.pat, marshEnd, versionId, { clock });
    await begun(db, caseId, readers);
    const path = `${paths.deadlines}?of=reading`;
    const page = asRead(await (await get(path, { as: people.sunil })).text());
    expect(page).toContain("Awaited: its readers");
    expect(page).toMatch(/<option value="reading"[^>]* selected/);
    expect(page).not.toContain('id="late"');
    expect((await get(path, { as: people.pat })).status).toBe(404);
    await chooseLanguage(db, noon, people.pat, "cy");
    const home = asRead(await (await get(paths.organisation(people.organisations.marshEnd.slug), { as: people.pat })).text());
    expect(home).toMatch(/Beth sydd i ddod, ac erbyn pryd[\s\S]*ein tro ni yw hi\. Byddwn yn ei ddarllen erbyn/);
    expect(englishIn(home)).toEqual([]);
  });
});
