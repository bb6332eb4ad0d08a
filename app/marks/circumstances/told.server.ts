import { desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { organisations, people } from "#db/schema/accounts";
import { circumstances } from "#db/schema/upkeep";
import { londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { lookBy, type ToldChange, type ToldKind, toldKinds, toldLate } from "./circumstance";

const kindOf = (kind: string): ToldKind => toldKinds.find((each) => each === kind) ?? "check_in";

/** Everything that a group has told us of, the newest first. For who may read it all. One read. */
export async function toldBy(db: Db, organisationId: string): Promise<ToldChange[]> {
  const looker = alias(people, "looker");
  const rows = await db
    .select({ told: circumstances, by: people.name, looker: looker.name, nation: organisations.nation })
    .from(circumstances)
    .innerJoin(people, eq(people.id, circumstances.toldBy))
    .leftJoin(looker, eq(looker.id, circumstances.lookedBy))
    .innerJoin(organisations, eq(organisations.id, circumstances.organisationId))
    .where(eq(circumstances.organisationId, organisationId))
    .orderBy(desc(circumstances.toldAt), desc(circumstances.id));
  return rows.map(({ told, by, looker, nation }) => {
    const [kind, toldOn] = [kindOf(told.kind), londonDay(told.toldAt)];
    const { id, happenedOn, words, lookedAt, note } = told;
    const looked = lookedAt && { by: looker ?? "", on: londonDay(lookedAt), note: note ?? "" };
    return { id, kind, happenedOn, toldOn, by, words, late: toldLate(happenedOn, toldOn, nation), lookBy: lookBy({ kind, toldAt: told.toldAt }, nation), looked };
  });
}
