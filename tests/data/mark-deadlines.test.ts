import { like } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { topUps } from "#db/schema/marks";
import { outbox } from "#db/schema/platform";
import { writeAnswer } from "~/marks/answers/draft-answer.server";
import { sendAnswer } from "~/marks/answers/send-answer.server";
import { markClocksOf, markDeadlines } from "~/marks/deadlines/mark-deadlines.server";
import { tellOfMarkDeadlines } from "~/marks/deadlines/mark-notices.server";
import { marksOf } from "~/marks/marks-of.server";
import { deadlinesFor, overdueFor } from "~/review/deadlines.server";
import { must } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { awardedWithConditions, type Scheme, scheme } from "../support/marks";

const { db } = await freshDatabase();
const day = (of: string) => at(`${of}T12:00:00Z`);
let world: Scheme;
let mark: { id: string; code: string };
beforeAll(async () => {
  world = await scheme(db);
  mark = await awardedWithConditions(db, world, { criteria: ["MU-1.2", "MU-2.1"], by: "2026-08-30" });
  await db
    .insert(topUps)
    .values({ markId: mark.id, criterion: "MU-1.1", why: "facts_changed", facts: [], version: null, openedAt: noon.now(), lastDay: "2026-06-29", state: "due" });
});
const mails = async () => (await db.select().from(outbox).where(like(outbox.cause, "mark-due:%")).orderBy(outbox.at)).map(({ to, subject }) => `${to} ${subject}`);

describe("the deadlines of a mark", () => {
  test("stand on the one page for moderators, and on its own for the group; for nobody else", async () => {
    const { moira, pat, devon, sunil, organisations } = world.people;
    const on = day("2026-06-10").now();
    const marks = await markDeadlines(db, day("2026-06-10"), moira);
    expect(marks.map(({ of, due, mark: about }) => `${of} ${due} ${about?.criteria.join("+")}`)).toEqual(["condition 2026-08-30 MU-1.2+MU-2.1", "top_up 2026-06-29 MU-1.1"]);
    const { days } = await deadlinesFor(db, day("2026-06-10"), moira, { elsewhere: marks, of: "condition" });
    expect(days).toMatchObject([{ day: "2026-08-30", deadlines: [{ of: "condition", mark: { code: mark.code } }] }]);
    for (const other of [devon, sunil, pat, { ...moira, memberships: pat.memberships }]) expect(await markDeadlines(db, day("2026-06-10"), other)).toEqual([]);
    const clocksOfGroup = async (id: string) => markClocksOf(await marksOf(db, id, on), on);
    expect((await clocksOfGroup(organisations.marshEnd.id)).map(({ of }) => of)).toEqual(["top_up", "condition"]);
    expect(await clocksOfGroup(organisations.harbour.id)).toEqual([]);
    const late = await overdueFor(db, day("2026-07-01"), moira, { elsewhere: await markDeadlines(db, day("2026-07-01"), moira) });
    expect(late.filter((each) => each.mark)).toMatchObject([{ of: "top_up", left: -2 }]);
  });

  test("are told of before and after, each once, however often it is asked", async () => {
    const { pat, moira, mal } = world.people;
    expect(await tellOfMarkDeadlines(db, day("2026-06-10"))).toBe(0);
    for (const [when, many] of [
      ["2026-06-22", 1],
      ["2026-06-23", 0],
      ["2026-08-02", 1],
      ["2026-08-03", 0],
    ] as const)
      expect(await tellOfMarkDeadlines(db, day(when)), when).toBe(many);
    expect(await mails()).toEqual([`${pat.email} One thing to show by 29 June 2026: Made up`, `${pat.email} To put right by 30 August 2026: Made up`]);

    const which = (criterion: string) => ({ slug: world.people.organisations.marshEnd.slug, code: mark.code, criterion });
    for (const criterion of ["MU-1.2", "MU-2.1"]) {
      must(await writeAnswer(db, day("2026-08-20"), pat, which(criterion), "Here it is."));
      must(await sendAnswer(db, day("2026-08-20"), pat, which(criterion)));
    }
    expect(await tellOfMarkDeadlines(db, day("2026-08-24")), "what waits for us is not awaited from the group").toBe(0);
    expect(await tellOfMarkDeadlines(db, day("2026-08-26")), "each of two, to each moderator").toBe(4);
    expect(await tellOfMarkDeadlines(db, day("2026-08-28"))).toBe(4);
    expect(
      (await mails())
        .filter((each) => each.includes("Late: what Marsh End"))
        .map((each) => each.split(" ")[0])
        .sort(),
    ).toEqual([mal.email, mal.email, moira.email, moira.email].sort());
    expect(await tellOfMarkDeadlines(db, at("2026-08-30T23:00:00Z"))).toBe(1);
    expect(await tellOfMarkDeadlines(db, day("2026-09-01"))).toBe(0);
    expect((await mails()).at(-1)).toBe(`${pat.email} Your mark for Made up goes on as Essentials`);
  });

  test("and so is its last day, unless a renewal is sent", async () => {
    const { pat } = world.people;
    for (const [when, many] of [
      ["2028-04-05", 0],
      ["2028-05-25", 1],
      ["2028-06-01", 1],
      ["2028-06-02", 0],
    ] as const)
      expect(await tellOfMarkDeadlines(db, day(when)), when).toBe(many);
    expect((await mails()).slice(-2)).toEqual([`${pat.email} Your mark for Made up ends on 31 May 2028`, `${pat.email} Your mark for Made up has ended`]);
  });
});
