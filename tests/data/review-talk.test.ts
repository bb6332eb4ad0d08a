import { and, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { organisations } from "#db/schema/accounts";
import { outbox } from "#db/schema/platform";
import { talks } from "#db/schema/reading";
import { caseMoves } from "#db/schema/review";
import type { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { finalRatings } from "~/marks/final-ratings";
import type { Clock } from "~/platform/clock";
import { checkInvariants } from "~/platform/invariants.server";
import { caseFor } from "~/review/case.server";
import { readCase } from "~/review/find-case.server";
import { casesFor } from "~/review/list.server";
import { rateCriterion } from "~/review/rate.server";
import { settleDifference } from "~/review/settle.server";
import { settlingDeskFor } from "~/review/settling-desk.server";
import { carryOnDue } from "~/review/sweep.server";
import { proposeLevel } from "~/review/talk.server";
import { talkingDeskFor } from "~/review/talking-desk.server";
import { caseNow } from "../support/case-now";
import { because, begun, must, mustHaves, openedCase, publishSmall, recommended } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";

const { db, owner } = await freshDatabase();
let people: Cast;
let versionId: string;
let readers: { assessor: Actor; second: Actor; moderator: Actor };
const [lastDay, daySix] = [at("2026-06-08T22:59:00Z"), at("2026-06-08T23:01:00Z")];

beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
  readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };
});

/** Read twice as a whole; on MU-2.1, which is no must-have, the two are one apart across Met. */
async function differing({ first = {}, clock = noon }: { first?: Record<string, Level>; clock?: Clock } = {}) {
  const { caseId } = await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId, { facts: { home_visits: true }, chance: { secret: () => "ab".repeat(32) } });
  await begun(db, caseId, readers);
  const rate = (by: Actor, criterion: string, level: Level) =>
    rateCriterion(db, clock, by, { caseId, criterion, level, ticks: { met: [], leading: [] }, reason: `${because} ${by.name}.` });
  for (const id of mustHaves) {
    must(await rate(people.sunil, id, first[id] ?? 2));
    must(await rate(people.amara, id, 2));
  }
  must(await rate(people.sunil, "MU-2.1", 1));
  must(await rate(people.amara, "MU-2.1", 2));
  await recommended(db, caseId, readers, clock);
  return caseId;
}
const propose = (by: Actor, caseId: string, level: Level, clock: Clock = noon, reason = because) => proposeLevel(db, clock, by, { caseId, criterion: "MU-2.1", level, reason });
const settle = (caseId: string, clock: Clock, criterion = "MU-2.1") => settleDifference(db, clock, people.moira, { caseId, criterion, level: 1, reason: because });
const { stateOf } = caseNow(db);
const mailsOf = async (caseId: string) =>
  (
    await db
      .select()
      .from(outbox)
      .where(like(outbox.cause, `case:${caseId}:%`))
      .orderBy(outbox.at)
  ).map(({ to, subject }) => `${to}: ${subject}`);
const rowOf = async (by: Actor, caseId: string, clock: Clock = noon) => (await casesFor(db, clock, by)).rows.find(({ id }) => id === caseId);

