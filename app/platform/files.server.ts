import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readFile, rename, rm, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { settings } from "./env.server";
import { remember } from "./remember";

/** Thrown while the storage does not answer. Callers say so and keep what was typed. */
export class FilesUnavailable extends Error {}

const stalled = remember("files stalled", () => ({ until: 0 }));

/** Makes storage unavailable for a while, so that failure can be watched in the demo. */
export const stallFiles = (seconds: number) => {
  stalled.until = Date.now() + seconds * 1000;
};

export type Stored = { storageKey: string; sha256: string; bytes: number };

export type FileKind = "evidence" | "certificates" | "letters" | "snapshots";

/** Stores bytes, or pieces of them as they come, under a new key; on return they are on disk. A key names a kind and nothing else: `certificates/3f…`. */
export async function storeFile(kind: FileKind, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<Stored> {
  available();
  const id = randomUUID();
  const storageKey = `${kind}/${id.slice(0, 2)}/${id}`;
  const path = pathOf(storageKey);
  const part = `${path}.part`;
  const hash = createHash("sha256");
  let length = 0;
  await mkdir(dirname(path), { recursive: true });
  try {
    await synced(part, "wx", async (file) => {
      for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
        hash.update(piece);
        length += piece.length;
        await file.writeFile(piece); // each goes on where the one before it ended
      }
    });
    await rename(part, path);
    await synced(dirname(path), "r"); // the name, too
  } catch (error) {
    await unlink(part).catch(() => {});
    throw error;
  }
  return { storageKey, sha256: hash.digest("hex"), bytes: length };
}

/** The bytes, or undefined when there are none under this key. */
export async function readStored(storageKey: string): Promise<Buffer | undefined> {
  available();
  try {
    return await readFile(pathOf(storageKey));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** The bytes as a stream, for files that are too long to hold in memory. Read it to its end or cancel it. Undefined when there are none under this key. */
export async function streamStored(storageKey: string): Promise<ReadableStream<Uint8Array> | undefined> {
  available();
  try {
    const file = await open(pathOf(storageKey), "r");
    return Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Whether storage answers, for whoever asks about our health. Throws or is false when it does not. */
export async function filesAnswer(): Promise<boolean> {
  available();
  await mkdir(settings().files, { recursive: true });
  return true;
}

/** For bytes whose row was never written. */
export const discardFile = (storageKey: string) => unlink(pathOf(storageKey)).catch(() => {});

/** Deletes the bytes under this key for good. Nothing where there are none: twice is as good as once. */
export async function removeStored(storageKey: string): Promise<void> {
  available();
  await rm(pathOf(storageKey), { force: true });
}

export const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

async function synced(path: string, flags: string, write = async (_: FileHandle) => {}) {
  const handle = await open(path, flags);
  try {
    await write(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function available() {
  if (Date.now() < stalled.until) throw new FilesUnavailable("The file storage does not answer.");
}

function pathOf(storageKey: string) {
  if (!/^[a-z]+\/[0-9a-f]{2}\/[0-9a-f-]{36}$/.test(storageKey)) throw new Error(`Not a storage key: ${storageKey}`);
  return join(settings().files, storageKey);
}
