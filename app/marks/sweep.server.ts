import { sql } from "drizzle-orm";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";

/** Younger than this, in milliseconds, a promise has its own job on the way. */
const patience = 60_000;
const atOnce = 200;
/** A mail that could not be sent for so long is no news any more. */
const mailLife = 24 * 60 * 60_000;

/** Queues again what was promised and is not there: a mark's certificate, a decision's letter, a mail that was not sent. Under the same keys, so nothing is queued twice. */
export async function sweep(db: Db, clock: Clock): Promise<{ certificates: number; letters: number; mails: number }> {
  const now = clock.now().getTime();
  const before = new Date(now - patience).toISOString();
  const notBefore = new Date(now - mailLife).toISOString();
  const [swept] = await db.execute<{ certificates: number; letters: number; mails: number }>(sql`
    with
      bare as (select m.id from marks m left join certificates c on c.mark_id = m.id where c.mark_id is null and m.created_at < ${before} order by m.created_at limit ${atOnce}),
      untold as (select d.id from decisions d left join letters l on l.decision_id = d.id where l.decision_id is null and d.decided_at < ${before} order by d.decided_at limit ${atOnce}),
      unsent as (select o.id from outbox o where o.sent_at is null and o.at between ${notBefore} and ${before} order by o.at limit ${atOnce}),
      queued as materialized (
        select 'certificate' as of, enqueue_job('issue-certificate', json_build_object('id', id), 'certificate:' || id) from bare
        union all select 'letter', enqueue_job('make-letter', json_build_object('id', id), 'letter:' || id) from untold
        union all select 'mail', enqueue_job('send-mail', json_build_object('id', id), 'mail:' || id) from unsent
      )
    select count(*) filter (where of = 'certificate')::int as certificates, count(*) filter (where of = 'letter')::int as letters, count(*) filter (where of = 'mail')::int as mails from queued`);
  return swept ?? { certificates: 0, letters: 0, mails: 0 };
}
