import { and, eq, inArray } from "drizzle-orm";
import { evidenceFiles } from "#db/schema/evidence";
import { latestCaptures } from "~/evidence/capture-link.server";
import type { Db } from "~/platform/database.server";
import type { EvidenceItem, SubmissionContent } from "./answer";

/** The files shown, as they are frozen when something is sent: by id, with name, kind, size and hash. Throws when one is not the organisation's, or was never looked at. */
export async function filesIn(tx: Db, organisationId: string, shown: readonly EvidenceItem[]): Promise<SubmissionContent["files"]> {
  const ids = [...new Set(shown.flatMap(({ file }) => file ?? []))];
  if (ids.length === 0) return {};
  const rows = await tx
    .select()
    .from(evidenceFiles)
    .where(and(inArray(evidenceFiles.id, ids), eq(evidenceFiles.organisationId, organisationId)));
  if (rows.length !== ids.length || rows.some(({ checkedAt }) => checkedAt === null)) throw new Error("A file that is shown is not there or was never checked");
  return Object.fromEntries(rows.map((row) => [row.id, { name: row.name, media_type: row.mediaType, bytes: row.bytes, sha256: row.sha256 }]));
}

/** The web pages shown, by address, with the newest look at each that kept something. Nothing where no page was kept, so that what was sent before pages were kept has the same shape. */
export async function linksIn(tx: Db, organisationId: string, shown: readonly EvidenceItem[]): Promise<Pick<SubmissionContent, "links">> {
  const kept = [
    ...(await latestCaptures(
      tx,
      organisationId,
      shown.flatMap(({ link }) => link ?? []),
    )),
  ];
  if (kept.length === 0) return {};
  return { links: Object.fromEntries(kept.map(([url, { id, sha256: hash, capturedAt }]) => [url, { capture: id, sha256: hash!, at: capturedAt.toISOString() }])) };
}
