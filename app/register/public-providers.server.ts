import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { marks } from "#db/schema/marks";
import { capacityStatements, contactChecks, providerFacts } from "#db/schema/providers";
import { FactValue } from "#standards/format";
import { findMarks } from "~/marks/find-marks.server";
import { holderHistory } from "~/marks/holders/holder-history.server";
import { readIdentifier } from "~/marks/identifier-words";
import { insuredUntil } from "~/marks/paperwork/find-paperwork.server";
import { londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import type { CapacityStatement } from "~/providers/capacity";
import type { PublicProvider, Route } from "./provider";
import { type PublicFact, publicFacts } from "./public-facts";

type Organisation = Pick<PublicProvider, "id" | "slug" | "name" | "area" | "nation" | "identifiers">;

/** The provider at this address with everything the public may see. Undefined for one that never held a mark: nothing of it is public. Seven reads. */
export async function publicProviderAt(db: Db, slug: string): Promise<PublicProvider | undefined> {
  const [organisation] = await organisationsWhere(db, eq(organisations.slug, slug));
  return organisation && (await publicProvider(db, organisation));
}

/** The same, of a mark's holder. */
export async function publicProviderOf(db: Db, organisationId: string): Promise<PublicProvider | undefined> {
  const [organisation] = await organisationsWhere(db, eq(organisations.id, organisationId));
  return organisation && (await publicProvider(db, organisation));
}

async function publicProvider(db: Db, organisation: Organisation): Promise<PublicProvider | undefined> {
  const ids = [organisation.id];
  const [held, statements, facts, checks, insured, history] = await Promise.all([
    findMarks(db, inArray(marks.organisationId, ids)),
    newestStatements(db, ids),
    shownFacts(db, ids),
    newestChecks(db, ids),
    insuredUntil(db, organisation.id),
    holderHistory(db, organisation.id),
  ]);
  if (held.length === 0 && history.handedOver.length === 0) return undefined;
  return {
    ...organisation,
    marks: held,
    statement: statements.get(organisation.id),
    facts: facts.get(organisation.id) ?? {},
    checks: checks.get(organisation.id) ?? {},
    insuredUntil: insured,
    history,
  };
}

/** Organisations as the public sees them. Whoever calls says, in the condition or afterwards, that they hold or held a mark. One read. */
export async function organisationsWhere(db: Db, condition: SQL | undefined): Promise<Organisation[]> {
  const { id, slug, name, area, nation, identifiers } = organisations;
  const rows = await db.select({ id, slug, name, area, nation, identifiers }).from(organisations).where(condition);
  return rows.map((row) => ({ ...row, identifiers: row.identifiers.map(readIdentifier) }));
}

/** What each last said of its room. */
export async function newestStatements(db: Db, ids: string[]): Promise<Map<string, CapacityStatement>> {
  const { organisationId, accepting, waitWeeks, note, confirmedAt, seq } = capacityStatements;
  const rows = await db
    .selectDistinctOn([organisationId], { organisationId, accepting, waitWeeks, note, confirmedAt })
    .from(capacityStatements)
    .where(inArray(organisationId, ids))
    .orderBy(organisationId, sql`${seq} desc`);
  return new Map(rows.map(({ organisationId: id, ...statement }) => [id, statement]));
}

/** The facts that are shown to everyone, with the day each was last said. */
export async function shownFacts(db: Db, ids: string[], keys: readonly PublicFact[] = publicFacts): Promise<Map<string, PublicProvider["facts"]>> {
  const { organisationId, key, value, statedAt } = providerFacts;
  const rows = await db
    .select({ organisationId, key, value, statedAt })
    .from(providerFacts)
    .where(and(inArray(organisationId, ids), inArray(key, [...keys])))
    // In one order for ever: whoever compares two answers sees a difference only where there is one.
    .orderBy(organisationId, key);
  return grouped(rows, (row) => [row.key, { value: FactValue.parse(row.value), on: londonDay(row.statedAt) }]);
}

/** The newest test of each route. */
export async function newestChecks(db: Db, ids: string[]): Promise<Map<string, PublicProvider["checks"]>> {
  const { organisationId, route, worked, checkedAt } = contactChecks;
  const rows = await db
    .selectDistinctOn([organisationId, route], { organisationId, route, worked, checkedAt })
    .from(contactChecks)
    .where(inArray(organisationId, ids))
    .orderBy(organisationId, route, sql`${checkedAt} desc`);
  return grouped(rows, (row): [Route, { worked: boolean; on: string }] => [row.route, { worked: row.worked === "yes", on: londonDay(row.checkedAt) }]);
}

function grouped<Row extends { organisationId: string }, Value>(rows: Row[], entry: (row: Row) => [string, Value]): Map<string, Record<string, Value>> {
  const all = new Map<string, Record<string, Value>>();
  for (const row of rows) {
    const [key, value] = entry(row);
    const mine = all.get(row.organisationId) ?? {};
    mine[key] = value;
    all.set(row.organisationId, mine);
  }
  return all;
}
