import { desc, eq } from "drizzle-orm";
import { registerSnapshots } from "#db/schema/log";
import { keyUrl } from "~/marks/keys/find-keys.server";
import type { Day } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { instant } from "../mark-answer";
import type { SnapshotsAnswer } from "./snapshot";

/** Every day's copy there ever was, newest first, as we say it. `origin` has no slash at its end. */
export async function snapshotsSaid(db: Db, now: Date, origin: string): Promise<SnapshotsAnswer> {
  const rows = await db.select().from(registerSnapshots).orderBy(desc(registerSnapshots.day));
  return {
    as_at: instant(now),
    snapshots: rows.map(({ day, asAt, marks, bytes, sha256, kid, removedAt }) => ({
      day,
      as_at: instant(asAt),
      marks,
      bytes,
      sha256,
      file: removedAt ? null : origin + paths.snapshotFile(day),
      manifest: origin + paths.snapshotManifest(day),
      key: keyUrl(origin, kid),
    })),
  };
}

/** The copy of one day. */
export async function snapshotOf(db: Db, day: Day) {
  const [row] = await db.select().from(registerSnapshots).where(eq(registerSnapshots.day, day));
  return row;
}
