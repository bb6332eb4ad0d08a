import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { roleChanges, schemeRoles } from "#db/schema/accounts";
import { auditEvents } from "#db/schema/audit";
import { outbox } from "#db/schema/platform";
import { ratings } from "#db/schema/review";
import type { Actor, SchemeRole } from "~/accounts/actor";
import { grantRole } from "~/accounts/people.server";
import { giveRole, withdrawRole } from "~/accounts/scheme/change-roles.server";
import { schemePeople, schemePerson } from "~/accounts/scheme/scheme-people.server";
import { checkInvariants } from "~/platform/invariants.server";
import { assignReaders } from "~/review/assign.server";
import { declareConflict } from "~/review/declare.server";
import { carryOnDue } from "~/review/sweep.server";
import { caseNow } from "../support/case-now";
import { all, assigned, begun, must, openedCase, publishSmall, rate, rated } from "../support/cases";
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
beforeEach(async () => {
  for (const person of [people.sunil, people.amara, people.asha]) await grantRole(db, noon, { system: "test" }, { personId: person.personId, role: "assessor" });
  for (const person of [people.moira, people.mal]) await grantRole(db, noon, { system: "test" }, { personId: person.personId, role: "moderator" });
});

const reason = "Has moved to Leeds.";
const take = (by: Actor, from: Actor, role: SchemeRole, why = reason, clock = noon) =>
  withdrawRole(db, clock, { personId: by.personId }, { personId: from.personId, role, reason: why });
const holders = async (role: SchemeRole) => (await db.select().from(schemeRoles).where(eq(schemeRoles.role, role))).map(({ personId }) => personId);

describe("taking a role away", () => {
  test("a platform administrator does, with a reason, and it is on record without it in the trail", async () => {
    expect(await take(people.alex, people.asha, "assessor")).toEqual({ ok: true });
    expect(await holders("assessor")).not.toContain(people.asha.personId);
    const [event] = await db.select().from(auditEvents).where(eq(auditEvents.type, "person.role_withdrawn"));
    expect(event).toMatchObject({ actor: `person:${people.alex.personId}`, subject: people.asha.personId, data: { role: "assessor" } });
    const seen = await schemePerson(db, people.asha.personId);
    expect(seen).toMatchObject({
      roles: [],
      changes: [
        { role: "assessor", change: "taken", reason, by: "Alex Thorne" },
        { change: "given", by: null },
      ],
    });
    expect(await take(people.alex, people.asha, "assessor")).toEqual({ ok: false, why: "not_theirs" });
  });

  test("nobody else does, and nobody without a reason", async () => {
    const before = await db.$count(roleChanges);
    for (const by of [people.moira, people.devon, people.pat, people.leila, people.sunil])
      expect(await take(by, people.sunil, "assessor")).toEqual({ ok: false, why: "wrong_role" });
    expect(await giveRole(db, noon, { personId: people.moira.personId }, { personId: people.moira.personId, role: "decider" })).toEqual({ ok: false, why: "wrong_role" });
    expect(await take(people.alex, people.sunil, "assessor", "  ")).toEqual({ ok: false, why: "reason_missing" });
    expect(await db.$count(roleChanges)).toBe(before);
  });

  test.each([
    ["decider", "devon"],
    ["platform_admin", "alex"],
    ["privacy_lead", "leila"],
  ] as const)("the last %s stays", async (role, who) => {
    expect(await take(people.alex, people[who], role)).toEqual({ ok: false, why: "last" });
    expect(await holders(role)).toEqual([people[who].personId]);
  });

  test("of two who take away the last two moderators at once, one does, and the other is told", async () => {
    for (let turn = 0; turn < 5; turn++) {
      for (const person of [people.moira, people.mal]) await grantRole(db, noon, { system: "test" }, { personId: person.personId, role: "moderator" });
      const both = await Promise.all([take(people.alex, people.moira, "moderator"), take(people.alex, people.mal, "moderator")]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, why: "last" });
      expect(await holders("moderator")).toHaveLength(1);
    }
  });

  test("two administrators who take it from each other leave one, and who has lost it by then does nothing more", async () => {
    await giveRole(db, noon, { personId: people.alex.personId }, { personId: people.edith.personId, role: "platform_admin" });
    const both = await Promise.all([take(people.alex, people.edith, "platform_admin"), take(people.edith, people.alex, "platform_admin")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, why: "wrong_role" });
    const [left] = await holders("platform_admin");
    expect(await holders("platform_admin")).toHaveLength(1);
    const stays = left === people.alex.personId ? people.alex : people.edith;
    if (stays === people.edith) await giveRole(db, noon, { personId: people.edith.personId }, { personId: people.alex.personId, role: "platform_admin" });
    await withdrawRole(db, noon, { system: "test" }, { personId: people.edith.personId, role: "platform_admin", reason });
  });
});

