import { FormDataParseError, MaxFileSizeExceededError, MaxFilesExceededError, MaxPartsExceededError, MaxTotalSizeExceededError, parseFormData } from "@remix-run/form-data-parser";
import { mostBytes } from "./file-kinds";

/** A form with at most one file in its field `file`. Every other field is words. An unchosen file is no file. */
export type Upload = { fields: FormData; file: { name: string; bytes: Uint8Array } | undefined };
/** `fields`: the words of a form whose file was too big, as far as they were read. */
export type UploadRead = { ok: true; upload: Upload } | { ok: false; why: "too_big"; fields: FormData } | { ok: false; why: "unreadable" };

/** How much of a file that is too big is read all the same, so that the words after it are not lost. */
const beyond = 1024 * 1024;

/** Reads a multipart form within its limits: one file of 20 MB or `most` bytes, twenty parts. Refuses anything else as a value. */
export async function readUpload(request: Request, most = mostBytes): Promise<UploadRead> {
  let file: Upload["file"];
  try {
    const fields = await parseFormData(request, { maxFiles: 1, maxFileSize: most + beyond, maxParts: 20, maxTotalSize: most + beyond }, async (part) => {
      const bytes = new Uint8Array(await part.arrayBuffer());
      if (part.fieldName === "file" && (part.name !== "" || bytes.length > 0)) file = { name: part.name, bytes };
      return null;
    });
    return file && file.bytes.length > most ? { ok: false, why: "too_big", fields } : { ok: true, upload: { fields, file } };
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) return { ok: false, why: "too_big", fields: new FormData() };
    if (error instanceof FormDataParseError || error instanceof MaxPartsExceededError || error instanceof MaxFilesExceededError || isParserFault(error))
      return { ok: false, why: "unreadable" };
    throw error;
  }
}

/** The parser's own errors that have no class of their own to ask for. */
const isParserFault = (error: unknown) => error instanceof Error && /Multipart|Header/.test(error.name);
