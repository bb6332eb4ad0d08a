import { randomInt } from "node:crypto";
import { and, count, eq, isNull, lt, max, or } from "drizzle-orm";
import { credentials } from "#db/schema/credentials";
import { marks } from "#db/schema/marks";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { sha256 } from "~/platform/files.server";
import { signJws } from "~/platform/signing/jws.server";
import { CannotSign } from "~/platform/signing/signer";
import type { MarkCode } from "../code";
import { type GivenMark, givenMark } from "../given-mark.server";
import { keyFor, keyUrl } from "../keys/find-keys.server";
import { credentialOf } from "./credential";
import { listLength } from "./status-list";

/** A list takes new credentials until half its places are taken: then a place drawn by chance is mostly free. */
const listFull = listLength / 2;
const draws = 20;
/** Younger than this, in milliseconds, a mark has its own job on the way. */
const patience = 60_000;
const atOnce = 200;

/**
 * The credential of a mark as a compact JWT, `typ: JWT`. Signed once: however often and by however many at a time this is called, the same text comes back.
 * Throws `CannotSign` while the key is not there, and an error when there is no such mark.
 */
export async function issueCredential(db: Db, clock: Clock, markId: string, draw?: () => number): Promise<string> {
  const mark = await givenMark(db, markId);
  if (!mark) throw new Error(`There is no mark ${markId} to issue a credential for.`);
  return credentialFor(db, clock, mark, draw);
}

/** The same, for whoever has read the mark already. */
export async function credentialFor(db: Db, clock: Clock, mark: GivenMark, draw: () => number = () => randomInt(listLength)): Promise<string> {
  const markId = mark.id;
  const issued = mark.signed ? await issuedJwt(db, markId) : undefined;
  if (issued !== undefined) return issued;
  const [{ signer }, list] = await Promise.all([keyFor(db, "credential"), openList(db)]);
  const { baseUrl: origin, issuer } = settings();
  const issuedAt = clock.now();
  for (let left = draws; left > 0; left--) {
    const index = draw();
    const payload = credentialOf(mark, { origin, issuer, list, index, issuedAt });
    const kid = keyUrl(origin, signer.kid);
    const [jwt, vcJwt] = await Promise.all([signJws(signer, { kid, typ: "JWT" }, payload), signJws(signer, { kid, typ: "vc+jwt", cty: "vc" }, payload)]);
    const row = { markId, list, statusIndex: index, jwt, sha256: sha256(jwt), vcJwt, kid: signer.kid, issuedAt };
    if (await keep(db, row)) return jwt;
    // Either somebody was faster with this mark, or the place is taken: then another is drawn.
    const faster = await issuedJwt(db, markId);
    if (faster !== undefined) return faster;
  }
  throw new Error(`No free place in status list ${list} after ${draws} draws: chance is broken.`);
}

/** Issues what was promised and is not there. Stops at the first that cannot be signed: the key is missing for all of them. Answers how many. */
export async function issueCredentialsDue(db: Db, clock: Clock): Promise<number> {
  const before = new Date(clock.now().getTime() - patience);
  const due = await db
    .select({ id: marks.id })
    .from(marks)
    .leftJoin(credentials, eq(credentials.markId, marks.id))
    .where(and(isNull(credentials.markId), lt(marks.createdAt, before)))
    .orderBy(marks.createdAt)
    .limit(atOnce);
  try {
    for (const { id } of due) await issueCredential(db, clock, id);
    return due.length;
  } catch (error) {
    if (!(error instanceof CannotSign)) throw error;
    console.error(`Credentials wait to be signed: ${error.message}`);
    return 0;
  }
}

/** When this JWT was issued for the mark with this code, in either of its forms; undefined where it was not. */
export async function credentialIssued(db: Db, code: MarkCode, jwt: string): Promise<Date | undefined> {
  const [row] = await db
    .select({ issuedAt: credentials.issuedAt })
    .from(credentials)
    .innerJoin(marks, eq(marks.id, credentials.markId))
    .where(and(eq(marks.code, code), or(eq(credentials.jwt, jwt), eq(credentials.vcJwt, jwt))));
  return row?.issuedAt;
}

async function issuedJwt(db: Db, markId: string) {
  const [row] = await db.select({ jwt: credentials.jwt }).from(credentials).where(eq(credentials.markId, markId));
  return row?.jwt;
}

async function openList(db: Db): Promise<number> {
  const ofNewest = eq(credentials.list, db.select({ list: max(credentials.list) }).from(credentials));
  const [newest] = await db.select({ list: credentials.list, taken: count() }).from(credentials).where(ofNewest).groupBy(credentials.list);
  if (!newest) return 1;
  return newest.taken < listFull ? newest.list : newest.list + 1;
}

function keep(db: Db, row: typeof credentials.$inferInsert): Promise<boolean> {
  return db.transaction(async (tx) => {
    const kept = await tx.insert(credentials).values(row).onConflictDoNothing().returning({ markId: credentials.markId });
    if (kept.length === 0) return false;
    await record(tx, { system: "issue-credential" }, row.issuedAt, { type: "mark.credential_issued", subject: row.markId, data: { sha256: row.sha256 } });
    return true;
  });
}
