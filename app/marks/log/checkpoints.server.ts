import { desc, max, sql } from "drizzle-orm";
import { logCheckpoints, logLeaves } from "#db/schema/log";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { CannotSign } from "~/platform/signing/signer";
import { keyFor } from "../keys/find-keys.server";
import { treeOf } from "./follow-log.server";
import { originOf, signNote } from "./note.server";

export type SignedCheckpoint = typeof logCheckpoints.$inferSelect;

/** The newest of what we signed of the log. Undefined while nothing was signed. */
export async function latestCheckpoint(db: Db): Promise<SignedCheckpoint | undefined> {
  const [row] = await db.select().from(logCheckpoints).orderBy(desc(logCheckpoints.size)).limit(1);
  return row;
}

/**
 * Puts the audit trail's head into the log, once a London day, and signs what the log has become since the last checkpoint: at least daily, therefore, and after every change.
 * Nothing where nothing is new. Throws `CannotSign` when the key is missing, and an error when the log no longer begins with what was signed before: then nothing is signed.
 */
export async function keepLog(db: Db, clock: Clock): Promise<void> {
  const now = clock.now();
  await db.execute(sql`select anchor_audit_head(${londonDay(now)}, ${now.toISOString()})`);
  await signLog(db, now);
}

/**
 * The newest checkpoint, for whoever asks: what was added to the log since the last one is signed first, so that the log never knows less than a mark's own page.
 * While that cannot be done the last one is answered, which says itself how far it goes; the reason is for whoever looks after the machine.
 */
export async function checkpointNow(db: Db, clock: Clock): Promise<SignedCheckpoint | undefined> {
  const [[newest], latest] = await Promise.all([db.select({ seq: max(logLeaves.seq) }).from(logLeaves), latestCheckpoint(db)]);
  if ((newest?.seq ?? -1) < (latest?.size ?? 0)) return latest;
  try {
    await signLog(db, clock.now());
  } catch (error) {
    console.error(error instanceof CannotSign ? error.message : error);
    return latest;
  }
  return latestCheckpoint(db);
}

async function signLog(db: Db, now: Date): Promise<void> {
  const before = await latestCheckpoint(db);
  const size = await db.$count(logLeaves);
  if (size <= (before?.size ?? 0)) return;
  const tree = await treeOf(size);
  if (before && !before.root.equals(tree.root(before.size)))
    throw new Error(`The log is not the one we signed: its first ${before.size} leaves have another root. Nothing is signed until it is.`);
  const { key, signer } = await keyFor(db, "log");
  const root = Buffer.from(tree.root(size));
  const note = await signNote({ origin: originOf(settings().baseUrl), size, root }, signer, key.jwk);
  await db.insert(logCheckpoints).values({ size, root, note, kid: key.kid, madeAt: now }).onConflictDoNothing();
}
