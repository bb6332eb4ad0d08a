import { desc, eq } from "drizzle-orm";
import { capacityStatements } from "#db/schema/providers";
import type { Db } from "~/platform/database.server";
import type { CapacityStatement } from "./capacity";

/** What a provider last said of its room, with the role of who said it. Undefined when it has never been said. */
export async function newestStatement(db: Db, organisationId: string): Promise<(CapacityStatement & { confirmedByTitle: string }) | undefined> {
  const { accepting, waitWeeks, note, confirmedAt, confirmedByTitle } = capacityStatements;
  const [row] = await db
    .select({ accepting, waitWeeks, note, confirmedAt, confirmedByTitle })
    .from(capacityStatements)
    .where(eq(capacityStatements.organisationId, organisationId))
    .orderBy(desc(capacityStatements.seq))
    .limit(1);
  return row;
}
