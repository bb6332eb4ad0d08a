import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
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

/** Stores bytes under a new key; on return they are on disk. A key names a kind and nothing else: `certificates/3f…`. */
export async function storeFile(kind: "evidence" | "certificates" | "letters", bytes: Uint8Array): Promise<Stored> {
  available();
  const id = randomUUID();
  const storageKey = `${kind}/${id.slice(0, 2)}/${id}`;
  const path = pathOf(storageKey);
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(`${path}.part`, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.part`, path);
  return { storageKey, sha256: sha256(bytes), bytes: bytes.length };
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

/** For bytes whose row was never written. */
export const discardFile = (storageKey: string) => unlink(pathOf(storageKey)).catch(() => {});

export const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

function available() {
  if (Date.now() < stalled.until) throw new FilesUnavailable("The file storage does not answer.");
}

function pathOf(storageKey: string) {
  if (!/^[a-z]+\/[0-9a-f]{2}\/[0-9a-f-]{36}$/.test(storageKey)) throw new Error(`Not a storage key: ${storageKey}`);
  return join(settings().files, storageKey);
}
