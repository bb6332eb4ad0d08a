import { sql } from "drizzle-orm";
import type { Db } from "~/platform/database.server";

/**
 * One at a time, until the transaction ends: who follows and what has been noticed are settled one after the other, so that nobody who begins to follow misses a change or hears of one
 * that was there before.
 */
export const oneAtATime = (tx: Db) => tx.execute(sql`select pg_advisory_xact_lock(7261005)`);
