import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { drawSeeds, draws } from "#db/schema/reading";
import { cases } from "#db/schema/review";
import type { Facts } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { confirmChange, proposeChange } from "~/marks/change.server";
import type { ReasonClass } from "~/marks/mark";
import type { Clock } from "~/platform/clock";
import { keepSettings, settings } from "~/platform/env.server";
import { readersAgreement } from "~/review/agreement.server";
import { assignReaders } from "~/review/assign.server";
import { caseFor } from "~/review/case.server";
import { hadConcern } from "~/review/concerns.server";
import { type Chance, chanceHere, seedDue } from "~/review/draw.server";
import { casesFor } from "~/review/list.server";
import { all, because, begun, goneOn, must, mustHaves, openedCase, publishSmall, rate } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { awarded } from "../support/marks";
import { type Cast, cast } from "../support/people";

const { db } = await freshDatabase();
let people: Cast;
let versionId: string;
let readers: { assessor: Actor; second: Actor; moderator: Actor };
const secret = "ab".repeat(32);
const chance: Chance = { secret: () => secret };
const sha = (words: string) => createHash("sha256").update(words).digest("hex");

beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
  readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };
});

const open = (facts: Facts = {}, by: Chance | null = chance) => openedCase(db, people.pat, people.organisations.marshEnd.id, versionId, { facts, chance: by ?? undefined });
const readingOf = async (caseId: string) => (await db.select().from(cases).where(eq(cases.id, caseId)))[0]!.reading;
const drawsOf = (caseId: string) => db.select().from(draws).where(eq(draws.caseId, caseId)).orderBy(draws.seq);

