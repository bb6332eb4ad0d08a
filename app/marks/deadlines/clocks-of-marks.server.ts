import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { markAnswers } from "#db/schema/mark-answers";
import { marks, topUps } from "#db/schema/marks";
import { addDays, addMonths, londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { findMarks } from "../find-marks.server";
import type { FoundMark } from "../found-mark";
import { type MarkClock, markClocks, toldAfter } from "./mark-clocks";

export type ClockedMark = { mark: FoundMark; clocks: MarkClock[] };

/** The marks in which a deadline runs at a moment or has just ended, with those deadlines: all of them, or those of `where`. Two reads, however many. */
export async function clocksOfMarks(db: Db, now: Date, where?: SQL): Promise<ClockedMark[]> {
  const today = londonDay(now);
  const since = addDays(today, -toldAfter);
  const mayRun = or(
    sql`${marks.conditions} ->> 'by' >= ${since}`,
    sql`exists (select 1 from ${topUps} t where t.mark_id = ${marks.id} and t.state in ('due', 'overdue'))`,
    // A month more than half a year: which months are how long is for the rule to say.
    sql`${marks.validUntil} between ${since} and ${addMonths(today, 7)}`,
  );
  const found = await findMarks(db, and(mayRun, where), { limit: 100_000 });
  if (found.length === 0) return [];
  const rows = await db
    .select({ markId: marks.id, nation: organisations.nation, criterion: markAnswers.criterion, topUpId: markAnswers.topUpId, sentAt: markAnswers.sentAt })
    .from(marks)
    .innerJoin(organisations, eq(organisations.id, marks.organisationId))
    .leftJoin(markAnswers, and(eq(markAnswers.markId, marks.id), eq(markAnswers.state, "sent")))
    .where(
      inArray(
        marks.id,
        found.map(({ id }) => id),
      ),
    );
  const clocked = found.map((mark) => {
    const about = rows.filter(({ markId }) => markId === mark.id);
    const waiting = about.flatMap(({ criterion, topUpId, sentAt }) => (criterion !== null && sentAt !== null ? [{ criterion, topUpId, sentAt }] : []));
    return { mark, clocks: markClocks(mark, { waiting, nation: about[0]!.nation, now }) };
  });
  return clocked.filter(({ clocks }) => clocks.length > 0);
}
