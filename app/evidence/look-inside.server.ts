import { eq } from "drizzle-orm";
import { evidenceFiles } from "#db/schema/evidence";
import type { Db } from "~/platform/database.server";
import { readStored } from "~/platform/files.server";
import { officeText } from "./office-text.server";
import { pdfText } from "./pdf-text.server";
import { Finding, findInName, findInText, merged } from "./personal-data";

/** What a file says and hides about people, as kinds. What cannot be read, such as a photo or a scan, is not looked into: only its name is. */
export async function findInFile(name: string, mediaType: string, bytes: Uint8Array): Promise<Finding[]> {
  const { text, hides } = await inside(mediaType, bytes);
  return merged([...findInName(name), ...findInText(text), ...hides.map((kind): Finding => ({ kind, result: "please_check" }))]);
}

async function inside(mediaType: string, bytes: Uint8Array) {
  if (mediaType === "application/pdf") return { text: (await pdfText(bytes)) ?? "", hides: [] };
  if (mediaType.startsWith("application/vnd.")) return officeText(bytes) ?? { text: "", hides: [] };
  return { text: "", hides: [] };
}

/** The job after a file was kept: looks inside, and notes the kinds of what was found. Twice is as good as once. */
export async function lookInside(db: Db, id: string): Promise<void> {
  const [file] = await db.select().from(evidenceFiles).where(eq(evidenceFiles.id, id));
  const bytes = file && (await readStored(file.storageKey));
  if (!file || !bytes) return;
  const findings = await findInFile(file.name, file.mediaType, bytes);
  await db.update(evidenceFiles).set({ findings }).where(eq(evidenceFiles.id, id));
}

/** As it is stored. */
export const findingsIn = (column: unknown): Finding[] => Finding.array().parse(column);
