import { readUpload } from "~/evidence/upload.server";

const mostBytes = 5 * 1024 * 1024;

type Refusal = { status: 400 | 413; sentence: string };
export type FileToVerify = { file: Buffer; refusal?: undefined } | { file?: undefined; refusal: Refusal };

/** The file that somebody sent to be checked, in the field `file` of a multipart form. Refuses, in words for beside the field, more than 5 MB and nothing at all. */
export async function fileToVerify(request: Request): Promise<FileToVerify> {
  const read = await readUpload(request, mostBytes);
  if (!read.ok && read.why === "too_big") return refuse(413, "The file is bigger than 5 MB. Choose the certificate as we issued it: it is much smaller");
  if (!read.ok) return refuse(400, "We could not read what was sent. Choose the file again");
  if (!read.upload.file) return refuse(400, "Choose a file first");
  return { file: Buffer.from(read.upload.file.bytes) };
}

const refuse = (status: Refusal["status"], sentence: string): FileToVerify => ({ refusal: { status, sentence } });
