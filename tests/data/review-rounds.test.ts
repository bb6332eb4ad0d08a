import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { caseRounds, cases, decisions, ratings, settlements } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import { findDecision } from "~/marks/find-decision.server";
import { checkInvariants } from "~/platform/invariants.server";
import { caseFor } from "~/review/case.server";
import { decideCase } from "~/review/decide.server";
import { decidingDeskFor } from "~/review/deciding-desk.server";
import { casesFor } from "~/review/list.server";
import { rateCriterion } from "~/review/rate.server";
import { ratingDeskFor } from "~/review/rating-desk.server";
import { settleDifference } from "~/review/settle.server";
import { caseNow } from "../support/case-now";
import { all, because, checked, must, openedCase, publishSmall, rated, recommended } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";

const { db, owner } = await freshDatabase();
let people: Cast;
let versionId: string;
let readers: { assessor: Actor; second: Actor; moderator: Actor };
const later = at("2026-06-10T12:00:00Z");

beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
  readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };
});

const open = () => openedCase(db, people.pat, people.organisations.marshEnd.id, versionId);
const { stateOf } = caseNow(db);
const openRound = async (caseId: string, no: number, criteria: string[]) => {
  await db.insert(caseRounds).values({ caseId, no, kind: "deferral", criteria, openedAt: later.now() });
  await db.update(cases).set({ state: "assessing" }).where(eq(cases.id, caseId));
};
const rateLater = (reader: Actor, caseId: string, level: 1 | 3) =>
  rateCriterion(db, later, reader, { caseId, criterion: "MU-1.1", level, ticks: { met: [], leading: [] }, reason: because });
const broken = async () => (await checkInvariants(owner, "2026-06-10")).filter(({ ok }) => !ok).map(({ name }) => name);

describe("a case that was opened once more", () => {
  let caseId: string;
  beforeAll(async () => {
    caseId = (await open()).caseId;
    await rated(db, caseId, readers, { first: { "MU-1.1": 1 } });
    must(await settleDifference(db, noon, people.moira, { caseId, criterion: "MU-1.1", level: 1, reason: `${because} First.` }));
    await checked(db, caseId);
    must(await decideCase(db, noon, people.devon, { caseId, reason: `${because} Not yet.` }));
    await openRound(caseId, 2, ["MU-1.1"]);
  });

  test("asks its readers for what was opened again and nothing else", async () => {
    expect((await caseFor(db, later, people.sunil, caseId))?.readers).toMatchObject([{ rated: all.length - 1 }, { rated: 1 }]);
    expect((await casesFor(db, later, people.sunil)).rows.find(({ id }) => id === caseId)).toMatchObject({ mustHavesLeft: 1, next: { label: "Rate MU-1.1" } });
    expect(await ratingDeskFor(db, later, people.sunil, caseId, "MU-1.1")).toMatchObject({ mine: null, settlement: null });
  });

  test("settles anew, decides anew, and each decision is told by what it rested on", async () => {
    for (const reader of [people.sunil, people.amara]) must(await rateLater(reader, caseId, reader === people.sunil ? 3 : 1));
    await recommended(db, caseId, readers, later);
    expect(await stateOf(caseId)).toBe("moderating");
    must(await settleDifference(db, later, people.moira, { caseId, criterion: "MU-1.1", level: 2, reason: `${because} Second.` }));
    expect(await decidingDeskFor(db, later, people.devon, caseId), "the earlier decision is not this one's").toMatchObject({ decided: null, barred: null });
    must(await decideCase(db, later, people.devon, { caseId, reason: `${because} Now.` }));
    expect(await decideCase(db, later, people.devon, { caseId, reason: because })).toMatchObject({ why: "already_decided", at: later.now() });

    expect((await db.select().from(decisions).where(eq(decisions.caseId, caseId)).orderBy(decisions.round)).map(({ round }) => round)).toEqual([1, 2]);
    expect(await db.$count(settlements, eq(settlements.caseId, caseId))).toBe(2);
    expect(await db.$count(ratings, and(eq(ratings.caseId, caseId), eq(ratings.round, 2)))).toBe(2);
    const view = await caseFor(db, later, people.moira, caseId);
    expect(view?.decision?.reason).toContain("Now.");
    expect(view?.history.flatMap(({ move }) => (move === "decide" || move === "defer" ? move : []))).toEqual(["defer", "decide"]);
    expect((await decidingDeskFor(db, later, people.devon, caseId))?.decided?.reason).toContain("Now.");
    const letters = await Promise.all((await db.select().from(decisions).where(eq(decisions.caseId, caseId)).orderBy(decisions.round)).map(({ id }) => findDecision(db, id)));
    expect(letters.map((each) => each?.ratings["MU-1.1"]?.level)).toEqual([1, 2]);
    expect(letters.map((each) => each?.ratings["MU-1.1"]?.reason)).toEqual([expect.stringContaining("First."), expect.stringContaining("Second.")]);
    expect(await broken(), "only that no mark was given here").toEqual(["an award has exactly one mark of its level, and no other decision has one"]);
  });

  test("is found when it counts as decided without a decision of its last round", async () => {
    await db.insert(caseRounds).values({ caseId, no: 3, kind: "appeal", criteria: [], openedAt: later.now() });
    expect(await broken()).toContain("every decided case has a decision of its last round, and no other");
  });
});

test("a rating after the reading was over is found, unless its criterion was opened again before it", async () => {
  const { caseId } = await open();
  await rated(db, caseId, readers);
  const values = { caseId, criterion: "MU-1.1", part: "assessor", level: 2, ticks: { met: [], leading: [] }, reason: because, ratedBy: people.sunil.personId } as const;
  await openRound(caseId, 2, ["MU-1.1"]);
  await db.insert(ratings).values({ ...values, round: 2, ratedAt: new Date(later.now().getTime() + 1000) });
  expect(await broken()).not.toContain("nobody rated a case after its reading was over");
  await db.insert(ratings).values({ ...values, round: 1, ratedAt: new Date(later.now().getTime() + 1000) });
  expect(await broken()).toContain("nobody rated a case after its reading was over");
});

test("everything that there is now is of the first round, and its second readers read the must-haves", async () => {
  const { caseId } = await open();
  await rated(db, caseId, readers);
  expect(await db.$count(ratings, and(eq(ratings.caseId, caseId), eq(ratings.round, 1)))).toBeGreaterThan(0);
  expect((await db.select().from(cases).where(eq(cases.id, caseId)))[0]!.reading).toBe("must_haves");
  expect(await db.$count(auditEvents, eq(auditEvents.subject, caseId))).toBeGreaterThan(0);
});
