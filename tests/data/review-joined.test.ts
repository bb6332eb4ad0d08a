import { readFileSync } from "node:fs";
import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { memberships } from "#db/schema/accounts";
import { auditEvents } from "#db/schema/audit";
import { outbox } from "#db/schema/platform";
import { assignments, caseMoves, ratings } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import { removeMember } from "~/accounts/members.server";
import { tasks } from "~/jobs.server";
import { checkInvariants } from "~/platform/invariants.server";
import { assignReaders } from "~/review/assign.server";
import { caseFor } from "~/review/case.server";
import { decideCase } from "~/review/decide.server";
import { declareConflict } from "~/review/declare.server";
import { stepAside } from "~/review/step-aside.server";
import { carryOnDue } from "~/review/sweep.server";
import { caseNow } from "../support/case-now";
import { all, assigned, because, begun, must, openedCase, publishSmall, rate, rated, recommended } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast, joins } from "../support/people";

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
beforeEach(async () => {
  for (const { personId } of [people.sunil, people.amara, people.asha, people.devon]) {
    await db.delete(memberships).where(and(eq(memberships.personId, personId), eq(memberships.organisationId, people.organisations.marshEnd.id)));
  }
});

const open = async () => (await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId)).caseId;
const join = (person: Actor, clock = noon) => joins(db, people.organisations.marshEnd, person, clock);
const { stateOf, readersNow, lastMove } = caseNow(db);
const broken = async () => (await checkInvariants(owner, "2026-06-10")).filter(({ ok }) => !ok).map(({ name }) => name);

describe("a reader who joins the group whose case they read", () => {
  test("leaves by themselves: what they rated no longer counts, moderators and they are told, the other keeps everything", async () => {
    const caseId = await open();
    await begun(db, caseId, readers);
    for (const id of all) must(await rate(db, people.sunil, caseId, id, 2));
    must(await rate(db, people.amara, caseId, "MU-1.1", 2));
    await join(people.sunil);
    expect(await carryOnDue(db, later)).toBe(1);
    expect(await carryOnDue(db, later), "once").toBe(0);

    expect(await stateOf(caseId)).toBe("waiting");
    expect(await readersNow(caseId)).toEqual([people.amara.personId]);
    expect(await db.$count(ratings, eq(ratings.caseId, caseId)), "nothing is lost").toBe(4);
    const seen = await caseFor(db, later, people.moira, caseId);
    expect(seen?.history.at(-1)).toMatchObject({ move: "lose_reader", by: null });
    expect(seen?.readers).toMatchObject([{ part: "second_reader", rated: 1 }]);
    const mails = (await db.select().from(outbox)).filter(({ at }) => at.getTime() === later.now().getTime());
    expect(mails.filter(({ to }) => to === people.moira.email).map(({ subject }) => subject)).toEqual(["Reader needed, one has a tie to the group: Marsh End Community Allotment"]);
    expect(mails.filter(({ to }) => to === people.sunil.email).map(({ subject }) => subject)).toEqual(["No longer yours to read: Marsh End Community Allotment"]);
    expect(mails.filter(({ to }) => to === people.pat.email || to === people.amara.email)).toEqual([]);
    const [lost] = await db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.type, "case.reader_lost"), eq(auditEvents.subject, caseId)));
    expect(lost).toMatchObject({ actor: "system:review", data: { part: "assessor" } });

    must(await assignReaders(db, later, people.moira, { caseId, assessor: people.asha.personId, second_reader: people.amara.personId }));
    must(await declareConflict(db, later, people.asha, { caseId, words: "none" }));
    for (const id of all) must(await rate(db, people.asha, caseId, id, 2));
    expect(await stateOf(caseId)).toBe("assessing");
    must(await rate(db, people.amara, caseId, "MU-1.2", 2));
    await recommended(db, caseId, { assessor: people.asha, second: people.amara }, later);
    expect(await stateOf(caseId)).toBe("checking");
  });

  test("does not wait for the sweep where the other's last rating would have ended the reading", async () => {
    const caseId = await open();
    await begun(db, caseId, readers);
    for (const id of all) must(await rate(db, people.sunil, caseId, id, 2));
    must(await rate(db, people.amara, caseId, "MU-1.1", 2));
    await join(people.sunil);
    must(await rate(db, people.amara, caseId, "MU-1.2", 2));
    expect(await stateOf(caseId)).toBe("waiting");
    expect(await lastMove(caseId)).toBe("lose_reader");
    expect(await readersNow(caseId)).toEqual([people.amara.personId]);
  });

  test("nor where the other's word would have begun it", async () => {
    const caseId = await open();
    await assigned(db, caseId, readers);
    must(await declareConflict(db, noon, people.sunil, { caseId, words: "none" }));
    await join(people.sunil);
    must(await declareConflict(db, noon, people.amara, { caseId, words: "none" }));
    expect(await stateOf(caseId)).toBe("waiting");
    expect(await lastMove(caseId)).toBe("lose_reader");
  });

  test("is found by the sweep", async () => {
    const caseId = await open();
    await begun(db, caseId, readers);
    await join(people.amara);
    await tasks.sweep();
    expect(await readersNow(caseId)).toEqual([people.sunil.personId]);
  });

  test("both at once, and one who is left after the other stepped aside, leave too", async () => {
    const both = await open();
    await begun(db, both, readers);
    const left = await open();
    await begun(db, left, readers);
    must(await stepAside(db, noon, people.amara, { caseId: left, reason: "I am ill" }));
    await join(people.sunil);
    await join(people.amara);
    await Promise.all([carryOnDue(db, later), carryOnDue(db, later)]);
    for (const caseId of [both, left]) {
      expect(await readersNow(caseId)).toEqual([]);
      expect(await db.$count(caseMoves, and(eq(caseMoves.caseId, caseId), eq(caseMoves.name, "lose_reader"))), "of two sweeps at once one").toBe(1);
      expect(await stateOf(caseId)).toBe("waiting");
    }
  });

  test("of another group changes nothing", async () => {
    const caseId = await open();
    await begun(db, caseId, readers);
    await joins(db, people.organisations.harbour, people.sunil);
    expect(await carryOnDue(db, later)).toBe(0);
    expect(await stateOf(caseId)).toBe("assessing");
  });

  test("once the reading is over changes nothing: they gave it as a stranger", async () => {
    const caseId = await open();
    await rated(db, caseId, { ...readers, assessor: people.asha, second: people.amara });
    await join(people.asha, later);
    expect(await carryOnDue(db, later)).toBe(0);
    expect(await stateOf(caseId)).toBe("deciding");
    must(await decideCase(db, later, people.devon, { caseId, reason: because }));
  });
});

