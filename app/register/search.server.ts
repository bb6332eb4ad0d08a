import { and, exists, gte, inArray, or, type SQL, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { marks } from "#db/schema/marks";
import { findMarks } from "~/marks/find-marks.server";
import type { FoundMark } from "~/marks/found-mark";
import { addMonths, londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { factsIn } from "~/standards/facts.server";
import { lookedThrough } from "./fitting";
import type { ProviderToday, PublicProvider } from "./provider";
import { newestChecks, newestStatements, organisationsWhere, shownFacts } from "./public-providers.server";
import { type Candidate, type Group, listed, type Search } from "./search";

export type Hit = { provider: PublicProvider; today: ProviderToday; group: Group };
export type Hits = { hits: Hit[]; total: number /** How many of the total are in the group `confirmed`. */; confirmed: number; page: number; pages: number };

/**
 * One page of the providers that a search finds, or with `everything` all of them. `confirmedOnly` leaves out those that a person should ring first:
 * a machine would take them for the others. Six reads, however many are found.
 * The whole register passes through: what is in force, and whose room is confirmed, is computed, not stored.
 */
export async function searchRegister(db: Db, search: Search, now: Date, { everything = false, confirmedOnly = false } = {}): Promise<Hits> {
  const candidates = await candidatesWhere(db, now, and(...search.q.split(/\s+/).filter(Boolean).map(names)));
  const all = listed(candidates, search, now, [...factsIn("en"), ...factsIn("cy")]).filter(({ group }) => !confirmedOnly || group === "confirmed");
  const pages = Math.max(1, Math.ceil(all.length / search.per_page));
  const page = Math.min(search.page, pages);
  const shown = everything ? all : all.slice((page - 1) * search.per_page, page * search.per_page);
  const shownIds = shown.map(({ candidate }) => candidate.id);
  const [facts, checks] = await Promise.all([shownFacts(db, shownIds), newestChecks(db, shownIds)]);
  const hits = shown.map(
    ({ candidate, today, group }): Hit => ({ provider: { ...candidate, facts: facts.get(candidate.id) ?? {}, checks: checks.get(candidate.id) ?? {} }, today, group }),
  );
  return { hits, total: all.length, confirmed: all.filter(({ group }) => group === "confirmed").length, page, pages };
}

/** Everybody who holds a mark or held one in the last year, and whom the condition lets through, with what is needed to sort them. Four reads, however many. */
export async function candidatesWhere(db: Db, now: Date, condition?: SQL): Promise<Candidate[]> {
  const matching = await organisationsWhere(db, and(mayHoldOne(now), condition));
  const ids = matching.map(({ id }) => id);
  const [held, statements, breaks] = await Promise.all([
    findMarks(db, inArray(marks.organisationId, ids), { limit: 1_000_000 }),
    newestStatements(db, ids),
    shownFacts(db, ids, ["planned_closures", ...lookedThrough]),
  ]);
  const byHolder = new Map<string, FoundMark[]>();
  for (const mark of held) byHolder.set(mark.organisationId, [...(byHolder.get(mark.organisationId) ?? []), mark]);
  return matching.map((organisation) => ({
    ...organisation,
    marks: byHolder.get(organisation.id) ?? [],
    statement: statements.get(organisation.id),
    facts: breaks.get(organisation.id) ?? {},
  }));
}

/** Nothing keeps a mark in force for as long as a year after its last day: only to leave out what is long over. What is in force, `statusOf` says. */
const mayHoldOne = (now: Date): SQL =>
  exists(sql`(select 1 from ${marks} where ${marks.organisationId} = ${organisations.id} and ${gte(marks.validUntil, addMonths(londonDay(now), -12))})`);

/** Every word of a search stands in the name, the area or, where it has a digit, a registered number. */
function names(word: string): SQL | undefined {
  const like = `%${word.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const inNumber = /\d/.test(word) ? sql`exists (select 1 from unnest(${organisations.identifiers}) as number where lower(number) like ${like})` : undefined;
  return or(sql`lower(${organisations.name}) like ${like}`, sql`lower(${organisations.area}) like ${like}`, inNumber);
}
