import { sql } from "drizzle-orm";
import { addDays, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { post } from "~/platform/mail.server";
import { paths } from "~/platform/paths";
import { formatDay } from "~/ui/dates";

/** Days before the last day. Each is told once; of several that have come at once only the nearest. */
export const reminderDays = [60, 30, 7] as const;
const atOnce = 200;

type Due = { id: string; name: string; expires: string; stage: number; personId: string; person: string; email: string; slug: string };

/** Writes to a group's admins before a file of their library goes out of date. Answers how many mails were written. Twice is as good as once. */
export async function remindOfExpiry(db: Db, clock: Clock): Promise<number> {
  const today = londonDay(clock.now());
  const [far, middle, soon] = reminderDays.map((days) => addDays(today, days));
  const due = await db.execute<Due>(sql`
    with expiring as (
      select f.id, f.name, f.organisation_id, f.expires_on::text as expires,
             case when f.expires_on <= ${soon!} then 7 when f.expires_on <= ${middle!} then 30 else 60 end as stage
      from evidence_files f where f.locked_at is null and f.expires_on between ${today} and ${far!}
    )
    select e.id, e.name, e.expires, e.stage, p.id as "personId", p.name as person, p.email, o.slug
    from expiring e join memberships m on m.organisation_id = e.organisation_id and m.role = 'admin'
      join people p on p.id = m.person_id join organisations o on o.id = e.organisation_id
      left join outbox sent on sent.cause = 'expiry:' || e.id || ':' || e.expires || ':' || e.stage || ':' || p.id
    where sent.id is null order by e.expires, e.id, p.id limit ${atOnce}`);
  await db.transaction(async (tx) => {
    for (const each of due) await post(tx, clock, `expiry:${each.id}:${each.expires}:${each.stage}:${each.personId}`, mail(each));
  });
  return due.length;
}

const mail = ({ name, expires, person, email, slug }: Due) => ({
  to: email,
  subject: `${name} goes out of date on ${formatDay(expires)}`,
  body: {
    greeting: `Hello ${person},`,
    paragraphs: [`${name} in your evidence library is good until ${formatDay(expires)}. When you have the new one, add it to your library and set its last day.`],
    action: { words: "Open your evidence library", url: settings().baseUrl + paths.library(slug) },
    signature: "Waymark",
  },
});
