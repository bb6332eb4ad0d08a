import { and, asc, eq, gt, sql } from "drizzle-orm";
import { followings, statusChanges } from "#db/schema/followers";
import { marks } from "#db/schema/marks";
import { findMarks } from "~/marks/find-marks.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { oneAtATime } from "./lock.server";
import { noticeChanges } from "./notice.server";

/** How many marks are looked at in one transaction. */
const atOnce = 200;

/** The job that the change of a mark has queued: tells its followers of what has changed. Nothing the second time. */
export const tellFollowers = (db: Db, clock: Clock, markId: string): Promise<number> =>
  db.transaction(async (tx) => {
    await oneAtATime(tx);
    return noticeChanges(tx, clock, await findMarks(tx, eq(marks.id, markId)));
  });

const isFollowed = sql`exists (select 1 from ${followings} f where f.organisation_id = ${marks.organisationId} and coalesce(f.standard_key, ${marks.standardKey}) = ${marks.standardKey})`;
/** After these nothing else comes. */
const isOver = sql`exists (select 1 from ${statusChanges} c where c.mark_id = ${marks.id} and c.status in ('withdrawn', 'surrendered', 'superseded', 'expired'))`;

/** The sweep: every mark that is followed and may still turn. For what time alone has changed, and for jobs that were lost. Answers how many changes there were. */
export async function tellFollowersOfAll(db: Db, clock: Clock): Promise<number> {
  let told = 0;
  for (let after = 0; ; ) {
    const found = await db.transaction(async (tx) => {
      await oneAtATime(tx);
      const page = await findMarks(tx, and(gt(marks.number, after), isFollowed, sql`not ${isOver}`), { orderBy: [asc(marks.number)], limit: atOnce });
      told += await noticeChanges(tx, clock, page);
      return page;
    });
    if (found.length < atOnce) return told;
    after = found.at(-1)!.number;
  }
}
