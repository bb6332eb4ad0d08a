import type { Db } from "~/platform/database.server";
import { discardFile, type FileKind, type Stored, storeFile } from "~/platform/files.server";

/**
 * Stores bytes and has their row written. When somebody else was faster (`write` answers false), or writing fails, the bytes are thrown away again;
 * not when only the end of the transaction was not heard of: a file too many is better than a row whose file is gone.
 */
export async function keepOnce(db: Db, kind: FileKind, bytes: Uint8Array | AsyncIterable<Uint8Array>, write: (tx: Db, stored: Stored) => Promise<boolean>): Promise<void> {
  const stored = await storeFile(kind, bytes);
  let written = false;
  try {
    await db.transaction(async (tx) => {
      written = await write(tx, stored);
    });
  } finally {
    if (!written) await discardFile(stored.storageKey);
  }
}
