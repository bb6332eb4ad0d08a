import { readUpload } from "~/evidence/upload.server";
import type { Language } from "~/platform/words";
import { registerWords } from "../words/register-words";

const mostBytes = 5 * 1024 * 1024;

type Refusal = { status: 400 | 413; sentence: string };
export type FileToVerify = { file: Buffer; refusal?: undefined } | { file?: undefined; refusal: Refusal };

/** The file that somebody sent to be checked, in the field `file` of a multipart form. Refuses, in words for beside the field, more than 5 MB and nothing at all. */
export async function fileToVerify(request: Request, language: Language = "en"): Promise<FileToVerify> {
  const t = registerWords(language);
  const read = await readUpload(request, mostBytes);
  if (!read.ok && read.why === "too_big") return refuse(413, t("verify.error.too_big"));
  if (!read.ok) return refuse(400, t("verify.error.not_read"));
  if (!read.upload.file) return refuse(400, t("verify.error.no_file"));
  return { file: Buffer.from(read.upload.file.bytes) };
}

const refuse = (status: Refusal["status"], sentence: string): FileToVerify => ({ refusal: { status, sentence } });