describe("a difference that is the readers' to talk over", () => {
  test("is settled by the same level from both, and the case goes on", async () => {
    const caseId = await differing();
    expect(await stateOf(caseId)).toBe("moderating");
    expect(await rowOf(people.sunil, caseId)).toMatchObject({ next: { label: "Talk over MU-2.1" } });
    expect(await rowOf(people.moira, caseId)).toMatchObject({ next: null, toSettle: 0 });
    expect((await caseFor(db, noon, people.moira, caseId))!.talk).toEqual({ count: 1, until: "2026-06-08" });
    expect(must(await propose(people.sunil, caseId, 1))).toEqual({ ok: true, agreed: false });
    expect((await rowOf(people.sunil, caseId))?.next).toBeNull();
    expect(must(await propose(people.amara, caseId, 1, noon, `${because} I was wrong.`))).toEqual({ ok: true, agreed: true });
    expect(await stateOf(caseId)).toBe("checking");
    const file = (await readCase(db, caseId))!;
    expect(finalRatings(file)["MU-2.1"]).toEqual({ level: 1, reason: `${because} I was wrong.` });
    expect((await caseFor(db, noon, people.devon, caseId))!.criteria.find(({ id }) => id === "MU-2.1")!.open).toMatchObject({
      came: "talked",
      agreed: 1,
      assessor: 1,
      second_reader: 2,
    });
    expect((await checkInvariants(owner, "2026-06-10")).filter(({ ok }) => !ok)).toEqual([]);
  });

  test("tells the two readers, then the other of them; no moderator until it is theirs", async () => {
    const caseId = await differing();
    must(await propose(people.sunil, caseId, 1));
    const told = (await mailsOf(caseId)).filter((mail) => /talk over|proposed|to settle/.test(mail));
    expect(told.sort()).toEqual(
      [
        `${people.sunil.email}: 1 difference to talk over: Marsh End Allotment Group`,
        `${people.amara.email}: 1 difference to talk over: Marsh End Allotment Group`,
        `${people.amara.email}: A level is proposed for MU-2.1: Marsh End Allotment Group`,
      ]
        .map((each) => each.replace("Marsh End Allotment Group", people.organisations.marshEnd.name))
        .sort(),
    );
  });

  test("is not for anybody else, not at another level, not without a reason, and twice is once", async () => {
    const caseId = await differing();
    expect(await propose(people.moira, caseId, 1)).toMatchObject({ ok: false, why: "wrong_role" });
    expect(await propose(people.pat, caseId, 1)).toBeUndefined();
    expect(await propose(people.asha, caseId, 1)).toBeUndefined();
    expect(await propose(people.sunil, caseId, 3)).toMatchObject({ ok: false, why: "outside_range" });
    expect(await propose(people.sunil, caseId, 1, noon, "short")).toMatchObject({ ok: false, why: "reason_short" });
    expect(await propose(people.sunil, caseId, 1, noon, " ")).toMatchObject({ ok: false, why: "reason_missing" });
    expect(await proposeLevel(db, noon, people.sunil, { caseId, criterion: "MU-1.1", level: 1, reason: because })).toMatchObject({ ok: false, why: "talk_open" });
    must(await propose(people.sunil, caseId, 1));
    must(await propose(people.sunil, caseId, 1));
    expect(await db.select().from(talks).where(eq(talks.caseId, caseId))).toHaveLength(1);
    expect(await talkingDeskFor(db, noon, people.asha, caseId, "MU-2.1")).toBeUndefined();
    expect(await talkingDeskFor(db, noon, people.amara, caseId, "MU-1.1")).toBeUndefined();
    expect(await talkingDeskFor(db, noon, people.amara, caseId, "MU-2.1")).toMatchObject({ talk: [{ by: people.sunil.name, level: 1 }], range: [1, 2], barred: null });
  });

  test("while a must-have of the same case is the moderator's at once", async () => {
    const caseId = await differing({ first: { "MU-1.1": 1 } });
    expect(await rowOf(people.moira, caseId)).toMatchObject({ toSettle: 1, next: { label: "Settle MU-1.1" } });
    expect(await settle(caseId, noon)).toMatchObject({ ok: false, why: "talk_over" });
    must(await settle(caseId, noon, "MU-1.1"));
    expect(await stateOf(caseId)).toBe("moderating");
    for (const reader of [people.sunil, people.amara]) must(await propose(reader, caseId, 2));
    expect(await stateOf(caseId)).toBe("checking");
  });
});

describe("P04: no agreed level after five working days", () => {
  test("goes to the moderator on the sixth, once, and is no longer the readers'", async () => {
    const caseId = await differing();
    must(await propose(people.sunil, caseId, 1));
    expect(await settle(caseId, lastDay)).toMatchObject({ ok: false, why: "talk_over" });
    expect((await settlingDeskFor(db, lastDay, people.moira, caseId, "MU-2.1"))!.barred).toContain("may still talk");
    await carryOnDue(db, lastDay);
    expect((await mailsOf(caseId)).filter((mail) => mail.includes("to settle"))).toEqual([]);
    await carryOnDue(db, daySix);
    await carryOnDue(db, daySix);
    expect((await mailsOf(caseId)).filter((mail) => mail.includes("1 difference to settle")).length).toBeGreaterThan(0);
    expect(
      await db
        .select()
        .from(caseMoves)
        .where(and(eq(caseMoves.caseId, caseId), eq(caseMoves.name, "end_talk"))),
    ).toHaveLength(1);
    expect(await propose(people.amara, caseId, 1, daySix)).toMatchObject({ ok: false, why: "talk_open" });
    expect(await rowOf(people.moira, caseId, daySix)).toMatchObject({ toSettle: 1, next: { label: "Settle MU-2.1" } });
    expect(await settlingDeskFor(db, daySix, people.moira, caseId, "MU-2.1")).toMatchObject({ barred: null, talk: [{ level: 1 }] });
    must(await settle(caseId, daySix));
    expect(await stateOf(caseId)).toBe("checking");
  });

  test("by the bank holidays of where the provider is", async () => {
    const organisation = eq(organisations.id, people.organisations.marshEnd.id);
    const friday = at("2026-07-31T11:00:00Z");
    const monday = at("2026-08-10T08:00:00Z");
    const caseId = await differing({ clock: friday });
    await db.update(organisations).set({ nation: "scotland" }).where(organisation);
    expect(await settle(caseId, monday)).toMatchObject({ ok: false, why: "talk_over" });
    await db.update(organisations).set({ nation: "england" }).where(organisation);
    must(await settle(caseId, monday));
  });

  test("never waits for the sweep: a moderator may settle on the sixth day whether or not it ran", async () => {
    const caseId = await differing();
    must(await settle(caseId, daySix));
    expect(await stateOf(caseId)).toBe("checking");
  });

  test("both at once: one of the two levels stands, and nothing is lost", async () => {
    const caseId = await differing();
    const answers = await Promise.all([propose(people.sunil, caseId, 2), propose(people.amara, caseId, 2), propose(people.amara, caseId, 2)]);
    expect(answers.filter((answer) => answer?.ok && answer.agreed)).toHaveLength(1);
    expect(await stateOf(caseId)).toBe("checking");
  });
});
