import { desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { organisations, people } from "#db/schema/accounts";
import { retentionHolds, retentionPlans } from "#db/schema/retention";
import { cases } from "#db/schema/review";
import { type Actor, hasRole } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { caseNumber } from "~/review/case-number";
import type { Plan, RetentionDesk } from "./desk";
import type { Ended } from "./plan-words";

const perPage = 30;
/** Shown at once, of what is open. */
const most = 100;

/** What will be deleted and when, what is held back, and what was deleted, a page at a time, newest first. Undefined for anybody but a privacy lead. Four reads. */
export async function retentionDeskFor(db: Db, actor: Actor, asked: number): Promise<RetentionDesk | undefined> {
  if (!hasRole(actor, "privacy_lead")) return undefined;
  const done = isNotNull(retentionPlans.carriedOutAt);
  const pages = Math.max(1, Math.ceil((await db.$count(retentionPlans, done)) / perPage));
  const page = Math.min(asked, pages);
  const [open, past, holds] = await Promise.all([
    db.select().from(retentionPlans).where(isNull(retentionPlans.carriedOutAt)).orderBy(retentionPlans.fromDay, retentionPlans.ending).limit(most),
    db
      .select()
      .from(retentionPlans)
      .where(done)
      .orderBy(desc(retentionPlans.carriedOutAt), retentionPlans.ending)
      .limit(perPage)
      .offset((page - 1) * perPage),
    db
      .select({ id: retentionHolds.id, number: cases.number, provider: organisations.name, reason: retentionHolds.reason, by: people.name, at: retentionHolds.heldAt })
      .from(retentionHolds)
      .innerJoin(people, eq(people.id, retentionHolds.heldBy))
      .leftJoin(cases, eq(cases.id, retentionHolds.caseId))
      .innerJoin(organisations, sql`${organisations.id} = coalesce(${retentionHolds.organisationId}, ${cases.organisationId})`)
      .where(isNull(retentionHolds.releasedAt))
      .orderBy(desc(retentionHolds.heldAt))
      .limit(most),
  ]);
  return {
    next: open.map(planned),
    past: past.map((row) => ({ ...planned(row), carriedOutAt: (row.carriedOutAt ?? row.plannedAt).toISOString(), removed: row.removed, spared: row.spared })),
    holds: holds.map(({ id, number, provider, reason, by, at }) => ({
      id,
      what: number === null ? `${provider}: everything` : `Case ${caseNumber(number)} of ${provider}`,
      reason,
      by,
      at: at.toISOString(),
    })),
    page,
    pages,
  };
}

const planned = ({ id, ending, plannedAt, fromDay, count, oldest }: typeof retentionPlans.$inferSelect): Plan => ({
  id,
  ending: ending as Ended,
  plannedAt: plannedAt.toISOString(),
  fromDay,
  count,
  oldest,
});
