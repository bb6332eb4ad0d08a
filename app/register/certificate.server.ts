import { eq } from "drizzle-orm";
import { certificates, marks } from "#db/schema/marks";
import type { MarkCode } from "~/marks/code";
import type { Db } from "~/platform/database.server";
import { readStored } from "~/platform/files.server";

export type IssuedPdf = { code: MarkCode; sha256: string; bytes: Buffer };

/** The PDF as it was issued, byte for byte: also of a mark that is over. Undefined while none has been made. Throws FilesUnavailable while storage does not answer. */
export async function issuedPdf(db: Db, code: MarkCode): Promise<IssuedPdf | undefined> {
  const [row] = await db
    .select({ sha256: certificates.sha256, storageKey: certificates.storageKey })
    .from(certificates)
    .innerJoin(marks, eq(marks.id, certificates.markId))
    .where(eq(marks.code, code));
  if (!row) return undefined;
  const bytes = await readStored(row.storageKey);
  if (!bytes) throw new Error(`The certificate of ${code} is not in storage under ${row.storageKey}.`);
  return { code, sha256: row.sha256, bytes };
}
