import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { linkCaptures } from "#db/schema/evidence";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { discardFile, storeFile } from "~/platform/files.server";
import { enqueue } from "~/platform/jobs.server";
import { type FetchOptions, fetchPage } from "./fetch-page.server";

export type Capture = typeof linkCaptures.$inferSelect;

/** Asks for a look at each of these pages once the transaction stands; never within a request. The same page asked for twice before it was looked at is one look. */
export async function askToCapture(tx: Db, organisationId: string, urls: readonly string[]) {
  for (const url of new Set(urls)) await enqueue(tx, "capture-link", { organisationId, url }, `capture:${organisationId}:${url}`.slice(0, 500));
}

/** The job: looks at a page and keeps what is there, or how that ended. A later look is a new row, unless it found the very same. */
export async function captureLink(db: Db, clock: Clock, { organisationId, url }: { organisationId: string; url: string }, options: FetchOptions = {}): Promise<void> {
  const fetched = await fetchPage(url, options);
  const stored = fetched.outcome === "kept" ? await storeFile("evidence", fetched.bytes) : undefined;
  const now = clock.now();
  let written = false;
  try {
    written = await db.transaction(async (tx) => {
      const before = (await latestCaptures(tx, organisationId, [url])).get(url);
      if (stored && before?.sha256 === stored.sha256) return false;
      const kept = fetched.outcome === "kept" && stored ? { mediaType: fetched.mediaType, ...stored } : {};
      const [row] = await tx
        .insert(linkCaptures)
        .values({ organisationId, url, capturedAt: now, outcome: fetched.outcome, httpStatus: fetched.status, ...kept })
        .returning({ id: linkCaptures.id });
      await record(tx, { system: "capture-link" }, now, { type: "evidence.link_captured", subject: row!.id, data: { outcome: fetched.outcome, sha256: stored?.sha256 ?? null } });
      return true;
    });
  } finally {
    if (stored && !written) await discardFile(stored.storageKey);
  }
}

/** The newest look at each page at which something was kept, by address. */
export async function latestCaptures(db: Db, organisationId: string, urls: readonly string[]): Promise<Map<string, Capture>> {
  if (urls.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([linkCaptures.url])
    .from(linkCaptures)
    .where(and(eq(linkCaptures.organisationId, organisationId), inArray(linkCaptures.url, [...urls]), eq(linkCaptures.outcome, "kept"), isNull(linkCaptures.removedAt)))
    .orderBy(linkCaptures.url, desc(linkCaptures.capturedAt));
  return new Map(rows.map((row) => [row.url, row]));
}
