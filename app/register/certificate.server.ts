import { eq } from "drizzle-orm";
import { certificates, marks } from "#db/schema/marks";
import type { MarkCode } from "~/marks/code";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { readStored } from "~/platform/files.server";
import { countUnknown } from "./limits/count-unknown.server";
import { markByCode } from "./mark.server";

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

/** Why there is none: its mark has still to get it, or no mark has this code; then who asked is counted. `tooMany`: seconds until they may ask for such codes again. */
export async function whyNoPdf(db: Db, clock: Clock, { code, from }: { code: MarkCode; from: string }): Promise<"unsigned" | "unknown" | { tooMany: number }> {
  if (await markByCode(code)) return "unsigned";
  const counted = await countUnknown(db, clock, from);
  return counted.tooMany ? { tooMany: counted.retryAfter } : "unknown";
}
