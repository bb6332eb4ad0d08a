import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import { registerSnapshots } from "#db/schema/log";
import { marks } from "#db/schema/marks";
import { findMarks } from "~/marks/find-marks.server";
import { keepOnce } from "~/marks/keep-once.server";
import { keyFor, keyUrl } from "~/marks/keys/find-keys.server";
import { latestCheckpoint } from "~/marks/log/checkpoints.server";
import { originOf } from "~/marks/log/note.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { enqueue } from "~/platform/jobs.server";
import { paths } from "~/platform/paths";
import { signJws } from "~/platform/signing/jws.server";
import { instant, markAnswer } from "../mark-answer";
import { type Manifest, snapshotsOver } from "./snapshot";

/** Marks read at a time: what is held in memory, however many there are. */
const many = 500;

/**
 * Keeps the register as it is, once a London day: a file with a line for each mark, as `/marks/CODE.json` says it, all true at one moment, and a signed statement of its hash.
 * However often and by however many at a time this is called, a day has one. Then lets go of those that have had their time. Throws `CannotSign` when the key is missing: the day waits.
 */
export async function makeSnapshot(db: Db, clock: Clock): Promise<void> {
  const now = clock.now();
  const day = londonDay(now);
  const [there] = await db.select({ day: registerSnapshots.day }).from(registerSnapshots).where(eq(registerSnapshots.day, day));
  if (!there) await keepDay(db, now);
  await letGo(db, now);
}

async function keepDay(db: Db, now: Date): Promise<void> {
  const { key, signer } = await keyFor(db, "register");
  const { baseUrl } = settings();
  const day = londonDay(now);
  // One view of the database for all pages of it: no mark is missed or told twice, whatever happens meanwhile.
  await db.transaction(
    async (read) => {
      const checkpoint = await latestCheckpoint(read);
      const count = { marks: 0 };
      await keepOnce(db, "snapshots", everyLine(read, now, count), async (tx, stored) => {
        const manifest: Manifest = {
          iss: baseUrl,
          iat: Math.floor(now.getTime() / 1000),
          day,
          as_at: instant(now),
          marks: count.marks,
          bytes: stored.bytes,
          sha256: stored.sha256,
          file: baseUrl + paths.snapshotFile(day),
          log: checkpoint ? { origin: originOf(baseUrl), size: checkpoint.size, root: checkpoint.root.toString("base64") } : null,
        };
        const signed = await signJws(signer, { kid: keyUrl(baseUrl, key.kid), typ: "register-snapshot+jwt" }, manifest);
        const kept = await tx
          .insert(registerSnapshots)
          .values({ day, asAt: now, ...stored, marks: count.marks, manifest: signed, kid: key.kid, madeAt: now })
          .onConflictDoNothing({ target: registerSnapshots.day })
          .returning({ day: registerSnapshots.day });
        return kept.length > 0;
      });
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

async function* everyLine(db: Db, now: Date, count: { marks: number }): AsyncGenerator<Uint8Array> {
  const { baseUrl } = settings();
  for (let after = 0; ; ) {
    const page = await findMarks(db, gt(marks.number, after), { orderBy: [asc(marks.number)], limit: many });
    const last = page.at(-1);
    if (!last) return;
    yield Buffer.from(page.map((mark) => `${JSON.stringify(markAnswer(mark, now, baseUrl))}\n`).join(""));
    count.marks += page.length;
    after = last.number;
  }
}

async function letGo(db: Db, now: Date): Promise<void> {
  const stored = await db.select({ day: registerSnapshots.day }).from(registerSnapshots).where(isNull(registerSnapshots.removedAt));
  const over = snapshotsOver(
    stored.map(({ day }) => day),
    londonDay(now),
  );
  if (over.length === 0) return;
  await db.transaction(async (tx) => {
    const gone = await tx
      .update(registerSnapshots)
      .set({ removedAt: now })
      .where(and(inArray(registerSnapshots.day, over), isNull(registerSnapshots.removedAt)))
      .returning({ key: registerSnapshots.storageKey });
    for (const { key } of gone) await enqueue(tx, "remove-file", { key }, `remove-file:${key}`);
  });
}
