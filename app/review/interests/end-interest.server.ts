import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { interestEnds, interests } from "#db/schema/interests";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { holdPerson } from "./hold.server";

export type Ended = { ok: true } | { ok: false; why: "ended_already" | "in_future" | "ends_before" };

/** Somebody states on which day a tie of theirs held last: once, not before it began and not in the future. Undefined when it is not theirs. */
export function endInterest(db: Db, clock: Clock, actor: Actor, { interestId, until }: { interestId: string; until: Day }): Promise<Ended | undefined> {
  return db.transaction(async (tx): Promise<Ended | undefined> => {
    if (!z.uuid().safeParse(interestId).success) return undefined;
    await holdPerson(tx, actor.personId);
    const [mine] = await tx
      .select({ since: interests.since, until: interestEnds.until })
      .from(interests)
      .leftJoin(interestEnds, eq(interestEnds.interestId, interests.id))
      .where(and(eq(interests.id, interestId), eq(interests.personId, actor.personId)));
    if (!mine) return undefined;
    const now = clock.now();
    if (mine.until !== null) return { ok: false, why: "ended_already" };
    if (until > londonDay(now)) return { ok: false, why: "in_future" };
    if (until < mine.since) return { ok: false, why: "ends_before" };
    await endOf(tx, interestId, until, now);
    await record(tx, { personId: actor.personId }, now, { type: "person.interest_ended", subject: actor.personId, data: { interest_id: interestId, until } });
    return { ok: true };
  });
}

/** Writes the end of a tie. */
export async function endOf(tx: Db, interestId: string, until: Day, at: Date) {
  await tx.insert(interestEnds).values({ interestId, until, statedAt: at });
}
