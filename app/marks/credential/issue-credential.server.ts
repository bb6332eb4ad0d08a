import { eq } from "drizzle-orm";
import { marks } from "#db/schema/marks";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { signJws } from "~/platform/signing/jws.server";
import { findMarks } from "../find-marks.server";
import { keyFor, keyUrl } from "../keys/find-keys.server";

/** A mark's credential as a compact JWT. Throws `CannotSign`. */
export async function issueCredential(db: Db, _clock: Clock, markId: string): Promise<string> {
  const [mark] = await findMarks(db, eq(marks.id, markId));
  if (!mark) throw new Error(`There is no mark ${markId} to make a credential for.`);
  const { key, signer } = await keyFor(db, "credential");
  const { baseUrl } = settings();
  const header = { kid: keyUrl(baseUrl, key.kid), typ: "JWT" };
  return signJws(signer, header, { iss: baseUrl, jti: `${baseUrl}${paths.mark(mark.code)}`, sub: mark.code, awarded: mark.facts.awardedOn });
}
