import { beforeAll, describe, expect, test } from "vitest";
import { standardVersions } from "#db/schema/standards";
import type { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { removeMember } from "~/accounts/members.server";
import { sha256 } from "~/platform/files.server";
import { assignReaders } from "~/review/assign.server";
import { assigningFor } from "~/review/assignable.server";
import { decideCase } from "~/review/decide.server";
import { canonical } from "~/standards/canonical";
import { because, must, openedCase, publishSmall, rated, small } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast, joins } from "../support/people";

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
    await joins(db, people.organisations.marshEnd, people.asha);
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

  test("who was the assessor when it was not awarded, and again when it was sent again, whatever was decided in between", async () => {
    const other = { ...small, key: "made-up-too", version: "1.0.0" };
    const row = {
      key: other.key,
      version: other.version,
      code: "MV",
      title: other.title,
      content: canonical(other),
      sha256: sha256(canonical(other)),
      publishedAt: noon.now(),
      publishedBy: "system:test",
    };
    const [{ id: between }] = (await db.insert(standardVersions).values(row).returning({ id: standardVersions.id })) as [{ id: string }];
    const { id: harbour } = people.organisations.harbour;
    const sent = async (day: number, version = versionId) => (await openedCase(db, people.ruth, harbour, version, { clock: at(`2026-05-0${day}T12:00:00Z`) })).caseId;
    const read = async (caseId: string, assessor: Actor, level: Level) => {
      const both = { "MU-1.1": level };
      await rated(db, caseId, { assessor, second: people.amara, moderator: people.moira }, { first: both, second: both });
      must(await decideCase(db, noon, people.devon, { caseId, reason: because }));
    };
    const faultOfSunil = async (caseId: string) => (await suggested(caseId)).find(([name]) => name === people.sunil.name)?.[1];
    await read(await sent(1), people.sunil, 0);
    expect(await faultOfSunil(await sent(2))).toBeNull();
    await read(await sent(3, between), people.asha, 2);
    await read(await sent(4), people.sunil, 0);
    await read(await sent(5, between), people.asha, 2);
    const again = await sent(6);
    expect(await assign(again, people.sunil, people.amara)).toMatchObject({ ok: false, faults: { assessor: "assessed_again" } });
    await read(again, people.asha, 2);
    expect(await faultOfSunil(await sent(7)), "it is a new beginning once it was awarded").toBeNull();
  });
});
