import { sql } from "drizzle-orm";
import { signingKeys } from "#db/schema/keys";
import { type By, record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { certifyLeaf, certifyRoot } from "~/platform/signing/certify.server";
import { type PublicJwk, thumbprint } from "~/platform/signing/ecdsa.server";
import { keepKey, newKeyPair, publicJwkOf, readKey } from "~/platform/signing/file-keys.server";
import { allKeys, currentRoot } from "./find-keys.server";
import { type KeyPurpose, kidOf, type LeafPurpose, leafYears, purposesDue, rootYears, type SigningKey } from "./key";

/** `folder` is where private keys in files are kept, `issuer` the body in whose name keys sign. */
export type Making = { by: By; folder: string; issuer: string };

/** Makes the root that certifies every other key. Its private half goes into `folder`: a medium that is taken away again and locked up. */
export async function makeRoot(db: Db, clock: Clock, { by, folder, issuer }: Making): Promise<SigningKey> {
  const now = clock.now();
  const { privatePem, jwk } = newKeyPair();
  const kid = kidFor("root", jwk, now);
  const certificate = await certifyRoot({ subject: { commonName: `Waymark root ${yearOf(now)}`, organisation: issuer }, jwk, privatePem, ...lasting(now, rootYears) });
  await keepKey(folder, kid, privatePem);
  return publish(db, by, { kid, purpose: "root", year: yearOf(now), jwk, certificate, rootKid: null, serviceName: null, madeAt: now, compromisedAfter: null });
}

/** For a key that a service holds: what it calls it, and its public half in PEM. */
export type InService = { name: string; publicPem: string };
export type NotMade = { ok: false; why: "no_root" | "no_root_key" };
export type Made = { ok: true; key: SigningKey } | NotMade;

/**
 * Makes the key for a purpose, or takes one that a key service made, and has the root in `rootFolder` certify it. From then on it signs; the one before it stays published.
 * Refuses without a root, and when the root's private key is not in `rootFolder`. Throws when a public half is not of P-256.
 */
export async function makeKey(
  db: Db,
  clock: Clock,
  { by, folder, issuer, purpose, rootFolder, inService }: Making & { purpose: LeafPurpose; rootFolder: string; inService?: InService },
): Promise<Made> {
  const now = clock.now();
  const root = await currentRoot(db);
  if (!root) return { ok: false, why: "no_root" };
  const rootPem = await readKey(rootFolder, root.kid);
  if (!rootPem) return { ok: false, why: "no_root_key" };
  const pair = inService ? { jwk: publicJwkOf(inService.publicPem) } : newKeyPair();
  const kid = kidFor(purpose, pair.jwk, now);
  const subject = { commonName: `Waymark ${purpose.replaceAll("_", " ")} ${yearOf(now)}`, organisation: issuer };
  const certificate = await certifyLeaf({ subject, jwk: pair.jwk, ...lasting(now, leafYears) }, { privatePem: rootPem, certificatePem: root.certificate });
  if ("privatePem" in pair) await keepKey(folder, kid, pair.privatePem);
  const key: SigningKey = {
    kid,
    purpose,
    year: yearOf(now),
    jwk: pair.jwk,
    certificate,
    rootKid: root.kid,
    serviceName: inService?.name ?? null,
    madeAt: now,
    compromisedAfter: null,
  };
  return { ok: true, key: await publish(db, by, key) };
}

/** Makes whatever key is missing or of an earlier year, and the root where there is none. For whoever keeps the root's private key in the same folder: the demo and tests. */
export async function makeKeysDue(db: Db, clock: Clock, making: Making): Promise<SigningKey[]> {
  return db.transaction(async (tx) => {
    // Two processes that start together must not each make a root.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('signing keys'))`);
    const made: SigningKey[] = [];
    if (!(await currentRoot(tx))) made.push(await makeRoot(tx, clock, making));
    for (const purpose of purposesDue(await allKeys(tx), yearOf(clock.now()))) {
      const done = await makeKey(tx, clock, { ...making, purpose, rootFolder: making.folder });
      if (done.ok) made.push(done.key);
    }
    return made;
  });
}

async function publish(db: Db, by: By, key: SigningKey): Promise<SigningKey> {
  await db.transaction(async (tx) => {
    await tx.insert(signingKeys).values(key);
    await record(tx, by, key.madeAt, { type: "key.made", subject: key.kid, data: { purpose: key.purpose, thumbprint: thumbprint(key.jwk) } });
  });
  return key;
}

const yearOf = (now: Date) => Number(londonDay(now).slice(0, 4));
const kidFor = (purpose: KeyPurpose, jwk: PublicJwk, now: Date) => kidOf(purpose, yearOf(now), thumbprint(jwk));

/** Certificates count whole seconds. */
function lasting(now: Date, years: number) {
  const notBefore = new Date(Math.floor(now.getTime() / 1000) * 1000);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + years);
  return { notBefore, notAfter };
}
