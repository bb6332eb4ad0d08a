import { desc, eq } from "drizzle-orm";
import { readerStatements } from "#db/schema/interests";
import { type Actor, hasRole } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Nation } from "../bank-holidays";
import { nations as allNations } from "./nations";

/** An assessor states of which nations they read cases, and whether they read Welsh: what suggestions go by. The newest counts; the same again is not kept. Refused to everybody else. */
export function stateReading(
  db: Db,
  clock: Clock,
  actor: Actor,
  given: { nations: readonly Nation[]; readsWelsh: boolean },
): Promise<{ ok: true } | { ok: false; why: "wrong_role" }> {
  return db.transaction(async (tx): Promise<{ ok: true } | { ok: false; why: "wrong_role" }> => {
    if (!hasRole(actor, "assessor")) return { ok: false, why: "wrong_role" };
    const nations = allNations.filter((each) => given.nations.includes(each));
    const before = await statedReading(tx, actor.personId);
    if (before && before.readsWelsh === given.readsWelsh && before.nations.join() === nations.join()) return { ok: true };
    const now = clock.now();
    await tx.insert(readerStatements).values({ personId: actor.personId, nations, readsWelsh: given.readsWelsh, statedAt: now });
    await record(tx, { personId: actor.personId }, now, { type: "person.reading_stated", subject: actor.personId, data: { nations, reads_welsh: given.readsWelsh } });
    return { ok: true };
  });
}

/** What they stated last; undefined when they never did. */
export async function statedReading(db: Db, personId: string): Promise<{ nations: string[]; readsWelsh: boolean } | undefined> {
  const [last] = await db
    .select({ nations: readerStatements.nations, readsWelsh: readerStatements.readsWelsh })
    .from(readerStatements)
    .where(eq(readerStatements.personId, personId))
    .orderBy(desc(readerStatements.seq))
    .limit(1);
  return last;
}
