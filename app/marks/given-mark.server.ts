import { eq, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { credentials } from "#db/schema/credentials";
import { certificates, marks } from "#db/schema/marks";
import type { Db } from "~/platform/database.server";
import type { Nation } from "~/review/bank-holidays";
import type { FoundMark } from "./found-mark";
import { Conditions, Holder } from "./mark";

/** A mark as it was given, which is all that its paper and its credential say; nothing that happened since, and so no status. `printed`, `signed`: whether its certificate and its credential are there. */
export type GivenMark = Pick<FoundMark, "id" | "code" | "number" | "decisionId" | "holder" | "scope"> & {
  facts: Pick<FoundMark["facts"], "level" | "conditions" | "awardedOn" | "validUntil">;
  nation: Nation;
  printed: boolean;
  signed: boolean;
};

/** The mark with this id, in one small read. Undefined where there is none. */
export async function givenMark(db: Db, markId: string): Promise<GivenMark | undefined> {
  const [row] = await db
    .select({
      mark: marks,
      nation: organisations.nation,
      printed: sql<boolean>`exists (select 1 from ${certificates} c where c.mark_id = ${marks.id})`,
      signed: sql<boolean>`exists (select 1 from ${credentials} v where v.mark_id = ${marks.id})`,
    })
    .from(marks)
    .innerJoin(organisations, eq(organisations.id, marks.organisationId))
    .where(eq(marks.id, markId));
  if (!row) return undefined;
  const { mark, ...rest } = row;
  const { id, code, number, decisionId, holder, scope, level, conditions, awardedOn, validUntil } = mark;
  return {
    id,
    code,
    number,
    decisionId,
    holder: Holder.parse(holder),
    scope,
    facts: { level, conditions: Conditions.nullable().parse(conditions), awardedOn, validUntil },
    ...rest,
  };
}
