import fc from "fast-check";
import { decodeJwt } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { credentials, statusLists } from "#db/schema/credentials";
import { markEvents } from "#db/schema/marks";
import { issueCredential } from "~/marks/credential/issue.server";
import { listValue, valueAt } from "~/marks/credential/status-list";
import { signStatusLists, statusList } from "~/marks/credential/status-list.server";
import { decodeList, verifyStatusList } from "~/marks/credential/verify-list.server";
import { findMarks } from "~/marks/find-marks.server";
import { keyByKid, keyFor } from "~/marks/keys/find-keys.server";
import { makeKey } from "~/marks/keys/make-keys.server";
import { markCompromised } from "~/marks/keys/mark-compromised.server";
import { type MarkEventKind, markEventKinds, statusOf } from "~/marks/status";
import { settings } from "~/platform/env.server";
import { CannotSign } from "~/platform/signing/signer";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { withoutKeys } from "../support/keys";
import { awarded, decided, type Scheme, scheme } from "../support/marks";

const { db, owner } = await freshDatabase();
let world: Scheme;
const ids: string[] = [];
beforeAll(async () => {
  world = await scheme(db);
  // The second supersedes the first; the third is somebody else's.
  for (const home of ["marshEnd", "marshEnd", "harbour"] as const) {
    const { id } = await awarded(db, world, { home });
    await issueCredential(db, noon, id);
    ids.push(id);
  }
});

const bitsOf = (jwt: string) => decodeList((decodeJwt(jwt).credentialSubject as { encodedList: string }).encodedList)!;
const copy = async () => (await db.select().from(statusLists))[0];
const places = async () => new Map((await db.select().from(credentials)).map(({ markId, statusIndex }) => [markId, statusIndex]));
/** What the list says of every mark, and what is true of it, at this moment. */
async function saidAndTrue(now: Date) {
  const bits = bitsOf((await statusList(db, { now: () => now }, 1))!);
  const [placed, found] = [await places(), await findMarks(db, undefined)];
  return found.filter(({ id }) => placed.has(id)).map(({ id, facts }) => ({ said: valueAt(bits, placed.get(id)!), true: listValue[statusOf(facts, now).status] }));
}
const happens = async (markId: string, kind: MarkEventKind, moment: string) => {
  const [one, two] = [world.people.moira.personId, world.people.mal.personId];
  await db.insert(markEvents).values({
    markId,
    kind,
    reasonClass: kind === "suspend" ? "being_looked_into" : null,
    note: "A note.",
    proposedBy: one,
    proposedAt: new Date(moment),
    confirmedBy: two,
    confirmedAt: new Date(moment),
  });
};

