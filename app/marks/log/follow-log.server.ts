import { asc, gte } from "drizzle-orm";
import { logLeaves } from "#db/schema/log";
import { type Db, pool } from "~/platform/database.server";
import { remember } from "~/platform/remember";
import { growTree } from "./hashes.server";
import type { Tree } from "./tree";

/** Leaves read at a time. */
const many = 5000;

type Followed = { tree: Tree; reading: Promise<void> };
const followed = remember("log", () => new WeakMap<object, Followed>());

/**
 * The tree of the log with at least its first `size` leaves. Kept in memory for each database and grown by what was added since: leaves never change, so it is never wrong, at most behind.
 * Who asks while somebody else reads waits for the same reading. Throws when there are not so many leaves.
 */
export async function treeOf(size: number): Promise<Tree> {
  const log = followed.get(pool.sql) ?? { tree: growTree(), reading: Promise.resolve() };
  followed.set(pool.sql, log);
  if (log.tree.size() < size) {
    log.reading = log.reading.catch(() => {}).then(() => catchUp(pool.db, log.tree, size));
    await log.reading;
  }
  return log.tree;
}

async function catchUp(db: Db, tree: Tree, size: number): Promise<void> {
  while (tree.size() < size) {
    const rows = await db.select({ seq: logLeaves.seq, hash: logLeaves.hash }).from(logLeaves).where(gte(logLeaves.seq, tree.size())).orderBy(asc(logLeaves.seq)).limit(many);
    if (rows[0]?.seq !== tree.size()) throw new Error(`The log has no leaf ${tree.size()}, and was said to have ${size}.`);
    for (const { hash } of rows) tree.append(hash);
  }
}
