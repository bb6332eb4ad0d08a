import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { concerns } from "#db/schema/concerns";
import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Deadline } from "~/review/deadlines.server";
import { concernClocks, readReference } from "./concern";
import type { ConcernRow } from "./concern-desk";
import { groupWords } from "./concern-step-words";
import { groupName, inReach } from "./reach.server";

export const concernsPerPage = 30;
/** Of what is open, on the first page and among the deadlines: nobody looks after more at once. */
const mostOpen = 500;

const line = {
  id: concerns.id,
  reference: concerns.reference,
  provider: groupName,
  nation: organisations.nation,
  sentAt: concerns.sentAt,
  state: concerns.state,
  readAt: concerns.readAt,
  heardAt: concerns.heardAt,
  closedAt: concerns.closedAt,
  contact: concerns.contact,
};
type Line = Pick<typeof concerns.$inferSelect, "id" | "reference" | "sentAt" | "state" | "readAt" | "heardAt" | "closedAt" | "contact"> & {
  provider: string;
  nation: (typeof organisations.$inferSelect)["nation"] | null;
};
const rowOf =
  (now: Date) =>
  ({ id, reference, provider, sentAt, state, contact, nation, ...times }: Line): ConcernRow => ({
    ...{ id, reference, provider, state },
    sentAt: sentAt.toISOString(),
    clocks: concernClocks({ ...times, sentAt, reachable: contact !== "", nation: nation ?? "england" }, now),
  });

const urgency = sql`case ${concerns.state} when 'unsafe' then 0 when 'received' then 1 else 2 end`;

export type ConcernsPage = { rows: ConcernRow[]; page: number; pages: number; total: number };

/** The concerns that a moderator may see, thirty a page: those that are open first, as on the first page; then the closed, the newest first. `search`: a reference, or part of a name. One read. */
export async function concernsFor(db: Db, clock: Clock, actor: Actor, { search, page }: { search: string; page: number }): Promise<ConcernsPage> {
  const now = clock.now();
  const rows = await db
    .select({ ...line, total: sql<number>`count(*) over ()::int` })
    .from(concerns)
    .leftJoin(organisations, eq(organisations.id, concerns.organisationId))
    .where(and(inReach(actor, now), matching(search)))
    .orderBy(sql`${concerns.closedAt} is not null`, urgency, sql`case when ${concerns.closedAt} is null then ${concerns.sentAt} end`, desc(concerns.closedAt), asc(concerns.id))
    .limit(concernsPerPage)
    .offset((page - 1) * concernsPerPage);
  const total = rows[0]?.total ?? 0;
  return { rows: rows.map(rowOf(now)), page, pages: Math.max(1, Math.ceil(total / concernsPerPage)), total };
}

function matching(search: string): SQL | undefined {
  if (search === "") return undefined;
  const reference = readReference(search);
  if (reference) return eq(concerns.reference, reference);
  return sql`lower(${groupName}) like ${`%${search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`}`;
}

/** What is open of all that a moderator may see: first what is unsafe, then what nobody has read, then the rest; of each the oldest first. One read. */
export async function openConcerns(db: Db, clock: Clock, actor: Actor): Promise<ConcernRow[]> {
  const now = clock.now();
  const rows = await db
    .select(line)
    .from(concerns)
    .leftJoin(organisations, eq(organisations.id, concerns.organisationId))
    .where(and(isNull(concerns.closedAt), inReach(actor, now)))
    .orderBy(urgency, asc(concerns.sentAt), asc(concerns.id))
    .limit(mostOpen);
  return rows.map(rowOf(now));
}

/** The deadlines that run in these, to stand among all others. */
export const concernDeadlines = (open: readonly ConcernRow[]): Deadline[] =>
  open.flatMap(({ id, reference, provider, clocks }) => clocks.map((running) => ({ ...running, caseId: null, concernId: id, number: reference, provider: groupWords(provider) })));
