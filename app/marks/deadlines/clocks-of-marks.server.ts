import { and, or, type SQL, sql } from "drizzle-orm";
import { marks, topUps } from "#db/schema/marks";
import { checkIns, circumstances } from "#db/schema/upkeep";
import { addDays, addMonths, londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { findMarks } from "../find-marks.server";
import type { ClockedMark } from "../found-mark";
import { type MarkClock, markClocks, toldAfter } from "./mark-clocks";

export type RunningMark = { mark: ClockedMark; clocks: MarkClock[] };

/** The marks in which a deadline runs at a moment or has just ended, with those deadlines: all of them, or those of `where`. One read, however many. */
export async function clocksOfMarks(db: Db, now: Date, where?: SQL): Promise<RunningMark[]> {
  return runningIn(await findMarks(db, and(mayRun(now), where), { limit: 100_000 }), now);
}

/** Marks in which one may run: all that a query has to bring. */
export function mayRun(now: Date): SQL | undefined {
  const today = londonDay(now);
  const since = addDays(today, -toldAfter);
  return or(
    sql`${marks.conditions} ->> 'by' >= ${since}`,
    sql`exists (select 1 from ${topUps} t where t.mark_id = ${marks.id} and t.state in ('due', 'overdue'))`,
    sql`not exists (select 1 from ${checkIns} k where k.mark_id = ${marks.id}) and ${marks.awardedOn} <= ${addDays(today, -330)} and ${marks.validUntil} >= ${addMonths(today, -12)}`,
    sql`exists (select 1 from ${circumstances} c where c.mark_id = ${marks.id} and c.looked_at is null)`,
    // A month more than half a year: which months are how long is for the rule to say.
    sql`${marks.validUntil} between ${since} and ${addMonths(today, 7)}`,
  );
}

/** The same of marks that were read already. */
export const runningIn = (found: readonly ClockedMark[], now: Date): RunningMark[] =>
  found.map((mark) => ({ mark, clocks: markClocks(mark, { ...mark, now }) })).filter(({ clocks }) => clocks.length > 0);