describe("what must always hold", () => {
  test("still does when somebody joins a group they once rated or decided, and not when they had joined before", async () => {
    const caseId = await open();
    await rated(db, caseId, readers);
    must(await decideCase(db, noon, people.devon, { caseId, reason: because }));
    const mine = "nobody who belonged to a provider rated its case";
    expect(await broken()).not.toContain(mine);
    await join(people.sunil, later);
    await join(people.devon, later);
    expect(await broken()).not.toContain(mine);
    await owner`update memberships set since = '2026-01-01T00:00:00Z' where person_id = ${people.sunil.personId} and organisation_id = ${people.organisations.marshEnd.id}`;
    expect(await broken()).toContain(mine);
  });

  test("belonging counts from the first day, whatever somebody is called later, and anew for one who comes back", async () => {
    const since = async () => (await db.select().from(memberships).where(eq(memberships.personId, people.asha.personId)))[0]?.since;
    await join(people.asha, noon);
    await join(people.asha, later);
    expect(await since()).toEqual(noon.now());
    must(await removeMember(db, later, people.pat, { organisationId: people.organisations.marshEnd.id, personId: people.asha.personId }));
    await join(people.asha, later);
    expect(await since()).toEqual(later.now());
  });

  test("for those who belonged before it was written down, the audit trail knows since when", async () => {
    await join(people.asha, later);
    const before = await db.select().from(memberships).orderBy(memberships.personId);
    const [statement] = /UPDATE "memberships"[^;]*;/.exec(readFileSync("db/migrations/0005_rounds_and_supplements.sql", "utf8"))!;
    await owner.unsafe("update memberships set since = '2000-01-01T00:00:00Z'");
    await owner.unsafe(statement);
    expect(await db.select().from(memberships).orderBy(memberships.personId)).toEqual(before);
  });
});

describe("two moderators who choose readers at once", () => {
  const choose = (caseId: string, by: Actor, assessor: Actor, second: Actor, seen: { assessor?: string; second_reader?: string }) =>
    assignReaders(db, noon, by, { caseId, assessor: assessor.personId, second_reader: second.personId, seen });

  test("one is heard; the later is told, and changes nothing", async () => {
    const caseId = await open();
    const answers = await Promise.all([choose(caseId, people.moira, people.sunil, people.amara, {}), choose(caseId, people.mal, people.amara, people.sunil, {})]);
    expect(answers.filter((answer) => answer?.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer?.ok)).toEqual({ ok: false, why: "readers_changed", faults: {} });
    expect(await db.$count(assignments, eq(assignments.caseId, caseId))).toBe(2);
    expect(await db.$count(caseMoves, eq(caseMoves.caseId, caseId))).toBe(1);
  });

  test("having seen who reads now, the later may choose otherwise", async () => {
    const caseId = await open();
    must(await choose(caseId, people.moira, people.sunil, people.amara, {}));
    expect(await choose(caseId, people.mal, people.amara, people.sunil, { assessor: people.sunil.personId })).toMatchObject({ why: "readers_changed" });
    must(await choose(caseId, people.mal, people.amara, people.sunil, { assessor: people.sunil.personId, second_reader: people.amara.personId }));
    const assessor = and(eq(assignments.caseId, caseId), isNull(assignments.endedAt), eq(assignments.part, "assessor"));
    expect(await db.select({ personId: assignments.personId }).from(assignments).where(assessor)).toEqual([{ personId: people.amara.personId }]);
    expect(await choose(caseId, people.devon, people.sunil, people.amara, {}), "who may not choose is told that first").toMatchObject({ why: "wrong_role" });
  });
});
