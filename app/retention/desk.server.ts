import { desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { organisations, people } from "#db/schema/accounts";
import { retentionHolds, retentionPlans } from "#db/schema/retention";
import { cases } from "#db/schema/review";
import { type Actor, hasRole } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { caseNumber } from "~/review/case-number";
import type { Plan, RetentionDesk } from "./desk";
import type { Ending } from "./ending.server";
import { endingNames, endings } from "./endings.server";
import type { Ended } from "./plan-words";

const perPage = 30;
/** Shown at once, of what is open. */
const most = 100;

/** What will be deleted and when, what is held back, and what was deleted, a page at a time, newest first. Undefined for anybody but a privacy lead. Five reads. */
export async function retentionDeskFor(db: Db, actor: Actor, asked: number): Promise<RetentionDesk | undefined> {
  if (!hasRole(actor, "privacy_lead")) return undefined;
  const done = isNotNull(retentionPlans.carriedOutAt);
  const pages = Math.max(1, Math.ceil((await db.$count(retentionPlans, done)) / perPage));
  const page = Math.min(asked, pages);
  const [open, past, holds, groups] = await Promise.all([
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
    groupsInPlans(db),
  ]);
  return {
    next: open.map((row) => ({ ...planned(row), groups: groups.filter(({ planId }) => planId === row.id).map(({ name, count }) => ({ name, count })) })),
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

/** Whose the things are that stand in open plans. */
function groupsInPlans(db: Db) {
  const owned = endingNames.flatMap((name) => {
    const { ofGroup }: Ending = endings[name];
    return ofGroup ? [sql`select ${name}::text as ending, id, organisation_id from ${sql.identifier(ofGroup)}`] : [];
  });
  return db.execute<{ planId: string; name: string; count: number }>(sql`
    select p.id as "planId", o.name, count(*)::int as count
    from retention_plans p join retention_items i on i.plan_id = p.id join (${sql.join(owned, sql` union all `)}) x on x.ending = p.ending and x.id = i.item_id
      join organisations o on o.id = x.organisation_id
    where p.carried_out_at is null group by p.id, o.id order by count desc, o.name`);
}

const planned = ({ id, ending, plannedAt, fromDay, count, oldest }: typeof retentionPlans.$inferSelect): Plan => ({
  id,
  ending: ending as Ended,
  plannedAt: plannedAt.toISOString(),
  fromDay,
  count,
  oldest,
});
