import { eq } from "drizzle-orm";
import { credentials } from "#db/schema/credentials";
import { marks } from "#db/schema/marks";
import type { MarkCode } from "~/marks/code";
import type { Db } from "~/platform/database.server";

export type IssuedCredential = { jwt: string; vcJwt: string };

/** The credential of a mark as it was signed, in both forms: also of a mark that is over. Undefined while none has been signed. */
export async function issuedCredential(db: Db, code: MarkCode): Promise<IssuedCredential | undefined> {
  const [row] = await db
    .select({ jwt: credentials.jwt, vcJwt: credentials.vcJwt })
    .from(credentials)
    .innerJoin(marks, eq(marks.id, credentials.markId))
    .where(eq(marks.code, code));
  return row;
}

/** What a JWT of ours says. */
export const payloadOf = (jwt: string): Record<string, unknown> => JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString("utf8"));
