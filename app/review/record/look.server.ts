import { sql } from "drizzle-orm";
import { caseViews } from "#db/schema/record";
import type { Actor } from "~/accounts/actor";
import { addMonths, londonDay, startOfDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { LookedAt } from "./look";

/** `cases`: more than one where the same file is shown in several. `request` left out: it was looked at. */
export type Look = { cases: readonly string[]; what: LookedAt; which?: string; request?: Pick<Request, "method"> };

/** How long it is known who looked (Data protection §G.4). */
const monthsKept = 12;

/**
 * Notes that somebody of the scheme was shown a part of a case: once a person, thing and London day. Every loader that shows one calls it before it answers, and
 * throws with it, so that nothing is shown unnoted. A HEAD shows nothing, and is not noted.
 */
export async function noteLook(db: Db, clock: Clock, actor: Actor, { cases, what, which = "", request }: Look): Promise<void> {
  if (cases.length === 0 || request?.method === "HEAD") return;
  const at = clock.now();
  const rows = cases.map((caseId) => ({ caseId, personId: actor.personId, what, which, day: londonDay(at), at }));
  await db.insert(caseViews).values(rows).onConflictDoNothing();
}

/** Forgets who looked more than twelve months ago, by this clock and by the database's own, which lets go of nothing younger. */
export async function forgetLooks(db: Db, clock: Clock): Promise<number> {
  const before = startOfDay(addMonths(londonDay(clock.now()), -monthsKept)).toISOString();
  const gone = await db.execute(sql`
    delete from ${caseViews} where ${caseViews.at} < ${before} and keeping_over(${caseViews.at}, interval '12 months')`);
  return gone.count;
}
