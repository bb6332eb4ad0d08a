import { and, notInArray, or, sql } from "drizzle-orm";
import { markEvents, marks } from "#db/schema/marks";
import type { Actor } from "~/accounts/actor";
import type { Day } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import type { Deadline } from "~/review/deadlines.server";
import { mayRun, runningIn } from "./deadlines/clocks-of-marks.server";
import { deadlinesOf } from "./deadlines/mark-deadlines.server";
import { findMarks, hasOpenProposal } from "./find-marks.server";
import type { MarkStatus } from "./mark";
import { statusOf } from "./status";

/** A mark that somebody has to look after: in which status since when, and whether a change of it waits for its second person. */
export type WatchedMark = { code: string; provider: string; standard: string; status: MarkStatus; since: Day; openProposal: boolean };
export type WatchedMarks = { held: WatchedMark[]; proposals: WatchedMark[]; deadlines: Deadline[] };

const mostWatched = 100_000;

/** Suspended or being reviewed once, and not ended by anybody since: `statusOf` says whether it still is. */
const everHeld = sql`exists (select 1 from ${markEvents} e where e.mark_id = ${marks.id} and e.confirmed_at is not null and e.kind in ('suspend', 'review'))
  and not exists (select 1 from ${markEvents} e where e.mark_id = ${marks.id} and e.confirmed_at is not null and e.kind in ('withdraw', 'surrender', 'supersede'))`;
const proposedAt = sql`(select min(e.proposed_at) from ${markEvents} e where e.mark_id = ${marks.id} and e.confirmed_at is null and e.declined_at is null)`;

/**
 * What a moderator looks after among marks: those that are suspended or being reviewed, those for longest first; those of which a change waits for its second person; and every deadline that runs in one.
 * Never of an organisation the person belongs to. One read.
 */
export async function watchedMarks(db: Db, actor: Actor, now: Date): Promise<WatchedMarks> {
  const own = actor.memberships.map(({ organisationId }) => organisationId);
  const found = await findMarks(db, and(or(everHeld, hasOpenProposal, mayRun(now)), own.length > 0 ? notInArray(marks.organisationId, own) : undefined), {
    orderBy: [proposedAt],
    limit: mostWatched,
  });
  const watched = found.map(({ code, holder, facts, openProposal }): WatchedMark => {
    const { status, since } = statusOf(facts, now);
    return { code, provider: holder.name, standard: holder.standard.title, status, since, openProposal };
  });
  const held = watched.filter(({ status }) => status === "suspended" || status === "under_review");
  return {
    held: held.sort((one, other) => one.since.localeCompare(other.since)),
    proposals: watched.filter((each) => each.openProposal),
    deadlines: deadlinesOf(runningIn(found, now)),
  };
}
