import { and, asc, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import { credentials } from "#db/schema/credentials";
import { certificates, conditionClearings, markEvents, marks, newActivities, topUps } from "#db/schema/marks";
import { holderChanges, organisationChanges } from "#db/schema/organisation-changes";
import { findMarks } from "~/marks/find-marks.server";
import type { FoundMark } from "~/marks/found-mark";
import { addDays, addMonths, londonDay, startOfDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";

/** `written`: something that is said of the mark was written down since then. Of the others only time can have changed what is said. */
export type FeedMark = { mark: FoundMark; written: boolean };

/** How many marks are read at once. */
const size = 200;

/** Every mark that may have to be said, page by page in the order they were given: two reads a page. Without `since` all there are; with it those written about since, and those about which time may have changed something. */
export async function* marksToSay(db: Db, since: Date | undefined, now: Date): AsyncGenerator<FeedMark[]> {
  for (let after = 0; ; ) {
    const found = await pageAfter(db, after, since, now);
    if (found.length > 0) yield found;
    if (found.length < size) return;
    after = found.at(-1)?.mark.number ?? 0;
  }
}

async function pageAfter(db: Db, after: number, since: Date | undefined, now: Date): Promise<FeedMark[]> {
  const written = since ? writtenSince(since) : sql<boolean>`true`;
  const rows = await db
    .select({ id: marks.id, written })
    .from(marks)
    .where(and(gt(marks.number, after), since && or(written, mayHaveTurned(since, now))))
    .orderBy(asc(marks.number))
    .limit(size);
  const ids = rows.map(({ id }) => id);
  const found = ids.length > 0 ? await findMarks(db, inArray(marks.id, ids), { orderBy: [asc(marks.number)], limit: size }) : [];
  const said = new Map(rows.map((row) => [row.id, row.written]));
  return found.map((mark) => ({ mark, written: said.get(mark.id) ?? true }));
}

/** What is written about a mark and shows in its answer. That another took its place is an event of its own. */
const writtenSince = (since: Date) => sql<boolean>`(${marks.createdAt} >= ${moment(since)} or ${marks.id} in (
  select mark_id from ${markEvents} where confirmed_at >= ${moment(since)}
  union all select mark_id from ${certificates} where issued_at >= ${moment(since)}
  union all select mark_id from ${credentials} where issued_at >= ${moment(since)}
  union all select mark_id from ${topUps} where opened_at >= ${moment(since)} or ended_at >= ${moment(since)}
  union all select h.mark_id from ${holderChanges} h join ${organisationChanges} c on c.id = h.change_id where c.kind = 'transferred' and h.at >= ${moment(since)}
  union all select mark_id from ${newActivities} where told_at >= ${moment(since)} or covered_at >= ${moment(since)} or left_at >= ${moment(since)}
  union all select mark_id from ${conditionClearings} where cleared_at >= ${moment(since)}))`;

/**
 * Wider than the rules of time themselves, which are not repeated here: a last day and what a renewal adds to it, the last day for conditions, and the
 * months after a withdrawal. What these let through is compared with what was said before.
 */
function mayHaveTurned(since: Date, now: Date): SQL | undefined {
  const [first, last] = [londonDay(since), londonDay(now)];
  return or(
    sql`${marks.validUntil} between ${addDays(first, -100)} and ${last}`,
    sql`(${marks.conditions} ->> 'by')::date between ${addDays(first, -2)} and ${last}`,
    sql`${marks.id} in (select mark_id from ${markEvents} where kind = 'withdraw' and confirmed_at between ${moment(startOfDay(addMonths(first, -13)))} and ${moment(startOfDay(addMonths(last, -11)))})`,
  );
}

const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`;
