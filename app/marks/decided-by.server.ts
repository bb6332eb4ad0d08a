import { eq } from "drizzle-orm";
import { decisions } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import type { FoundMark } from "./found-mark";

/** Whether this person took the decision that gave the mark. */
export async function decidedBy(tx: Db, { decisionId }: Pick<FoundMark, "decisionId">, { personId }: Actor): Promise<boolean> {
  if (decisionId === null) return false;
  const [decision] = await tx.select({ by: decisions.decidedBy }).from(decisions).where(eq(decisions.id, decisionId));
  return decision?.by === personId;
}