test("people are listed with their roles, and found by name or address whether they have one or not", async () => {
  const listed = await schemePeople(db, { search: "", page: 1 });
  expect(listed.rows.map(({ name }) => name)).toContain("Moira Kinsella");
  expect(listed.rows.map(({ name }) => name)).not.toContain("Pat Holloway");
  expect((await schemePeople(db, { search: "PAT@demo", page: 1 })).rows).toMatchObject([{ name: "Pat Holloway", roles: [] }]);
  expect((await schemePeople(db, { search: "%", page: 1 })).rows).toEqual([]);
});

describe("an assessor whose role was taken", () => {
  const open = async () => (await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId)).caseId;
  const { stateOf, readersNow } = caseNow(db);

  test("leaves a case they are reading: what they rated no longer counts, moderators and they are told, the other keeps everything", async () => {
    const caseId = await open();
    await begun(db, caseId, readers);
    for (const id of all) must(await rate(db, people.sunil, caseId, id, 2));
    must(await rate(db, people.amara, caseId, "MU-1.1", 2));
    must(await take(people.alex, people.sunil, "assessor", reason, later));
    expect(await rate(db, { ...people.sunil, roles: [] }, caseId, "MU-1.1", 3)).toBeUndefined();
    expect(await carryOnDue(db, later)).toBe(1);
    expect(await carryOnDue(db, later), "once").toBe(0);
    expect(await stateOf(caseId)).toBe("waiting");
    expect(await readersNow(caseId)).toEqual([people.amara.personId]);
    expect(await db.$count(ratings, eq(ratings.caseId, caseId)), "nothing is lost").toBe(4);
    const mails = (await db.select().from(outbox)).filter(({ at }) => at.getTime() === later.now().getTime());
    expect(mails.filter(({ to }) => to === people.moira.email).map(({ subject }) => subject)).toEqual([
      "Reader needed, one is no assessor any more: Marsh End Community Allotment",
    ]);
    expect(mails.filter(({ to }) => to === people.sunil.email).map(({ subject }) => subject)).toEqual(["No longer yours to read: Marsh End Community Allotment"]);
    expect(mails.filter(({ to }) => to === people.pat.email || to === people.amara.email)).toEqual([]);

    must(await assignReaders(db, later, people.moira, { caseId, assessor: people.asha.personId, second_reader: people.amara.personId }));
    must(await declareConflict(db, later, people.asha, { caseId, words: "none" }));
    for (const id of all) must(await rate(db, people.asha, caseId, id, 2));
    must(await rate(db, people.amara, caseId, "MU-1.2", 2));
    expect(await stateOf(caseId)).not.toBe("waiting");
    expect((await checkInvariants(owner, "2026-06-10")).filter(({ ok }) => !ok)).toEqual([]);
  });

  test.each(["waiting", "declaring"] as const)("leaves one that is %s", async (state) => {
    const caseId = await open();
    await assigned(db, caseId, readers);
    if (state === "waiting") must(await declareConflict(db, noon, people.amara, { caseId, words: "I know their chair." }));
    expect(await stateOf(caseId)).toBe(state);
    must(await take(people.alex, people.sunil, "assessor"));
    await carryOnDue(db, later);
    expect(await readersNow(caseId)).toEqual(state === "waiting" ? [] : [people.amara.personId]);
    expect(await stateOf(caseId)).toBe("waiting");
  });

  test("does not wait for the sweep where the other's last rating would have ended the reading", async () => {
    const caseId = await open();
    await begun(db, caseId, readers);
    for (const id of all) must(await rate(db, people.sunil, caseId, id, 2));
    must(await rate(db, people.amara, caseId, "MU-1.1", 2));
    must(await take(people.alex, people.sunil, "assessor"));
    must(await rate(db, people.amara, caseId, "MU-1.2", 2));
    expect(await stateOf(caseId)).toBe("waiting");
    expect(await readersNow(caseId)).toEqual([people.amara.personId]);
  });

  test("once the reading is over it stands", async () => {
    const caseId = await open();
    await rated(db, caseId, readers);
    const state = await stateOf(caseId);
    must(await take(people.alex, people.sunil, "assessor"));
    expect(await carryOnDue(db, later)).toBe(0);
    expect([await stateOf(caseId), (await readersNow(caseId)).length]).toEqual([state, 2]);
  });
});
