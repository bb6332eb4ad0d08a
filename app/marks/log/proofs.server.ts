import { asc, between, eq } from "drizzle-orm";
import { logLeaves } from "#db/schema/log";
import type { Db } from "~/platform/database.server";
import type { MarkCode } from "../code";
import { latestCheckpoint, type SignedCheckpoint } from "./checkpoints.server";
import { treeOf } from "./follow-log.server";
import type { Hash } from "./tree";

export type LoggedLeaf = { seq: number; content: string; hash: Buffer };
const columns = { seq: logLeaves.seq, content: logLeaves.content, hash: logLeaves.hash };

/** Every leaf of a mark, each with its proof in the newest checkpoint. `waiting` are those that were added since, and will be in the next. */
export type MarkProof = { checkpoint: SignedCheckpoint; leaves: (LoggedLeaf & { proof: Hash[] })[]; waiting: number };

/** The proofs of a mark. "unknown" where the log has nothing of this code, "unsigned" while nothing was signed. */
export async function proofOf(db: Db, code: MarkCode): Promise<MarkProof | "unknown" | "unsigned"> {
  const rows = await db.select(columns).from(logLeaves).where(eq(logLeaves.code, code)).orderBy(asc(logLeaves.seq));
  if (rows.length === 0) return "unknown";
  const checkpoint = await latestCheckpoint(db);
  if (!checkpoint) return "unsigned";
  const tree = await treeOf(checkpoint.size);
  const leaves = rows.filter(({ seq }) => seq < checkpoint.size).map((leaf) => ({ ...leaf, proof: tree.inclusion(leaf.seq, checkpoint.size) }));
  return { checkpoint, leaves, waiting: rows.length - leaves.length };
}

/** The leaves from one place to another, both included. */
export const leavesBetween = (db: Db, start: number, end: number): Promise<LoggedLeaf[]> =>
  db
    .select(columns)
    .from(logLeaves)
    .where(between(logLeaves.seq, start, end))
    .orderBy(asc(logLeaves.seq));

export type ConsistencyProof = { from: { size: number; root: Hash }; to: { size: number; root: Hash }; proof: Hash[] };

/** That the first `from` leaves are the beginning of the first `to`. Both are at least 1, in order, and no more than were signed. */
export async function consistencyBetween(from: number, to: number): Promise<ConsistencyProof> {
  const tree = await treeOf(to);
  return { from: { size: from, root: tree.root(from) }, to: { size: to, root: tree.root(to) }, proof: tree.consistency(from, to) };
}
