import { sql } from "drizzle-orm";
import { credentials } from "#db/schema/credentials";
import { signingKeys } from "#db/schema/keys";
import { certificates } from "#db/schema/marks";
import { pool } from "~/platform/database.server";

/**
 * Whether the key that signed the PDF or credential of this hash was, as we know today, already in other hands then. Our register has the hash all the same, written down in the moment of
 * issue: so the file is ours, and only its signature proves nothing. A PDF is signed by the newest key of its purpose that was not yet said to be lost.
 */
export async function issuedAfterKeyWasLost(hex: string): Promise<boolean> {
  const [row] = await pool.db.execute<{ lost: boolean }>(sql`
    select exists (
      select 1 from ${certificates} c join ${signingKeys} k on k.kid = (
        select s.kid from ${signingKeys} s where s.purpose = 'certificate' and s.made_at <= c.issued_at and (s.compromised_said_at is null or s.compromised_said_at > c.issued_at)
        order by s.made_at desc, s.kid desc limit 1)
      where c.sha256 = ${hex} and k.compromised_after <= c.issued_at
    ) or exists (
      select 1 from ${credentials} c join ${signingKeys} k on k.kid = c.kid where c.sha256 = ${hex} and k.compromised_after <= c.issued_at
    ) as lost`);
  return row?.lost === true;
}
