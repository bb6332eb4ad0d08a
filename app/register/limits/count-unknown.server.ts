import { lt, sql } from "drizzle-orm";
import { unknownCodes } from "#db/schema/limits";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { askedMost, everybody, hour } from "./limits";

export type Counted = { tooMany: false } | { tooMany: true /** Seconds until the hour is over. */; retryAfter: number };

/**
 * Counts that somebody asked for a well-formed code that we never issued, and says whether that was once too often for this address or for all together. Called only after the look-up:
 * a code that we did issue is always answered. One statement, the shared row last, so that two of them never wait for each other. Counts survive a restart, and are the same for every process.
 */
export async function countUnknown(db: Db, clock: Clock, from: string): Promise<Counted> {
  const now = clock.now();
  const at = now.toISOString();
  const begun = new Date(now.getTime() - hour).toISOString();
  const isOver = sql`unknown_codes.since <= ${begun}::timestamptz or unknown_codes.since > ${at}::timestamptz`;
  const counted = await db.execute<{ who: string; asked: number; since: string }>(sql`
    insert into unknown_codes (who, asked, since) values (${from}, 1, ${at}::timestamptz), (${everybody}, 1, ${at}::timestamptz)
    on conflict (who) do update set
      asked = case when ${isOver} then 1 else least(unknown_codes.asked + 1, 1000000) end,
      since = case when ${isOver} then excluded.since else unknown_codes.since end
    returning who, asked, since`);
  const over = counted.filter(({ who, asked }) => asked > (who === everybody ? askedMost.everybody : askedMost.address));
  if (over.length === 0) return { tooMany: false };
  const ends = Math.max(...over.map(({ since }) => Date.parse(since) + hour));
  return { tooMany: true, retryAfter: Math.max(1, Math.ceil((ends - now.getTime()) / 1000)) };
}

/** Forgets whose hour is over. */
export async function forgetUnknown(db: Db, clock: Clock): Promise<void> {
  await db.delete(unknownCodes).where(lt(unknownCodes.since, new Date(clock.now().getTime() - hour)));
}
