import { fileTypeFromBuffer } from "file-type";
import { endingOf, type FileRefusal, fileKinds, mostBytes } from "./file-kinds";

export type Looked = { ok: true; mediaType: string } | { ok: false; why: FileRefusal };

/**
 * Looks at a file before it is kept: its size, the ending of its name, and whether its content is what the ending says, by its first bytes
 * and, for Office files, by what lies in the archive (one with macros is another type). Not a virus scan: a file is only ever handed out as a download.
 */
export async function look(name: string, bytes: Uint8Array): Promise<Looked> {
  if (bytes.length === 0) return { ok: false, why: "empty" };
  if (bytes.length > mostBytes) return { ok: false, why: "too_big" };
  const ending = endingOf(name);
  if (!ending) return { ok: false, why: "type_not_allowed" };
  const { mediaType, contents } = fileKinds[ending];
  const found = await contentType(bytes);
  if (!(contents as readonly string[]).includes(found ?? ""))
    return { ok: false, why: found === "application/x-cfb" && mediaType.includes("officedocument") ? "locked" : "content_differs" };
  if (mediaType === "application/pdf" && isLockedPdf(bytes)) return { ok: false, why: "locked" };
  return { ok: true, mediaType };
}

/** Undefined for what is no known kind, and for an archive that is broken. */
const contentType = (bytes: Uint8Array) =>
  fileTypeFromBuffer(bytes).then(
    (found) => found?.mime,
    () => undefined,
  );

/** A password shows as /Encrypt in the trailer, which is never compressed away from the end of an encrypted file's cross-reference. */
const isLockedPdf = (bytes: Uint8Array) => /\/Encrypt\s+\d+\s+\d+\s+R/.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"));
