import type { Language } from "~/platform/words";
import { evidenceWords } from "./words/evidence-words";

/** Files that can be shown: by the ending of their name, what their content must be, and what they are called. */
export const fileKinds = {
  pdf: { mediaType: "application/pdf", contents: ["application/pdf"] },
  jpg: { mediaType: "image/jpeg", contents: ["image/jpeg"] },
  jpeg: { mediaType: "image/jpeg", contents: ["image/jpeg"] },
  png: { mediaType: "image/png", contents: ["image/png"] },
  webp: { mediaType: "image/webp", contents: ["image/webp"] },
  heic: { mediaType: "image/heic", contents: ["image/heic", "image/heif"] },
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    contents: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  },
  xlsx: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", contents: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] },
  odt: { mediaType: "application/vnd.oasis.opendocument.text", contents: ["application/vnd.oasis.opendocument.text"] },
  ods: { mediaType: "application/vnd.oasis.opendocument.spreadsheet", contents: ["application/vnd.oasis.opendocument.spreadsheet"] },
} as const;
export type Ending = keyof typeof fileKinds;

/** Pictures that every browser draws. */
export const canBeDrawn = (mediaType: string): boolean => ["image/jpeg", "image/png", "image/webp"].includes(mediaType);
/** Files in which there may be words that can be taken out. */
export const hasWords = (mediaType: string): boolean => mediaType === fileKinds.pdf.mediaType || mediaType.startsWith("application/vnd.");

/** For a file field. The server looks for itself. */
export const acceptedFiles = Object.keys(fileKinds)
  .map((ending) => `.${ending}`)
  .join(",");
export const mostBytes = 20 * 1024 * 1024;

/** Why a file was not taken. */
export const fileRefusals = ["empty", "too_big", "type_not_allowed", "content_differs", "locked", "infected", "not_scanned", "storage_unavailable"] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** What to do about it, in a sentence. */
export const fileRefusalWords = (why: FileRefusal, language: Language = "en"): string => evidenceWords(language)(`file.${why}`);

/** 503: try again later. 413: too much. 422: not what we can take. */
export function fileRefusalStatus(why: FileRefusal): 413 | 422 | 503 {
  if (why === "storage_unavailable" || why === "not_scanned") return 503;
  return why === "too_big" ? 413 : 422;
}

/** The ending of a name, when it is one that can be shown. Only the last one counts: `x.pdf.html` is a web page. */
export function endingOf(name: string): Ending | undefined {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && Object.hasOwn(fileKinds, ending) ? (ending as Ending) : undefined;
}

/** A size to read: "340 KB", "2.1 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
}
