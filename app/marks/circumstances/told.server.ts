import { and, asc, desc, eq, isNull, notInArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { organisations, people } from "#db/schema/accounts";
import { marks } from "#db/schema/marks";
import { circumstances } from "#db/schema/upkeep";
import { type Actor, hasRole } from "~/accounts/actor";
import { type Day, londonDay } from "~/platform/calendar";
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

/** What waits for a moderator, the one that is due first before the others. */
export type WaitingChange = { code: string; provider: string; kind: ToldKind; due: Day };

/** For a moderator's first page; never of a provider they belong to. One read. */
export async function changesToLookAt(db: Db, actor: Actor): Promise<WaitingChange[]> {
  if (!hasRole(actor, "moderator")) return [];
  const own = actor.memberships.map(({ organisationId }) => organisationId);
  const rows = await db
    .select({ code: marks.code, provider: organisations.name, nation: organisations.nation, kind: circumstances.kind, toldAt: circumstances.toldAt })
    .from(circumstances)
    .innerJoin(marks, eq(marks.id, circumstances.markId))
    .innerJoin(organisations, eq(organisations.id, circumstances.organisationId))
    .where(and(isNull(circumstances.lookedAt), own.length > 0 ? notInArray(circumstances.organisationId, own) : undefined))
    .orderBy(asc(circumstances.toldAt));
  const waiting = rows.map(
    ({ nation, toldAt, ...row }): WaitingChange => ({ code: row.code, provider: row.provider, kind: kindOf(row.kind), due: lookBy({ kind: kindOf(row.kind), toldAt }, nation) }),
  );
  return waiting.sort((one, other) => one.due.localeCompare(other.due));
}
