import { eq } from "drizzle-orm";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { credentials } from "#db/schema/credentials";
import { issueCredential, issueCredentialsDue } from "~/marks/credential/issue.server";
import { listLength } from "~/marks/credential/status-list";
import { keyFor } from "~/marks/keys/find-keys.server";
import { sha256 } from "~/platform/files.server";
import { CannotSign } from "~/platform/signing/signer";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { withoutKeys } from "../support/keys";
import { awarded, type Scheme, scheme } from "../support/marks";

const { db } = await freshDatabase();
let world: Scheme;
beforeAll(async () => {
  world = await scheme(db);
});
const rowOf = async (markId: string) => (await db.select().from(credentials).where(eq(credentials.markId, markId)))[0];
/** A place after the other, so that two marks ask for the same. */
const placesFrom = (first: number) => () => first++;

describe("a credential", () => {
  test("is signed once, however often and by however many it is asked for", async () => {
    const { id } = await awarded(db, world);
    const [one, ...others] = await Promise.all([1, 2, 3, 4].map(() => issueCredential(db, noon, id)));
    expect(others.every((each) => each === one)).toBe(true);
    expect(await issueCredential(db, at("2027-03-01T12:00:00Z"), id)).toBe(one);
    const row = await rowOf(id);
    expect(row).toMatchObject({ jwt: one, sha256: sha256(one!), issuedAt: noon.now(), kid: (await keyFor(db, "credential")).key.kid });
    expect(await db.select({ by: auditEvents.actor, data: auditEvents.data }).from(auditEvents).where(eq(auditEvents.type, "mark.credential_issued"))).toEqual([
      { by: "system:issue-credential", data: { sha256: row!.sha256 } },
    ]);
  });

  test("is one payload in two forms, with nothing in its header but what Open Badges allows", async () => {
    const { id } = await awarded(db, world);
    const jwt = await issueCredential(db, noon, id);
    const { vcJwt, kid } = (await rowOf(id))!;
    expect(decodeProtectedHeader(jwt)).toEqual({ alg: "ES256", kid: `http://localhost/keys/${kid}`, typ: "JWT" });
    expect(decodeProtectedHeader(vcJwt)).toEqual({ alg: "ES256", kid: `http://localhost/keys/${kid}`, typ: "vc+jwt", cty: "vc" });
    expect(decodeJwt(vcJwt)).toEqual(decodeJwt(jwt));
  });

  test("has a place in a list that nobody else has or will have", async () => {
    const [{ id: one }, { id: two }] = [await awarded(db, world), await awarded(db, world, { home: "harbour" })];
    await issueCredential(db, noon, one, () => 4711);
    await issueCredential(db, noon, two, placesFrom(4711));
    expect([(await rowOf(one))!.statusIndex, (await rowOf(two))!.statusIndex]).toEqual([4711, 4712]);
    const { id: three } = await awarded(db, world);
    await expect(issueCredential(db, noon, three, () => 4711)).rejects.toThrow(/chance is broken/);
    await issueCredential(db, noon, three);
    const place = (await rowOf(three))!.statusIndex;
    expect(place).toBeGreaterThanOrEqual(0);
    expect(place).toBeLessThan(listLength);
  });

  test("waits while the key is missing, and the sweep issues it when the key is back", async () => {
    const { id } = await awarded(db, world);
    await withoutKeys(async () => {
      await expect(issueCredential(db, noon, id)).rejects.toThrow(CannotSign);
      expect(await issueCredentialsDue(db, at("2026-06-01T11:02:00Z"))).toBe(0);
      expect(await rowOf(id)).toBeUndefined();
    });
    expect(await issueCredentialsDue(db, noon)).toBe(0);
    expect(await issueCredentialsDue(db, at("2026-06-01T11:02:00Z"))).toBe(1);
    expect(await rowOf(id)).toBeDefined();
    expect(await issueCredentialsDue(db, at("2026-06-01T11:02:00Z"))).toBe(0);
  });

  test("of no mark is a mistake", async () => {
    await expect(issueCredential(db, noon, crypto.randomUUID())).rejects.toThrow(/no mark/);
  });
});
