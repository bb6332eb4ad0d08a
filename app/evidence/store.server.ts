import { evidenceFiles } from "#db/schema/evidence";
import { type Actor, membershipIn } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { discardFile, FilesUnavailable, type Stored, storeFile } from "~/platform/files.server";
import { enqueue } from "~/platform/jobs.server";
import type { FileRefusal } from "./file-kinds";
import { safeName } from "./file-name";
import { look } from "./look.server";
import { findInName } from "./personal-data";
import { withoutPlace } from "./photo-place";
import { scan } from "./scan.server";

export type EvidenceStored = { ok: true; file: { id: string; name: string; mediaType: string; bytes: number; sha256: string } } | { ok: false; why: FileRefusal };

/**
 * Keeps one file for an organisation, looked at first: see `look`; scanned where a scanner is connected; a photo without where it was taken.
 * Which answer shows it is said in the answer. A job then looks inside for personal details.
 * Refuses, and keeps nothing, when it is empty, over 20 MB, of a kind that cannot be shown, not what its name says, locked, infected, or when scanner or storage do not answer.
 * Undefined when the actor does not belong to the organisation.
 */
export async function storeEvidence(
  db: Db,
  clock: Clock,
  actor: Actor,
  { organisationId, name: given, bytes: sent }: { organisationId: string; name: string; bytes: Uint8Array },
): Promise<EvidenceStored | undefined> {
  if (!membershipIn(actor, organisationId)) return undefined;
  const name = safeName(given);
  const looked = await look(name, sent);
  if (!looked.ok) return looked;
  const scanned = await scannedBy(sent);
  if (scanned === "infected") return { ok: false, why: "infected" };
  if (scanned === "no_answer") return { ok: false, why: "not_scanned" };
  const bytes = withoutPlace(sent, looked.mediaType);
  const stored = await keep(bytes);
  if (!stored) return { ok: false, why: "storage_unavailable" };
  return { ok: true, file: await write(db, clock, actor, { organisationId, name, mediaType: looked.mediaType, scan: scanned, ...stored }) };
}

/** `unscanned` where no scanner is connected. */
async function scannedBy(bytes: Uint8Array) {
  const { clamdUrl } = settings();
  return clamdUrl ? scan(clamdUrl, bytes) : "unscanned";
}

async function keep(bytes: Uint8Array): Promise<Stored | undefined> {
  try {
    return await storeFile("evidence", bytes);
  } catch (error) {
    if (error instanceof FilesUnavailable) return undefined;
    throw error;
  }
}

/**
 * Writes the row. The bytes are thrown away when it surely does not stand; not when only the end of the transaction was not heard of:
 * a file too many is better than a row whose file is gone.
 */
async function write(db: Db, clock: Clock, actor: Actor, file: Stored & { organisationId: string; name: string; mediaType: string; scan: "clean" | "unscanned" }) {
  const now = clock.now();
  const { name, mediaType, bytes, sha256 } = file;
  let written = false;
  try {
    return await db.transaction(async (tx) => {
      const [row] = await tx
        .insert(evidenceFiles)
        .values({ ...file, uploadedAt: now, uploadedBy: actor.personId, checkedAt: now, findings: findInName(name) })
        .returning({ id: evidenceFiles.id });
      await record(tx, { personId: actor.personId }, now, { type: "evidence.stored", subject: row!.id, data: { sha256, bytes } });
      await enqueue(tx, "look-inside", { id: row!.id }, `look-inside:${row!.id}`);
      written = true;
      return { id: row!.id, name, mediaType, bytes, sha256 };
    });
  } finally {
    if (!written) await discardFile(file.storageKey);
  }
}
