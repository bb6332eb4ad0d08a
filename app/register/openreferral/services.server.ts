import { inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { organisations } from "#db/schema/accounts";
import { conditionClearings, markEvents, marks, topUps } from "#db/schema/marks";
import { holderChanges } from "#db/schema/organisation-changes";
import { capacityStatements, contactChecks, providerFacts } from "#db/schema/providers";
import type { Db } from "~/platform/database.server";
import { marksSaid, type PublicProvider, providerToday } from "../provider";
import { publicFacts } from "../public-facts";
import { newestChecks, publicProviderOf, shownFacts } from "../public-providers.server";
import { candidatesWhere } from "../search.server";
import { lastModified } from "./modified";
import { type ListQuery, pageFrom } from "./pages";
import { serviceOf } from "./provider-as-service.server";
import type { Service } from "./shapes";

type Scheme = { origin: string; email: string };

/** One page of the providers of whom a mark is said, in an order that does not change. Seven reads, however many there are. */
export async function servicesPage(db: Db, now: Date, query: ListQuery, scheme: Scheme) {
  const candidates = await candidatesWhere(db, now);
  const written = await lastWritten(
    db,
    candidates.map(({ id }) => id),
  );
  const after = query.modified_after ? new Date(query.modified_after) : undefined;
  const all = candidates
    .map((candidate) => ({ candidate, today: providerToday(candidate, now), modified: lastModified(candidate, written.get(candidate.id) ?? new Date(0), now) }))
    .filter(({ today, modified }) => marksSaid(today).length > 0 && (!after || modified >= after))
    .sort((a, b) => (a.candidate.id < b.candidate.id ? -1 : 1));
  const page = pageFrom(all, query);
  const ids = page.contents.map(({ candidate }) => candidate.id);
  const [facts, checks] = await Promise.all([shownFacts(db, ids), newestChecks(db, ids)]);
  const contents = page.contents.map(({ candidate, today, modified }): Service => {
    const provider: PublicProvider = { ...candidate, facts: facts.get(candidate.id) ?? {}, checks: checks.get(candidate.id) ?? {} };
    return serviceOf({ provider, today, modified }, scheme);
  });
  return { ...page, contents };
}

/** One of them. Undefined for what is none, and for a provider of whom no mark is said. */
export async function serviceWithId(db: Db, now: Date, id: string, scheme: Scheme): Promise<Service | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined;
  const provider = await publicProviderOf(db, id);
  if (!provider) return undefined;
  const today = providerToday(provider, now);
  if (marksSaid(today).length === 0) return undefined;
  const written = await lastWritten(db, [provider.id]);
  return serviceOf({ provider, today, modified: lastModified(provider, written.get(provider.id) ?? new Date(0), now) }, scheme);
}

/** When something that is public of a provider was last written down: facts, room, tests of phone and e-mail, and what happened to its marks. */
async function lastWritten(db: Db, ids: string[]): Promise<Map<string, Date>> {
  const rows = await db
    .select({
      id: organisations.id,
      at: sql<string | null>`greatest(
        (select max(f.stated_at) from ${providerFacts} f where f.organisation_id = ${organisations}.id and ${inArray(sql`f.key`, [...publicFacts])}),
        (select max(s.confirmed_at) from ${capacityStatements} s where s.organisation_id = ${organisations}.id),
        (select max(k.checked_at) from ${contactChecks} k where k.organisation_id = ${organisations}.id),
        (select max(greatest(m.created_at,
            (select max(e.confirmed_at) from ${markEvents} e where e.mark_id = m.id),
            (select max(greatest(t.opened_at, t.ended_at)) from ${topUps} t where t.mark_id = m.id),
            (select max(h.at) from ${holderChanges} h where h.mark_id = m.id),
            (select max(c.cleared_at) from ${conditionClearings} c where c.mark_id = m.id)))
          from ${marks} m where m.organisation_id = ${organisations}.id))`,
    })
    .from(organisations)
    .where(inArray(organisations.id, ids));
  return new Map(rows.flatMap(({ id, at }) => (at === null ? [] : [[id, new Date(at)]])));
}
