import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import { retentionPlans } from "#db/schema/retention";
import { record } from "~/audit/record.server";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { among } from "./ending.server";
import { type EndingName, endings } from "./endings.server";

const batch = 100;
const by = { system: "retention" };

export type CarriedOut = { id: string; ending: EndingName; removed: number; spared: number };

/**
 * Carries out the plans whose day has come: each thing in them that is still over, is not held back and is not in use again. What somebody is changing at this moment waits for the next time.
 * In batches, a transaction each, so that a stop in the middle leaves whole things. Twice, or two at once, is as good as once. Answers the plans that are through.
 */
export async function carryOutPlans(db: Db, clock: Clock): Promise<CarriedOut[]> {
  const today = londonDay(clock.now());
  const plans = await db
    .select({ id: retentionPlans.id, ending: sql<EndingName>`${retentionPlans.ending}` })
    .from(retentionPlans)
    .where(and(isNull(retentionPlans.carriedOutAt), lte(retentionPlans.fromDay, today)))
    .orderBy(asc(retentionPlans.plannedAt), asc(retentionPlans.id));
  const done: CarriedOut[] = [];
  for (const plan of plans) {
    for (let last: string | undefined = "00000000-0000-0000-0000-000000000000"; last !== undefined; ) last = await carryOn(db, clock, plan, today, last);
    const through = await close(db, clock, plan);
    if (through) done.push(through);
  }
  return done;
}

/** One batch of a plan, of what comes after `last`. Answers the last of it; undefined where nothing was left. */
function carryOn(db: Db, clock: Clock, { id, ending: name }: { id: string; ending: EndingName }, today: Day, last: string): Promise<string | undefined> {
  const ending = endings[name];
  return db.transaction(async (tx) => {
    const taken = await tx.execute<{ id: string }>(sql`
      select item_id as id from retention_items where plan_id = ${id} and item_id > ${last}::uuid order by item_id limit ${batch} for update skip locked`);
    const ids = taken.map((each) => each.id);
    if (ids.length === 0) return undefined;
    const busy = await heldElsewhere(tx, ending.holds, ids);
    const handled = ids.filter((each) => !busy.has(each));
    const due = await tx.execute<{ id: string }>(sql`select due.id from (${ending.due(today)}) due where due.id = any(${among(handled)})`);
    const over = due.map((each) => each.id);
    if (over.length > 0) await ending.end(tx, clock, over);
    await tx.execute(sql`delete from retention_items where plan_id = ${id} and item_id = any(${among(handled)})`);
    await tx
      .update(retentionPlans)
      .set({ removed: sql`${retentionPlans.removed} + ${over.length}`, spared: sql`${retentionPlans.spared} + ${handled.length - over.length}` })
      .where(eq(retentionPlans.id, id));
    return ids.at(-1);
  });
}

/** Holds the rows until the transaction ends; answers those that somebody else holds. */
async function heldElsewhere(tx: Db, table: string | undefined, ids: readonly string[]): Promise<Set<string>> {
  if (!table) return new Set();
  const there = await tx.execute<{ id: string }>(sql`select id from ${sql.raw(table)} where id = any(${among(ids)})`);
  const held = await tx.execute<{ id: string }>(sql`select id from ${sql.raw(table)} where id = any(${among(ids)}) for update skip locked`);
  const mine = new Set(held.map(({ id }) => id));
  return new Set(there.flatMap(({ id }) => (mine.has(id) ? [] : [id])));
}

/** A plan with nothing left in it is through, and that is recorded once. */
function close(db: Db, clock: Clock, { id, ending }: { id: string; ending: EndingName }): Promise<CarriedOut | undefined> {
  return db.transaction(async (tx) => {
    const [plan] = await tx
      .update(retentionPlans)
      .set({ carriedOutAt: clock.now() })
      .where(and(eq(retentionPlans.id, id), isNull(retentionPlans.carriedOutAt), sql`not exists (select 1 from retention_items i where i.plan_id = ${id})`))
      .returning({ removed: retentionPlans.removed, spared: retentionPlans.spared });
    if (!plan) return undefined;
    await record(tx, by, clock.now(), { type: "retention.carried_out", subject: id, data: { ending, ...plan } });
    return { id, ending, ...plan };
  });
}
