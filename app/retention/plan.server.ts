import { eq, sql } from "drizzle-orm";
import { people, schemeRoles } from "#db/schema/accounts";
import { retentionItems, retentionPlans } from "#db/schema/retention";
import { record } from "~/audit/record.server";
import { addDays, type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { post } from "~/platform/mail.server";
import { paths } from "~/platform/paths";
import { among } from "./ending.server";
import { type EndingName, endingNames, endings } from "./endings.server";
import { planMail } from "./plan-words";
import { planAhead } from "./rules";

/** More than this waits for the next day's plan. */
const atMost = 5000;
const by = { system: "retention" };

export type Planned = { id: string; ending: EndingName; count: number; oldest: Day; fromDay: Day };

/**
 * Writes down what is over and stands in no plan yet, to be carried out a week later, and tells the privacy leads. Answers what was planned.
 * One transaction, one at a time; twice is as good as once: what stands in a plan is not planned again.
 */
export function planEndings(db: Db, clock: Clock): Promise<Planned[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('retention'))`);
    const now = clock.now();
    const today = londonDay(now);
    const planned: Planned[] = [];
    for (const ending of endingNames) {
      const due = await tx.execute<{ id: string; since: Day }>(sql`
        select due.id, due.since::text as since from (${endings[ending].due(today)}) due
        where not exists (select 1 from retention_items i join retention_plans p on p.id = i.plan_id where i.item_id = due.id and p.ending = ${ending})
        order by due.since, due.id limit ${atMost}`);
      const [oldest] = due;
      if (!oldest) continue;
      const plan = { ending, plannedAt: now, fromDay: addDays(today, planAhead), count: due.length, oldest: oldest.since };
      const [{ id } = { id: "" }] = await tx.insert(retentionPlans).values(plan).returning({ id: retentionPlans.id });
      await tx.execute(sql`insert into ${retentionItems} (plan_id, item_id) select ${id}::uuid, unnest(${among(due.map((each) => each.id))})`);
      planned.push({ id, ...plan });
    }
    await tell(tx, clock, planned);
    for (const { id, ending, count, fromDay } of planned) await record(tx, by, now, { type: "retention.planned", subject: id, data: { ending, count, from: fromDay } });
    return planned;
  });
}

async function tell(tx: Db, clock: Clock, planned: readonly Planned[]) {
  const [first] = planned;
  if (!first) return;
  const leads = await tx
    .select({ personId: people.id, name: people.name, email: people.email })
    .from(schemeRoles)
    .innerJoin(people, eq(people.id, schemeRoles.personId))
    .where(eq(schemeRoles.role, "privacy_lead"));
  const url = settings().baseUrl + paths.retention();
  for (const { personId, name, email } of leads) await post(tx, clock, `retention:${first.id}:${personId}`, { to: email, ...planMail(name, planned, url) });
}
