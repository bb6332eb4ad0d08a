import { sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Clock } from "./clock";
import type { Db } from "./database.server";
import { type Counted, everybody, hour, type Most } from "./often";

/**
 * Counts one more in a table of `who`, `asked` and `since`, and says whether that was once too often for this network address or for all together.
 * One statement, the shared row last, so that two of them never wait for each other. Counts survive a restart, and are the same for every process.
 */
export async function countOften(db: Db, clock: Clock, table: PgTable, from: string, most: Most): Promise<Counted> {
  const now = clock.now();
  const at = now.toISOString();
  const begun = new Date(now.getTime() - hour).toISOString();
  const isOver = sql`kept.since <= ${begun}::timestamptz or kept.since > ${at}::timestamptz`;
  const counted = await db.execute<{ who: string; asked: number; since: string }>(sql`
    insert into ${table} as kept (who, asked, since) values (${from}, 1, ${at}::timestamptz), (${everybody}, 1, ${at}::timestamptz)
    on conflict (who) do update set
      asked = case when ${isOver} then 1 else least(kept.asked + 1, 1000000) end,
      since = case when ${isOver} then excluded.since else kept.since end
    returning who, asked, since`);
  const over = counted.filter(({ who, asked }) => asked > (who === everybody ? most.everybody : most.address));
  if (over.length === 0) return { tooMany: false };
  const ends = Math.max(...over.map(({ since }) => Date.parse(since) + hour));
  return { tooMany: true, retryAfter: Math.max(1, Math.ceil((ends - now.getTime()) / 1000)) };
}

/** Forgets whose hour is over. */
export async function forgetOften(db: Db, clock: Clock, table: PgTable): Promise<void> {
  await db.execute(sql`delete from ${table} where since < ${new Date(clock.now().getTime() - hour).toISOString()}::timestamptz`);
}
