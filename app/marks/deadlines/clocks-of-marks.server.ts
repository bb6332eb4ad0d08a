import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { markAnswers } from "#db/schema/mark-answers";
import { marks, topUps } from "#db/schema/marks";
import { checkIns, circumstances } from "#db/schema/upkeep";
import { addDays, addMonths, londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { toldKinds } from "../circumstances/circumstance";
import { findMarks } from "../find-marks.server";
import type { FoundMark } from "../found-mark";
import { type MarkClock, markClocks, toldAfter, type Upkeep } from "./mark-clocks";

export type ClockedMark = { mark: FoundMark; clocks: MarkClock[] };

/** The marks in which a deadline runs at a moment or has just ended, with those deadlines: all of them, or those of `where`. Two reads, however many. */
export async function clocksOfMarks(db: Db, now: Date, where?: SQL): Promise<ClockedMark[]> {
  const today = londonDay(now);
  const since = addDays(today, -toldAfter);
  const mayRun = or(
    sql`${marks.conditions} ->> 'by' >= ${since}`,
    sql`exists (select 1 from ${topUps} t where t.mark_id = ${marks.id} and t.state in ('due', 'overdue'))`,
    sql`not exists (select 1 from ${checkIns} k where k.mark_id = ${marks.id}) and ${marks.awardedOn} <= ${addDays(today, -330)} and ${marks.validUntil} >= ${addMonths(today, -12)}`,
    sql`exists (select 1 from ${circumstances} c where c.mark_id = ${marks.id} and c.looked_at is null)`,
    // A month more than half a year: which months are how long is for the rule to say.
    sql`${marks.validUntil} between ${since} and ${addMonths(today, 7)}`,
  );
  const found = await findMarks(db, and(mayRun, where), { limit: 100_000 });
  if (found.length === 0) return [];
  const rows = await db
    .select({
      markId: marks.id,
      nation: organisations.nation,
      criterion: markAnswers.criterion,
      topUpId: markAnswers.topUpId,
      sentAt: markAnswers.sentAt,
      checkIn: checkIns.id,
      kind: circumstances.kind,
      toldAt: circumstances.toldAt,
    })
    .from(marks)
    .innerJoin(organisations, eq(organisations.id, marks.organisationId))
    .leftJoin(checkIns, eq(checkIns.markId, marks.id))
    .leftJoin(circumstances, and(eq(circumstances.markId, marks.id), isNull(circumstances.lookedAt)))
    .leftJoin(markAnswers, and(eq(markAnswers.markId, marks.id), eq(markAnswers.state, "sent")))
    .where(
      inArray(
        marks.id,
        found.map(({ id }) => id),
      ),
    );
  const clocked = found.map((mark) => {
    const about = rows.filter(({ markId }) => markId === mark.id);
    const sent = about.flatMap(({ criterion, topUpId, sentAt }) => (criterion !== null && sentAt !== null ? [{ criterion, topUpId, sentAt }] : []));
    const waiting = sent.filter((each, at) => sent.findIndex(({ criterion, topUpId }) => criterion === each.criterion && topUpId === each.topUpId) === at);
    return { mark, clocks: markClocks(mark, { waiting, upkeep: upkeepIn(about), nation: about[0]!.nation, now }) };
  });
  return clocked.filter(({ clocks }) => clocks.length > 0);
}

type Row = { checkIn: string | null; kind: string | null; toldAt: Date | null };

/** Whether a mark was checked in, and what was told with it that nobody has looked at: each as often as something was sent, which changes no deadline. */
const upkeepIn = (about: readonly Row[]): Upkeep => ({
  checkedIn: about.some(({ checkIn }) => checkIn !== null),
  told: about.flatMap(({ kind, toldAt }) => (kind !== null && toldAt !== null ? [{ kind: toldKinds.find((each) => each === kind) ?? ("check_in" as const), toldAt }] : [])),
});
