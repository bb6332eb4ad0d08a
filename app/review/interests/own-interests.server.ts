import { desc, eq, sql } from "drizzle-orm";
import { interestEnds, interests } from "#db/schema/interests";
import { type Actor, hasRole } from "~/accounts/actor";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { counts, freeFrom, type Kind, kindNames, kinds } from "./kinds";
import { statedReading } from "./state-reading.server";

/** A tie as whoever stated it sees it. `counts`: it still matters today; `free`: from when on it does not; null while it goes on. */
export type OwnInterest = { id: string; organisation: string; ours: boolean; kind: Kind; words: string; since: Day; until: Day | null; counts: boolean; free: Day | null };
export type OwnInterests = { interests: OwnInterest[]; reading: { nations: string[]; readsWelsh: boolean } | null; isAssessor: boolean };

/** Somebody's own ties, the newest first, and what they have said of their reading. Two reads. */
export async function ownInterests(db: Db, clock: Clock, actor: Actor): Promise<OwnInterests> {
  const today = londonDay(clock.now());
  const [rows, reading] = await Promise.all([
    db
      .select({
        id: interests.id,
        organisation: interests.organisationName,
        ours: sql<boolean>`${interests.organisationId} is not null`,
        kind: interests.kind,
        words: interests.words,
        since: interests.since,
        until: interestEnds.until,
      })
      .from(interests)
      .leftJoin(interestEnds, eq(interestEnds.interestId, interests.id))
      .where(eq(interests.personId, actor.personId))
      .orderBy(desc(interests.seq)),
    statedReading(db, actor.personId),
  ]);
  const own = rows.flatMap((row): OwnInterest[] => {
    const kind = kindNames.find((each) => each === row.kind);
    return kind ? [{ ...row, kind, counts: counts({ kind, until: row.until }, today), free: row.until && freeFrom(row.until, kinds[kind].months) }] : [];
  });
  return { interests: own, reading: reading ?? null, isAssessor: hasRole(actor, "assessor") };
}
