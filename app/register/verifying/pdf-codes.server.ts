import { inflateSync } from "node:zlib";
import { type MarkCode, normaliseCode } from "~/marks/code";

/** What can be learnt of a file without trusting it: whether it is a PDF at all, and which codes it names. Nothing is executed, fetched or drawn. */
export type PdfLook = { is: "empty" | "no_pdf" | "broken" | "locked" } | { is: "pdf"; codes: MarkCode[] };

/** Looks at a file. A code is found in the document's own facts, where ours print it: as plain text, as text of two bytes a letter, as hexadecimal digits, or packed away by whoever saved it again. */
export function lookAtPdf(bytes: Buffer): PdfLook {
  if (bytes.length === 0) return { is: "empty" };
  const text = bytes.toString("latin1");
  if (!text.slice(0, 1024).includes("%PDF-")) return { is: "no_pdf" };
  const codes = codesIn(text, ...hexadecimal(text), ...packed(bytes, text));
  if (codes.length > 0) return { is: "pdf", codes };
  if (/\/Encrypt\b/.test(text)) return { is: "locked" };
  return text.lastIndexOf("%%EOF") === -1 || !text.includes("startxref") ? { is: "broken" } : { is: "pdf", codes };
}

const ours = /(?<![0-9A-Z-])[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(?![0-9A-Z-])/g;
const codesAtMost = 5;

/** Well-formed codes, each once, in the order they are found. NULs are taken out: they are half of every letter in two-byte text. */
function codesIn(...texts: string[]): MarkCode[] {
  const found = texts
    .flatMap((text) => [...text.matchAll(ours), ...text.replaceAll("\0", "").matchAll(ours)])
    .flatMap(([match]) => {
      const read = normaliseCode(match);
      return read.ok ? [read.code] : [];
    });
  return [...new Set(found)].slice(0, codesAtMost);
}

const hexAtMost = 1_000;

/** Strings of two bytes a letter, as some programs write them when they save again. */
function* hexadecimal(text: string): Generator<string> {
  let left = hexAtMost;
  for (const [, digits = ""] of text.matchAll(/<FEFF((?:00[0-9A-F]{2}){12,200})>/gi)) {
    if (left-- === 0) return;
    yield Buffer.from(digits, "hex").toString("latin1");
  }
}

// A hostile file may hold very many streams, or one that unpacks to very much.
const streamsAtMost = 200;
const bytesAtMost = 2_000_000;

/** The text of packed objects and metadata. Page contents are left alone: their letters are numbers of a font. */
function* packed(bytes: Buffer, text: string): Generator<string> {
  let left = bytesAtMost;
  let streams = 0;
  for (const { index, 0: opening } of text.matchAll(/\/(?:ObjStm|Metadata)\b[\s\S]{0,300}?stream\r?\n/g)) {
    if (++streams > streamsAtMost || left <= 0) return;
    const from = index + opening.length;
    const to = text.indexOf("endstream", from);
    if (to === -1) continue;
    try {
      const unpacked = inflateSync(bytes.subarray(from, to), { maxOutputLength: left });
      left -= unpacked.length;
      yield unpacked.toString("latin1");
    } catch {
      // Not packed in this way, damaged, or too much: then it says nothing.
    }
  }
}

/** The one credential attached to a PDF, as text; undefined where there is none, or more than one thing that could be it. */
export function embeddedJwt(bytes: Buffer): string | undefined {
  const text = bytes.toString("latin1");
  const found = new Set<string>();
  let streams = 0;
  for (const { index, 0: opening } of text.matchAll(/\/EmbeddedFile\b[\s\S]{0,600}?stream\r?\n/g)) {
    if (++streams > attachmentsAtMost) return undefined;
    const from = index + opening.length;
    const to = text.indexOf("endstream", from);
    if (to === -1) continue;
    const held = /\/FlateDecode/.test(opening) ? unpacked(bytes.subarray(from, to)) : bytes.subarray(from, to);
    const jwt = held?.toString("latin1").trim();
    if (jwt && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(jwt)) found.add(jwt);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

const attachmentsAtMost = 20;
const longestAttachment = 20_000;

function unpacked(packed: Buffer): Buffer | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: longestAttachment });
  } catch {
    return undefined;
  }
}