describe("a status list", () => {
  test("is signed for a day, is as long as the standard asks, and says what is true", async () => {
    const jwt = (await statusList(db, noon, 1))!;
    const read = await verifyStatusList(jwt, { keyOf: (kid) => keyByKid(db, kid), origin: "http://localhost", now: noon.now() });
    if (!read.ok) throw new Error(read.why);
    expect(read.bits.length * 4).toBe(131_072);
    expect(read.validUntil.getTime() - read.asAt.getTime()).toBeLessThanOrEqual(48 * 3_600_000);
    const placed = await places();
    expect(ids.map((id) => valueAt(read.bits, placed.get(id)!))).toEqual([1, 0, 0]);
    expect(await statusList(db, noon, 2)).toBeUndefined();
  });

  test("is not signed again while nothing changes, and is in the moment something does", async () => {
    const before = await statusList(db, noon, 1);
    expect(await statusList(db, at("2026-06-01T20:00:00Z"), 1)).toBe(before);
    await happens(ids[2]!, "suspend", "2026-06-01T20:30:00Z");
    expect((await saidAndTrue(new Date("2026-06-01T20:29:59Z"))).map(({ said }) => said).sort()).toEqual([0, 0, 1]);
    expect((await saidAndTrue(new Date("2026-06-01T20:30:00Z"))).map(({ said }) => said).sort()).toEqual([0, 1, 2]);
    await happens(ids[2]!, "reinstate", "2026-06-01T20:31:00Z");
    expect((await saidAndTrue(new Date("2026-06-01T20:31:00Z"))).map(({ said }) => said).sort()).toEqual([0, 0, 1]);
  });

  test("is not signed again for a change that changes no entry", async () => {
    const before = await statusList(db, at("2026-06-01T20:32:00Z"), 1);
    await happens(ids[2]!, "review", "2026-06-01T20:33:00Z");
    expect(await statusList(db, at("2026-06-01T20:34:00Z"), 1)).toBe(before);
    await happens(ids[2]!, "end_review", "2026-06-01T20:35:00Z");
  });

  test("says that a mark is over in the first second after its last day, when nothing but time has passed", async () => {
    const [mark] = (await findMarks(db, undefined)).filter(({ id }) => id === ids[2]);
    const end = new Date(`${mark!.facts.validUntil}T23:00:00Z`); // midnight in London, in summer
    expect(await saidAndTrue(new Date(end.getTime() - 1000))).toContainEqual({ said: 0, true: 0 });
    expect((await saidAndTrue(end)).filter(({ said }) => said === 0)).toEqual([]);
  });

  test("keeps a mark current while its renewal is assessed, and no longer", async () => {
    const renewed = at("2028-05-20T11:00:00Z");
    await decided(db, world, { home: "harbour", clock: renewed, first: { "MU-1.1": 0 }, second: { "MU-1.1": 0 } });
    // It was decided on that day; as if it had been decided in July.
    await owner.begin((tx) => [
      tx`set local session_replication_role = replica`,
      tx`update decisions set decided_at = '2028-07-01T11:00:00Z' where decided_at = ${renewed.now().toISOString()}`,
    ]);
    for (const moment of ["2028-05-31T12:00:00Z", "2028-06-01T12:00:00Z", "2028-06-30T12:00:00Z", "2028-07-01T10:59:59Z", "2028-07-01T11:00:00Z", "2028-08-15T12:00:00Z"])
      expect((await saidAndTrue(new Date(moment))).filter((each) => each.said !== each.true)).toEqual([]);
    expect((await saidAndTrue(new Date("2028-06-30T12:00:00Z"))).map(({ said }) => said)).toContain(0);
    expect((await saidAndTrue(new Date("2028-07-01T11:00:00Z"))).map(({ said }) => said)).not.toContain(0);
  });

  test("agrees with the marks whatever happens to them and whenever it is asked, backwards in time as well", async () => {
    const moment = fc.integer({ min: Date.parse("2026-06-02T00:00:00Z"), max: Date.parse("2028-09-01T00:00:00Z") }).map((each) => new Date(each - (each % 1000)));
    const step = fc.oneof(
      fc.record({ asked: moment }),
      fc.record({ mark: fc.constantFrom(0, 1, 2), kind: fc.constantFrom(...markEventKinds.filter((kind) => kind !== "supersede")), at: moment }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
        for (const each of steps) {
          if ("kind" in each) await happens(ids[each.mark]!, each.kind, each.at.toISOString());
          const now = "kind" in each ? each.at : each.asked;
          expect((await saidAndTrue(now)).filter(({ said, true: is }) => said !== is)).toEqual([]);
        }
      }),
      { numRuns: 15 },
    );
  });
});

test("while the key is missing a copy that is true is still given; one that is not, never", async () => {
  const { id } = await awarded(db, world);
  await issueCredential(db, noon, id);
  const jwt = await statusList(db, at("2027-01-10T08:00:00Z"), 1);
  await withoutKeys(async () => {
    expect(await statusList(db, at("2027-01-10T23:50:00Z"), 1)).toBe(jwt);
    // Another day, and the same bits: nothing has to be signed.
    expect(await statusList(db, at("2027-01-11T07:30:00Z"), 1)).toBe(jwt);
    await signStatusLists(db, at("2027-01-11T07:30:00Z"));
    await expect(statusList(db, at("2027-01-11T08:00:00Z"), 1)).rejects.toThrow(CannotSign);
    await happens(id, "suspend", "2027-01-11T07:40:00Z");
    expect(await statusList(db, at("2027-01-11T07:39:59Z"), 1)).toBe(jwt);
    await expect(statusList(db, at("2027-01-11T07:40:00Z"), 1)).rejects.toThrow(CannotSign);
  });
  expect(await saidAndTrue(new Date("2027-01-11T07:40:00Z"))).toContainEqual({ said: 2, true: 2 });
});

test("the sweep signs a list well before it runs out", async () => {
  await signStatusLists(db, at("2027-02-01T08:00:00Z"));
  const first = (await copy())!.jwt;
  await signStatusLists(db, at("2027-02-01T19:59:00Z"));
  expect((await copy())!.jwt).toBe(first);
  await signStatusLists(db, at("2027-02-01T20:01:00Z"));
  expect((await copy())!.jwt).not.toBe(first);
});

test("a copy that a lost key signed is not given again", async () => {
  const now = at("2027-03-01T08:00:00Z");
  const { key } = await keyFor(db, "status_list");
  const before = (await statusList(db, now, 1))!;
  const { folder } = settings().keys;
  const made = await makeKey(db, now, { by: { system: "test" }, folder, issuer: "Us", purpose: "status_list", rootFolder: folder });
  expect(made.ok).toBe(true);
  expect(await statusList(db, now, 1)).toBe(before);
  await markCompromised(db, now, { system: "test" }, { kid: key.kid, after: new Date("2027-02-01T00:00:00Z") });
  const trust = { keyOf: (kid: string) => keyByKid(db, kid), origin: "http://localhost", now: now.now() };
  expect(await verifyStatusList(before, trust)).toEqual({ ok: false, why: "key_not_believed" });
  const after = (await statusList(db, now, 1))!;
  expect(after).not.toBe(before);
  expect((await verifyStatusList(after, trust)).ok).toBe(true);
});
