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

/** For a file field. The server looks for itself. */
export const acceptedFiles = Object.keys(fileKinds)
  .map((ending) => `.${ending}`)
  .join(",");
export const mostBytes = 20 * 1024 * 1024;

/** Why a file was not taken. */
export type FileRefusal = "empty" | "too_big" | "type_not_allowed" | "content_differs" | "locked" | "infected" | "not_scanned" | "storage_unavailable";

/** What to do about it, in a sentence. */
export const fileRefusalWords: Record<FileRefusal, string> = {
  empty: "The file is empty. Choose one that has something in it",
  too_big: "The file must be smaller than 20 MB. A photo taken at a smaller size is enough",
  type_not_allowed: "We cannot take this kind of file. Choose a photo (JPG, PNG, WebP, HEIC), a PDF, or a Word, Excel or LibreOffice file",
  content_differs: "What is in the file is not what its name says. Open it, save it again as a PDF or photo, then choose it again",
  locked: "The file is locked with a password. Save it without a password, then choose it again",
  infected: "The file contains a virus, so it was not kept. Check your computer, then choose another file",
  not_scanned: "The file could not be checked for viruses just now, so it was not kept. The rest of your answer is safe. Try again in a few minutes",
  storage_unavailable: "We could not store the file just now. The rest of your answer is safe. Try again in a few minutes",
};

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
