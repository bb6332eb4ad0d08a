import { notInArray } from "drizzle-orm";
import { marks } from "#db/schema/marks";
import { type Actor, hasRole } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Deadline } from "~/review/deadlines.server";
import type { ClockedMark } from "../found-mark";
import { markNumber } from "../number";
import { clocksOfMarks, type RunningMark, runningIn } from "./clocks-of-marks.server";
import { type MarkClock, runningOf } from "./mark-clocks";

/** Every deadline that runs in a mark, for a moderator; never of a provider they belong to. One read. */
export async function markDeadlines(db: Db, clock: Clock, actor: Actor): Promise<Deadline[]> {
  if (!hasRole(actor, "moderator")) return [];
  const own = actor.memberships.map(({ organisationId }) => organisationId);
  return deadlinesOf(await clocksOfMarks(db, clock.now(), own.length > 0 ? notInArray(marks.organisationId, own) : undefined));
}

/** The same of what was read already. */
export const deadlinesOf = (found: readonly RunningMark[]): Deadline[] =>
  found.flatMap(({ mark: { code, number, holder }, clocks }) =>
    runningOf(clocks).map(({ criteria, ...running }) => ({ ...running, caseId: null, number: markNumber(number), provider: holder.name, mark: { code, criteria } })),
  );

/** What runs in the marks of one organisation, the earliest day first. For its own people. */
export function markClocksOf(held: readonly ClockedMark[], now: Date): (MarkClock & { code: string; title: string })[] {
  const all = runningIn(held, now).flatMap(({ mark: { code, holder }, clocks }) => runningOf(clocks).map((each) => ({ ...each, code, title: holder.standard.title })));
  return all.sort((one, other) => one.due.localeCompare(other.due));
}
