import { sql } from "drizzle-orm";
import { addDays, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { type Mail, post } from "~/platform/mail.server";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import { evidenceWords } from "./words/evidence-words";

/** Days before the last day. Each is told once; of several that have come at once only the nearest. */
export const reminderDays = [60, 30, 7] as const;
const atOnce = 200;

type Due = { id: string; name: string; expires: string; stage: number; personId: string; person: string; email: string; language: Language | null; slug: string };

/** Writes to a group's admins, each in the language they have chosen, before a file of their library goes out of date. Answers how many mails were written. Twice is as good as once. */
export async function remindOfExpiry(db: Db, clock: Clock): Promise<number> {
  const today = londonDay(clock.now());
  const [far, middle, soon] = reminderDays.map((days) => addDays(today, days));
  const due = await db.execute<Due>(sql`
    with expiring as (
      select f.id, f.name, f.organisation_id, f.expires_on::text as expires,
             case when f.expires_on <= ${soon!} then 7 when f.expires_on <= ${middle!} then 30 else 60 end as stage
      from evidence_files f where f.locked_at is null and f.removed_at is null and f.expires_on between ${today} and ${far!}
    )
    select e.id, e.name, e.expires, e.stage, p.id as "personId", p.name as person, p.email, p.language, o.slug
    from expiring e join memberships m on m.organisation_id = e.organisation_id and m.role = 'admin'
      join people p on p.id = m.person_id join organisations o on o.id = e.organisation_id
      left join outbox sent on sent.cause = 'expiry:' || e.id || ':' || e.expires || ':' || e.stage || ':' || p.id
    where sent.id is null order by e.expires, e.id, p.id limit ${atOnce}`);
  await db.transaction(async (tx) => {
    for (const each of due) await post(tx, clock, `expiry:${each.id}:${each.expires}:${each.stage}:${each.personId}`, mail(each));
  });
  return due.length;
}

function mail({ name, expires, person, email, language: chosen, slug }: Due): Mail {
  const language = chosen ?? "en";
  const t = evidenceWords(language);
  const day = formatDay(expires, language);
  return {
    to: email,
    subject: t("reminder.subject", { name, day }),
    body: {
      greeting: t("reminder.hello", { person }),
      paragraphs: [t("reminder.what", { name, day })],
      action: { words: t("reminder.action"), url: settings().baseUrl + paths.library(slug) },
      signature: "Waymark",
    },
    language,
  };
}
