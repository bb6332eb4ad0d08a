import { and, eq, gte, or, sql } from "drizzle-orm";
import { markEvents, marks } from "#db/schema/marks";
import { addMonths, londonDay, startOfDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { concernMonths } from "./depth";

/**
 * Whether there was a concern about a provider in the last 24 months, that day included (Standard rules §C.5): a mark of theirs was withdrawn, or suspended because something was looked into.
 * A suspension for a telephone that nobody answers, or for paper, is none. Whatever else is kept of concerns is asked here, and nowhere else.
 */
export async function hadConcern(db: Db, clock: Clock, organisationId: string): Promise<boolean> {
  const since = startOfDay(addMonths(londonDay(clock.now()), -concernMonths));
  const lookedInto = and(eq(markEvents.kind, "suspend"), eq(markEvents.reasonClass, "being_looked_into"));
  const found = await db
    .select({ one: sql`1` })
    .from(markEvents)
    .innerJoin(marks, eq(marks.id, markEvents.markId))
    .where(and(eq(marks.organisationId, organisationId), gte(markEvents.confirmedAt, since), or(eq(markEvents.kind, "withdraw"), lookedInto)))
    .limit(1);
  return found.length > 0;
}
