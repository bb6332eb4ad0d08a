import { and, eq, isNull } from "drizzle-orm";
import { assignments, caseMoves, cases } from "#db/schema/review";
import type { Db } from "~/platform/database.server";

/** What the database says of a case at this moment: where it stands, what moved it there last, and who reads it (person ids). */
export const caseNow = (db: Db) => ({
  stateOf: async (caseId: string) => (await db.select().from(cases).where(eq(cases.id, caseId)))[0]!.state,
  lastMove: async (caseId: string) => (await db.select().from(caseMoves).where(eq(caseMoves.caseId, caseId)).orderBy(caseMoves.seq)).at(-1)!.name,
  readersNow: async (caseId: string) =>
    (
      await db
        .select()
        .from(assignments)
        .where(and(eq(assignments.caseId, caseId), isNull(assignments.endedAt)))
    ).map(({ personId }) => personId),
});