describe("the draw", () => {
  test("can be drawn again by anybody from what is kept, and its secret was promised before", async () => {
    for (let some = 0; some < 8; some += 1) {
      const { caseId } = await open();
      const view = (await caseFor(db, noon, people.moira, caseId))!;
      const { lot } = view.depth;
      expect(lot).toMatchObject({ quarter: "2026-Q2", oneIn: 5, commitment: sha(secret), secret: null });
      const number = Number.parseInt(sha(secret + lot!.submission).slice(0, 12), 16) % 5;
      expect(lot!.number).toBe(number);
      expect(view.depth.whole).toBe(number === 0);
      expect(view.depth.why).toEqual(number === 0 ? ["drawn"] : []);
      expect(await readingOf(caseId)).toBe(number === 0 ? "whole" : "must_haves");
    }
    const [promised] = await db.select().from(auditEvents).where(eq(auditEvents.type, "draw.committed"));
    expect(promised).toMatchObject({ subject: "2026-Q2", data: { commitment: sha(secret) } });
  });

  test("shows its secret once the quarter is over, and not on its last day", async () => {
    const { caseId } = await open();
    const shownOn = async (moment: string) => (await caseFor(db, at(moment), people.moira, caseId))!.depth.lot!.secret;
    expect(await shownOn("2026-06-30T22:59:59Z")).toBeNull();
    expect(await shownOn("2026-06-30T23:00:00Z")).toBe(secret);
  });

  test("has one secret a quarter, whoever asks and however often, made before anything is drawn with it", async () => {
    const autumn = at("2026-11-02T12:00:00Z");
    await Promise.all([1, 2, 3, 4, 5].map((each) => seedDue(db, autumn, { secret: () => sha(`secret ${each}`) })));
    const kept = await db.select().from(drawSeeds).where(eq(drawSeeds.quarter, "2026-Q4"));
    expect(kept).toHaveLength(1);
    expect(kept[0]!.commitment).toBe(sha(kept[0]!.secret));
    expect(
      await db
        .select()
        .from(auditEvents)
        .where(and(eq(auditEvents.type, "draw.committed"), eq(auditEvents.subject, "2026-Q4"))),
    ).toHaveLength(1);
  });

  test("is not made where nobody gives chance, as in the demo", async () => {
    const { caseId } = await open({ home_visits: true }, null);
    expect(await drawsOf(caseId)).toEqual([]);
    expect((await caseFor(db, noon, people.moira, caseId))!.depth).toEqual({ whole: false, why: [], lot: null });
    expect(chanceHere()).toBeUndefined();
    const demo = settings();
    keepSettings({ ...demo, mode: "production" });
    onTestFinished(() => void keepSettings(demo));
    expect(chanceHere()!.secret()).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("a case that is read twice as a whole", () => {
  test("is one with a risk, whatever the lot says", async () => {
    const { caseId } = await open({ home_visits: true, regulated_service_types: ["care"] });
    expect((await caseFor(db, noon, people.moira, caseId))!.depth).toMatchObject({ whole: true, why: expect.arrayContaining(["regulated", "first_home_visits"]) });
  });

  test("is one of a group that there was a concern about in the last 24 months; a telephone that nobody answers is none", async () => {
    const { code } = await awarded(db, { people, versionId }, { home: "harbour" });
    const { id: organisationId } = people.organisations.harbour;
    const change = async (kind: "suspend" | "reinstate", clock: Clock, reasonClass: ReasonClass = "cannot_be_reached") => {
      const proposal = kind === "suspend" ? { code, kind, note: because, reasonClass } : { code, kind, note: because };
      const { proposalId } = must(await proposeChange(db, clock, people.moira, proposal));
      must(await confirmChange(db, clock, people.devon, { code, proposalId }));
    };
    const [first, second, third] = [at("2026-06-02T09:00:00Z"), at("2026-06-03T09:00:00Z"), at("2026-06-04T09:00:00Z")];
    await change("suspend", first);
    await change("reinstate", second);
    expect(await hadConcern(db, second, organisationId)).toBe(false);
    await change("suspend", third, "being_looked_into");
    const on = (moment: string) => hadConcern(db, at(moment), organisationId);
    expect([await on("2026-06-04T10:00:00Z"), await on("2028-06-04T22:59:00Z"), await on("2028-06-04T23:00:00Z")]).toEqual([true, true, false]);
    expect(await hadConcern(db, third, people.organisations.marshEnd.id), "of another group").toBe(false);
    const { caseId } = await openedCase(db, people.ruth, organisationId, versionId, { chance, clock: at("2026-06-05T09:00:00Z") });
    expect((await caseFor(db, third, people.moira, caseId))!.depth).toMatchObject({ whole: true, why: expect.arrayContaining(["concern"]) });
  });

  test("has both readers rate everything, blind, and lets what is no must-have count in how far they agree", async () => {
    const { caseId } = await open({ home_visits: true }, chance);
    await begun(db, caseId, readers);
    for (const id of all) must(await rate(db, people.sunil, caseId, id, 2));
    for (const id of mustHaves) must(await rate(db, people.amara, caseId, id, 2));
    const second = (await casesFor(db, noon, people.amara)).rows.find(({ id }) => id === caseId);
    expect(second).toMatchObject({ state: "assessing", next: { label: "Rate MU-2.1" } });
    expect((await caseFor(db, noon, people.amara, caseId))!.readers).toMatchObject([{ of: all.length }, { rated: mustHaves.length, of: all.length }]);
    must(await rate(db, people.amara, caseId, "MU-2.1", 3));
    await goneOn(db, caseId, readers);
    expect((await caseFor(db, noon, people.moira, caseId))!).toMatchObject({ state: "deciding" });
    expect((await caseFor(db, noon, people.moira, caseId))!.criteria.find(({ id }) => id === "MU-2.1")!.open).toMatchObject({ agreed: 2, came: "lower_stands" });
    const [version] = (await readersAgreement(db)).versions;
    expect(version!.criteria.find(({ id }) => id === "MU-2.1")).toMatchObject({ n: 1, exact: 0, met_not_met: 1 });
  });

  test("is the first three of a reader who is new, and not the fourth", async () => {
    const assign = async (facts?: Facts) => {
      const { caseId } = await open(facts, null);
      must(await assignReaders(db, noon, people.moira, { caseId, assessor: people.asha.personId, second_reader: people.sunil.personId }, chance));
      return caseId;
    };
    const ids: string[] = [];
    for (let some = 0; some < 4; some += 1) ids.push(await assign());
    const why = await Promise.all(ids.map(async (id) => (await drawsOf(id)).map((each) => each.why)));
    expect(why[0]).toEqual([["new_assessor"]]);
    expect(why[2]).toEqual([["new_assessor"]]);
    expect(why[3]).toEqual([]);
    expect(await readingOf(ids[0]!)).toBe("whole");
    expect(await readingOf(ids[3]!)).toBe("must_haves");
  });

  test("stays so whoever reads it later, and says why once", async () => {
    const { caseId } = await open({}, null);
    const assign = (assessor: Actor, second: Actor) => assignReaders(db, noon, people.moira, { caseId, assessor: assessor.personId, second_reader: second.personId }, chance);
    must(await assign(people.amara, people.asha));
    const before = await drawsOf(caseId);
    must(await assign(people.asha, people.sunil));
    expect(await drawsOf(caseId)).toEqual(before);
  });
});
