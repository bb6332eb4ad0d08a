import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { marks } from "#db/schema/marks";
import { groups } from "#db/seed/groups";
import { done, type Provider } from "#db/seed/world";
import { confirmChange, proposeChange } from "~/marks/change.server";
import { findMarks } from "~/marks/find-marks.server";
import { addDays, addMonths, londonDay, startOfDay } from "~/platform/calendar";
import { feedOf } from "~/register/feeds/lines.server";
import { cursorAt } from "~/register/feeds/since";
import { markAnswer, withdrawnLongAgo } from "~/register/mark-answer";
import { MarkAnswer } from "~/register/public-shapes";
import { at } from "../support/clock";
import { freshDatabase } from "../support/database";
import { AS, asked, publicWorld, RC } from "../support/register";

const { db } = await freshDatabase();
const { world, today, holds, passes } = await publicWorld(db);
const origin = "https://waymark.example";
let marshEnd: Provider;
let codes: string[];

const text = async (since: Date | undefined, now: Date) => {
  const { etag, body } = await feedOf(db, { since, now, origin });
  return { etag, lines: (await new Response(body).text()).split("\n") };
};
const feed = async (since: Date | undefined, now: Date) => {
  const { etag, lines } = await text(since, now);
  expect(lines.at(-1)).toBe("");
  return { etag, answers: lines.slice(0, -1).map((line) => MarkAnswer.parse(JSON.parse(line))) };
};
const codesOf = async (since: Date | undefined, now: Date) => (await feed(since, now)).answers.map(({ code }) => code as string);
const change = async (code: string, kind: "suspend" | "withdraw", moment: Date) => {
  const clock = at(moment.toISOString());
  const note = "A concern reached us and we look into it.";
  const proposal = kind === "suspend" ? { code, kind, reasonClass: "being_looked_into" as const, note } : { code, kind, note };
  const { proposalId } = done(await proposeChange(db, clock, world.actors.moira!, proposal));
  done(await confirmChange(db, clock, world.actors.malcolm!, { code, proposalId }));
};
const later = (days: number) => new Date(startOfDay(addDays(londonDay(today), days)).getTime() + 12 * 3_600_000);

beforeAll(async () => {
  marshEnd = await world.join(groups.marshEnd!);
  const harbour = await world.join(groups.harbour!);
  codes = [(await holds(marshEnd, RC, { daysAgo: 50 })).code, (await holds(marshEnd, AS, { daysAgo: 45 })).code, (await holds(harbour, RC, { daysAgo: 40 })).code];
  passes(1);
}, 180_000);

describe("the whole feed", () => {
  test("has every mark in the order they were given, each line the answer of its own address", async () => {
    const { answers } = await feed(undefined, today);
    expect(answers.map(({ code }) => code)).toEqual(codes);
    for (const found of await findMarks(db, undefined)) expect(answers).toContainEqual(JSON.parse(JSON.stringify(markAnswer(found, today, origin))));
  });

  test("takes two reads a page, however many marks", async () => {
    expect(await asked(() => text(undefined, today))).toHaveLength(2);
  });

  test("has an ETag that only the time of asking does not change", async () => {
    const [first, again, next] = [await feed(undefined, today), await feed(undefined, new Date(today.getTime() + 5_000)), await feed(undefined, later(800))];
    expect(again.etag).toBe(first.etag);
    expect(next.etag).not.toBe(first.etag);
  });
});

describe("since a moment", () => {
  test("nothing new is nothing", async () => expect(await codesOf(later(1), later(2))).toEqual([]));

  test("a mark is there from its award on", async () => {
    const [row] = await db.select({ createdAt: marks.createdAt }).from(marks).where(eq(marks.code, codes[2]!));
    expect(await codesOf(new Date(row!.createdAt.getTime() - 1000), today)).toContain(codes[2]);
  });

  test("an event brings its mark back, from the cursor of the question before", async () => {
    const before = later(3);
    const cursor = cursorAt(before);
    await change(codes[2]!, "suspend", new Date(before.getTime() + 60_000));
    const { answers } = await feed(new Date(cursor), new Date(before.getTime() + 120_000));
    expect(answers.map(({ code, status }) => [code, status])).toEqual([[codes[2], "suspended"]]);
  });

  test("what was written while the question was asked, and under an earlier time, is in the next answer", async () => {
    const asking = new Date(later(4));
    const cursor = cursorAt(asking);
    await change(codes[0]!, "suspend", new Date(asking.getTime() - 30_000));
    expect(await codesOf(new Date(cursor), new Date(asking.getTime() + 60_000))).toContain(codes[0]);
  });

  test("time alone brings it back on the day after its last day, and on no other", async () => {
    const [row] = await db.select({ until: marks.validUntil }).from(marks).where(eq(marks.code, codes[1]!));
    const midnight = startOfDay(addDays(row!.until, 1));
    const [before, after] = [new Date(midnight.getTime() - 1000), new Date(midnight.getTime() + 1000)];
    expect(await codesOf(before, after)).toEqual([codes[1]]);
    expect(await codesOf(new Date(midnight.getTime() - 86_400_000), before)).not.toContain(codes[1]);
    expect(await codesOf(after, new Date(midnight.getTime() + 86_400_000))).not.toContain(codes[1]);
  });

  test("a condition that was not put right brings it back when it falls due", async () => {
    const by = londonDay(later(30));
    const [given] = await db.select().from(marks).where(eq(marks.code, codes[1]!));
    const { id: _, number: __, ...rest } = given!;
    const code = "0000-0000-0000";
    await db.insert(marks).values({ ...rest, code, decisionId: null, level: "assured_with_conditions", conditions: { criteria: ["AS-1.1"], by }, createdAt: today });
    const midnight = startOfDay(addDays(by, 1)).getTime();
    const { answers } = await feed(new Date(midnight - 1000), new Date(midnight + 1000));
    expect(answers.map((each) => [each.code, each.level])).toEqual([[code, "essentials"]]);
  });

  test("a withdrawal is said for 12 months; then once more, as no mark held; and never in the whole feed", async () => {
    const day = later(6);
    await change(codes[2]!, "withdraw", day);
    const end = startOfDay(addMonths(londonDay(day), 12)).getTime();
    const [before, after] = [new Date(end - 1000), new Date(end + 1000)];
    expect(await codesOf(undefined, before)).toContain(codes[2]);
    expect(await codesOf(undefined, after)).not.toContain(codes[2]);
    const { answers } = await feed(before, after);
    expect(answers.filter(({ code }) => code === codes[2]).map(({ statement }) => statement)).toEqual([expect.stringContaining("No mark held")]);
  });

  test("no day of three years has a change that the feed does not know", async () => {
    const all = await findMarks(db, undefined);
    const steps = Array.from({ length: 80 }, (_, step) => later(step * 14));
    for (const [step, now] of steps.entries()) {
      const since = steps[step - 1];
      if (!since) continue;
      const said = (mark: (typeof all)[number], moment: Date) => JSON.stringify({ ...markAnswer(mark, moment, origin), as_at: "" });
      const changed = all.filter((mark) => said(mark, since) !== said(mark, now)).map(({ code }) => code);
      const answered = await codesOf(since, now);
      expect([londonDay(now), changed.filter((code) => !answered.includes(code))]).toEqual([londonDay(now), []]);
    }
    expect(all.filter((mark) => withdrawnLongAgo(markAnswer(mark, later(1100), origin))).length).toBeGreaterThan(0);
  });
});
