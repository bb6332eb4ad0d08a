import { sql } from "drizzle-orm";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type EndingName, endingNames, endings } from "./endings.server";

export type Due = { ending: EndingName; count: number /** The day from which the oldest has been counted; null where there is none. */; oldest: Day | null };

/** How much of each kind is over today and not held back, planned or not. Reads, and changes nothing. One query each. */
export async function dueNow(db: Db, clock: Clock): Promise<Due[]> {
  const today = londonDay(clock.now());
  const found: Due[] = [];
  for (const ending of endingNames) {
    const [row] = await db.execute<{ count: number; oldest: Day | null }>(sql`select count(*)::int as count, min(since)::text as oldest from (${endings[ending].due(today)}) due`);
    found.push({ ending, count: row?.count ?? 0, oldest: row?.oldest ?? null });
  }
  return found;
}
