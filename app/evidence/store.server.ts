import { evidenceFiles } from "#db/schema/evidence";
import { type Actor, membershipIn } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { discardFile, FilesUnavailable, type Stored, storeFile } from "~/platform/files.server";
import type { FileRefusal } from "./file-kinds";
import { safeName } from "./file-name";
import { look } from "./look.server";

export type EvidenceStored = { ok: true; file: { id: string; name: string; mediaType: string; bytes: number; sha256: string } } | { ok: false; why: FileRefusal };

/**
 * Keeps one file for an organisation, looked at first: see `look`. Which answer shows it is said in the answer.
 * Refuses, and keeps nothing, when it is empty, over 20 MB, of a kind that cannot be shown, not what its name says, locked, or when the storage does not answer.
 * Undefined when the actor does not belong to the organisation.
 */
export async function storeEvidence(
  db: Db,
  clock: Clock,
  actor: Actor,
  { organisationId, name: given, bytes }: { organisationId: string; name: string; bytes: Uint8Array },
): Promise<EvidenceStored | undefined> {
  if (!membershipIn(actor, organisationId)) return undefined;
  const name = safeName(given);
  const looked = await look(name, bytes);
  if (!looked.ok) return looked;
  const stored = await keep(bytes);
  if (!stored) return { ok: false, why: "storage_unavailable" };
  return { ok: true, file: await write(db, clock, actor, { organisationId, name, mediaType: looked.mediaType, ...stored }) };
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
async function write(db: Db, clock: Clock, actor: Actor, file: Stored & { organisationId: string; name: string; mediaType: string }) {
  const now = clock.now();
  const { name, mediaType, bytes, sha256 } = file;
  let written = false;
  try {
    return await db.transaction(async (tx) => {
      const [row] = await tx
        .insert(evidenceFiles)
        .values({ ...file, uploadedAt: now, uploadedBy: actor.personId, checkedAt: now })
        .returning({ id: evidenceFiles.id });
      await record(tx, { personId: actor.personId }, now, { type: "evidence.stored", subject: row!.id, data: { sha256, bytes } });
      written = true;
      return { id: row!.id, name, mediaType, bytes, sha256 };
    });
  } finally {
    if (!written) await discardFile(file.storageKey);
  }
}
