import { gzipSync } from "node:zlib";
import { and, eq, lt, or, sql } from "drizzle-orm";
import { credentials, statusLists } from "#db/schema/credentials";
import { signingKeys } from "#db/schema/keys";
import { markEvents, marks } from "#db/schema/marks";
import { holderChanges } from "#db/schema/organisation-changes";
import { addDays, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { sha256 } from "~/platform/files.server";
import { paths } from "~/platform/paths";
import { signJws } from "~/platform/signing/jws.server";
import { CannotSign } from "~/platform/signing/signer";
import { findMarks, renewal } from "../find-marks.server";
import { keyFor, keyUrl } from "../keys/find-keys.server";
import { renewalDays, statusOf } from "../status";
import { instantOf, issuerId, seconds } from "./credential";
import { bitsOf, listLength, listValueOf } from "./status-list";

const hours = 60 * 60_000;
/** So long is a signed copy good, in milliseconds: whoever keeps one longer than this knows nothing. */
const life = 24 * hours;
/** A copy with less than this left is made anew when somebody asks; by the sweep well before. */
const renewWhenAsked = 1 * hours;
const renewBySweep = 12 * hours;
/** What readers may keep without asking again, in milliseconds. */
const timeToLive = 60_000;

/**
 * A status list as a signed JWT that says what is true of every mark in it at this moment. Undefined when there is no such list.
 * A copy that is still true is answered as it is. Throws `CannotSign` when the list has changed or run out and the key is not there: an older answer is never given instead.
 */
export async function statusList(db: Db, clock: Clock, number: number, renewBelow = renewWhenAsked): Promise<string | undefined> {
  const now = clock.now();
  const [found] = await db.execute<Found>(copyAndStamp(number, now));
  if (!found || found.taken === 0) return undefined;
  const left = found.valid_from !== null && found.believed && Date.parse(found.valid_from) <= now.getTime() ? Date.parse(found.valid_until!) - now.getTime() : 0;
  const isTrue = found.copied === found.stamp;
  if (found.jwt !== null && isTrue && left > renewBelow) return found.jwt;
  const bits = await bitsNow(db, number, now);
  const hash = sha256(bits);
  const stillGood = found.jwt !== null && found.sha256 === hash && left > 0 ? found.jwt : undefined;
  if (stillGood && left > renewBelow) {
    await db.update(statusLists).set({ stamp: found.stamp }).where(eq(statusLists.number, number));
    return stillGood;
  }
  try {
    return await signed(db, now, { number, stamp: found.stamp, bits, hash });
  } catch (error) {
    if (stillGood && error instanceof CannotSign) return stillGood;
    throw error;
  }
}

/** Signs anew every list that has changed or will run out. Says so and goes on when the key is not there. */
export async function signStatusLists(db: Db, clock: Clock): Promise<void> {
  const lists = await db.selectDistinct({ number: credentials.list }).from(credentials).orderBy(credentials.list);
  try {
    for (const { number } of lists) await statusList(db, clock, number, renewBySweep);
  } catch (error) {
    if (!(error instanceof CannotSign)) throw error;
    console.error(`Status lists wait to be signed: ${error.message}`);
  }
}

type Found = {
  jwt: string | null;
  copied: string | null;
  sha256: string | null;
  valid_from: string | null;
  valid_until: string | null;
  believed: boolean;
  taken: number;
  stamp: string;
};

/**
 * The signed copy, and what it would have to follow from to be true now. A status changes when something is confirmed, when a day ends, and, past the last day, when
 * a renewal ends: the stamp counts the first, names the second and holds the third. So the same stamp is the same bits, without reading every mark.
 */
function copyAndStamp(number: number, now: Date) {
  const at = now.toISOString();
  const today = londonDay(now);
  const inList = sql`select k.mark_id from ${credentials} k where k.list = ${number}`;
  return sql`
    select l.jwt, l.stamp as copied, l.sha256, l.valid_from, l.valid_until,
      exists (select 1 from ${signingKeys} s where s.kid = l.kid and s.compromised_after is null) as believed,
      n.taken, concat_ws(' ', ${today}::text, n.taken, n.confirmed, n.moved, n.renewals) as stamp
    from (select
        (select count(*)::int from (${inList}) k) as taken,
        (select count(*)::int from ${markEvents} e where e.confirmed_at <= ${at}::timestamptz and e.mark_id in (${inList})) as confirmed,
        (select count(*)::int from ${holderChanges} h where h.mark_id in (${inList})) as moved,
        (select md5(string_agg(id::text || (sent ->> 'submitted_on') || coalesce(((sent ->> 'ended_at')::timestamptz <= ${at}::timestamptz)::text, ''), ' ' order by id))
          from (select ${marks.id} as id, ${renewal} as sent from ${marks}
            where ${marks.validUntil} between ${addDays(today, -renewalDays - 1)} and ${today} and ${marks.id} in (${inList})) late) as renewals
      ) n left join ${statusLists} l on l.number = ${number}`;
}

/** Of every mark in the list, as `statusOf` has it. A mark to which nothing happened and whose last day is not over is current: those are not read. */
async function bitsNow(db: Db, number: number, now: Date): Promise<Uint8Array> {
  const changed = or(
    lt(marks.validUntil, londonDay(now)),
    sql`exists (select 1 from ${markEvents} e where e.mark_id = ${marks.id} and e.confirmed_at is not null)`,
    sql`exists (select 1 from ${holderChanges} h where h.mark_id = ${marks.id})`,
  );
  const inList = sql`${marks.id} in (select k.mark_id from ${credentials} k where k.list = ${number})`;
  const [places, found] = await Promise.all([
    db.select({ markId: credentials.markId, index: credentials.statusIndex }).from(credentials).where(eq(credentials.list, number)),
    findMarks(db, and(inList, changed), { limit: listLength }),
  ]);
  const placeOf = new Map(places.map(({ markId, index }) => [markId, index]));
  return bitsOf(
    found.flatMap((mark) => {
      const index = placeOf.get(mark.id);
      return index === undefined ? [] : [{ index, value: listValueOf(mark, statusOf(mark.facts, now).status) }];
    }),
  );
}

async function signed(db: Db, now: Date, { number, stamp, bits, hash }: { number: number; stamp: string; bits: Uint8Array; hash: string }): Promise<string> {
  const { signer } = await keyFor(db, "status_list");
  const origin = settings().baseUrl;
  const validUntil = new Date(now.getTime() + life);
  const payload = listCredential({ origin, number, bits, now, validUntil });
  const jwt = await signJws(signer, { kid: keyUrl(origin, signer.kid), typ: "vc+jwt", cty: "vc" }, payload);
  const copy = { stamp, sha256: hash, jwt, kid: signer.kid, validFrom: now, validUntil };
  await db
    .insert(statusLists)
    .values({ number, ...copy })
    .onConflictDoUpdate({ target: statusLists.number, set: copy });
  return jwt;
}

function listCredential({ origin, number, bits, now, validUntil }: { origin: string; number: number; bits: Uint8Array; now: Date; validUntil: Date }) {
  const id = origin + paths.statusList(number);
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    id,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: issuerId(origin),
    validFrom: instantOf(now),
    validUntil: instantOf(validUntil),
    credentialSubject: { id: `${id}#list`, type: "BitstringStatusList", statusPurpose: "message", ttl: timeToLive, encodedList: `u${gzipSync(bits).toString("base64url")}` },
    iss: issuerId(origin),
    jti: id,
    sub: `${id}#list`,
    iat: seconds(now),
    nbf: seconds(now),
    exp: seconds(validUntil),
  };
}
