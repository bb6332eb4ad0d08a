import { and, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { conditionClearings } from "#db/schema/marks";
import { outbox } from "#db/schema/platform";
import type { Actor } from "~/accounts/actor";
import { reviewMark } from "~/marks/change.server";
import { clearCondition } from "~/marks/clear-condition.server";
import { marksOf } from "~/marks/marks-of.server";
import { must } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { awardedWithConditions, type Scheme, scheme } from "../support/marks";

const { db } = await freshDatabase();
const note = "Pat rang and showed us the new policy; all of it is there.";
// Awarded on 1 June 2026: the last of the 90 days is 30 August, in summer time.
const lastMoment = at("2026-08-30T22:59:59Z");
const day91 = at("2026-08-30T23:00:00Z");
const [one, other] = ["MU-1.2", "MU-2.1"];
let world: Scheme;
let mark: { id: string; code: string };
let theirs: { id: string; code: string };
beforeAll(async () => {
  world = await scheme(db);
  mark = await awardedWithConditions(db, world, { criteria: [one, other], by: "2026-08-30" });
  theirs = await awardedWithConditions(db, world, { criteria: [one], by: "2026-08-30", home: "harbour" });
});
const clear = (by: Actor, criterion: string, { clock = noon, code = mark.code, words = note } = {}) => clearCondition(db, clock, by, { code, criterion, note: words });
const level = async (clock = noon, home: "marshEnd" | "harbour" = "marshEnd") => (await marksOf(db, world.people.organisations[home].id, clock.now()))[0]!.standing.level;
const mails = () => db.select().from(outbox).where(like(outbox.cause, "condition-cleared:%"));

describe("a condition of a mark", () => {
  test("is cleared by a moderator who did not decide the case, with what they saw; by nobody of the provider", async () => {
    const { pat, dee, devon, moira } = world.people;
    expect(await clear(dee, one)).toBeUndefined();
    expect(await clear({ ...moira, memberships: pat.memberships }, one)).toEqual({ ok: false, why: "wrong_role" });
    expect(await clear(devon, one)).toEqual({ ok: false, why: "wrong_role" });
    expect(await clear({ ...devon, roles: ["decider", "moderator"] }, one)).toEqual({ ok: false, why: "own_decision" });
    expect(await clear(moira, one, { words: " " })).toEqual({ ok: false, why: "reason_missing" });
    expect(await clear(moira, "MU-1.1"), "not a condition of it").toBeUndefined();
    expect(await db.$count(conditionClearings)).toBe(0);
    expect(await level()).toBe("assured_with_conditions");
  });

  test("all but one change nothing but are told; with the last the mark is Assured from that moment, once however many record it", async () => {
    const { moira, mal, pat } = world.people;
    must(await clear(moira, one));
    expect([await level(lastMoment), await level(day91)]).toEqual(["assured_with_conditions", "essentials"]);
    expect((await mails()).map(({ to, text }) => [to, text.includes(`Still to be put right: ${other}, by the end of 30 August 2026.`)])).toEqual([[pat.email, true]]);

    const both = await Promise.all([clear(moira, other, { clock: lastMoment }), clear(mal, other, { clock: lastMoment })]);
    expect(both.filter((each) => each?.ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, why: "wrong_status" });
    expect([await level(), await level(lastMoment), await level(day91), await level(at("2027-08-30T12:00:00Z"))]).toEqual([
      "assured_with_conditions",
      "assured",
      "assured",
      "assured",
    ]);
    expect((await mails()).filter(({ text }) => text.includes("From now on your mark for Made up is Assured"))).toHaveLength(1);
    const events = await db
      .select({ data: auditEvents.data })
      .from(auditEvents)
      .where(and(eq(auditEvents.subject, mark.id), eq(auditEvents.type, "mark.condition_cleared")));
    expect(events.map(({ data }) => data)).toEqual([{ criterion: one }, { criterion: other }]);
  });

  test("is past clearing on day 91: the mark goes on as Essentials", async () => {
    const { moira } = world.people;
    expect(await clear(moira, one, { clock: day91, code: theirs.code })).toEqual({ ok: false, why: "too_late" });
    expect([await level(day91, "harbour"), await db.$count(conditionClearings)]).toEqual(["essentials", 2]);
    must(await reviewMark(db, day91, moira, { code: theirs.code, kind: "review", note }));
    expect(await level(day91, "harbour")).toBe("essentials");
  });
});
