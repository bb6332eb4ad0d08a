import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/accounts/actor";
import { removeMember } from "~/accounts/members.server";
import { addMember } from "~/accounts/people.server";
import { assignReaders } from "~/review/assign.server";
import { assigningFor } from "~/review/assignable.server";
import { decideCase } from "~/review/decide.server";
import { because, must, openedCase, publishSmall, rated } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";

const { db } = await freshDatabase();
let people: Cast;
let versionId: string;
let organisationId: string;

beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
  organisationId = people.organisations.marshEnd.id;
});

const open = async (clock = noon) => (await openedCase(db, people.pat, organisationId, versionId, { clock })).caseId;
const assign = (caseId: string, assessor: Actor, second: Actor, clock = noon) =>
  assignReaders(db, clock, people.moira, { caseId, assessor: assessor.personId, second_reader: second.personId });
const decided = async (clock = noon) => {
  const caseId = await open(clock);
  await rated(db, caseId, { assessor: people.sunil, second: people.amara, moderator: people.moira });
  must(await decideCase(db, noon, people.devon, { caseId, reason: because }));
};
const suggested = async (caseId: string, clock = noon) => (await assigningFor(db, clock, people.moira, caseId))!.people.map(({ name, fault }) => [name, fault]);

describe("who may not read a group's case", () => {
  test("somebody who left it in the last 24 months, to the day", async () => {
    await addMember(db, noon, { system: "test" }, { organisationId, personId: people.asha.personId, role: "member", title: "trustee" });
    must(await removeMember(db, noon, people.pat, { organisationId, personId: people.asha.personId }));
    const caseId = await open();
    expect(await assign(caseId, people.asha, people.amara)).toMatchObject({ ok: false, why: "two_readers", faults: { assessor: "was_of_provider" } });
    expect(await assign(caseId, people.sunil, people.asha)).toMatchObject({ ok: false, faults: { second_reader: "was_of_provider" } });
    expect((await suggested(caseId)).at(-1)).toEqual([people.asha.name, "was_of_provider"]);
    expect(await assign(caseId, people.asha, people.amara, at("2028-06-01T22:59:00Z"))).toMatchObject({ ok: false });
    expect(await assign(caseId, people.asha, people.amara, at("2028-06-01T23:00:00Z"))).toEqual({ ok: true });
  });

  test("the assessor of its last two decided cases; their second reader may, and so may they once another has come between", async () => {
    await decided(at("2026-05-01T12:00:00Z"));
    const second = await open();
    must(await assign(second, people.sunil, people.amara));
    await decided(at("2026-05-02T12:00:00Z"));
    const third = await open();
    expect(await assign(third, people.sunil, people.amara)).toMatchObject({ ok: false, faults: { assessor: "assessed_twice" } });
    expect((await suggested(third)).find(([name]) => name === people.sunil.name)).toEqual([people.sunil.name, "assessed_twice"]);
    expect(await assign(third, people.amara, people.asha, at("2028-07-01T12:00:00Z"))).toEqual({ ok: true });
  });
});
