import { and, eq, gte, or, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { concerns } from "#db/schema/concerns";
import { markEvents, marks } from "#db/schema/marks";
import { addMonths, londonDay, startOfDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { concernMonths } from "./depth";

/**
 * Whether there was a concern about a provider in the last 24 months, that day included (Standard rules §C.5): a mark of theirs was withdrawn, or suspended because something was looked into.
 * A suspension for a telephone that nobody answers, or for paper, is none. So is what somebody told us, until a moderator has upheld it or told an agency of it. One read.
 */
export async function hadConcern(db: Db, clock: Clock, organisationId: string): Promise<boolean> {
  const since = startOfDay(addMonths(londonDay(clock.now()), -concernMonths));
  const lookedInto = and(eq(markEvents.kind, "suspend"), eq(markEvents.reasonClass, "being_looked_into"));
  const ofMarks = db
    .select({ one: sql<number>`1` })
    .from(markEvents)
    .innerJoin(marks, eq(marks.id, markEvents.markId))
    .where(and(eq(marks.organisationId, organisationId), gte(markEvents.confirmedAt, since), or(eq(markEvents.kind, "withdraw"), lookedInto)));
  const toldUs = db
    .select({ one: sql<number>`1` })
    .from(concerns)
    .where(and(eq(concerns.organisationId, organisationId), or(gte(concerns.agencyToldAt, since), and(eq(concerns.state, "upheld"), gte(concerns.closedAt, since)))));
  const found = await unionAll(ofMarks, toldUs).limit(1);
  return found.length > 0;
}
