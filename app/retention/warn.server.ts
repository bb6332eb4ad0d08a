import { sql } from "drizzle-orm";
import { addDays, type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { type Mail, post } from "~/platform/mail.server";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import { dayOf, isFree } from "./ending.server";
import { lastEdit, warningCause } from "./endings/drafts.server";
import { lastDay, overUpTo, rules, warnedAt } from "./rules";
import { retentionWords } from "./words/retention-words";

const atOnce = 200;

type Due = { id: string; cause: string; edited: Day; standard: string; provider: string; person: string; email: string; language: Language | null };

/**
 * Writes to a group's admins, each in the language they have chosen, 22 and 23 months after anybody last did something in a draft. Answers how many mails were written. Twice is as good as once.
 * Of two warnings that have come at once only the later is sent. (Standard rules §G.4)
 */
export async function warnOfEnding(db: Db, clock: Clock): Promise<number> {
  const today = londonDay(clock.now());
  const [early, late] = warnedAt.map((months) => overUpTo(addDays(today, 1), { months }));
  const edited = dayOf(lastEdit);
  const stage = sql`case when ${edited} <= ${late!}::date then ${sql.raw(String(warnedAt[1]))} else ${sql.raw(String(warnedAt[0]))} end`;
  const due = await db.execute<Due>(sql`
    select a.id, ${warningCause(stage)} as cause, ${edited}::text as edited, v.title as standard, o.name as provider, p.name as person, p.email, p.language
    from assessments a join memberships m on m.organisation_id = a.organisation_id and m.role = 'admin'
      join people p on p.id = m.person_id join organisations o on o.id = a.organisation_id join standard_versions v on v.id = a.standard_version_id
    where a.state = 'draft' and ${edited} <= ${early!}::date and ${isFree(sql`a.organisation_id`)}
      and not exists (select 1 from outbox sent where sent.cause = ${warningCause(stage)})
    order by edited, a.id, p.id limit ${atOnce}`);
  await db.transaction(async (tx) => {
    for (const each of due) await post(tx, clock, each.cause, mail(each, today));
  });
  return due.length;
}

function mail({ id, edited, standard, provider, person, email, language: chosen }: Due, today: Day): Mail {
  const language = chosen ?? "en";
  const t = retentionWords(language);
  const last = lastDay(edited, rules.drafts);
  const day = formatDay(last, language);
  return {
    to: email,
    subject: t("warning.subject", { standard }),
    body: {
      greeting: t("warning.hello", { person }),
      paragraphs: [
        t("warning.what", { standard, provider, edited: formatDay(edited, language) }),
        last < today ? t("warning.soon") : t("warning.until", { day }),
        t("warning.how"),
      ],
      action: { words: t("warning.action"), url: settings().baseUrl + paths.assessment(id) },
      signature: "Waymark",
    },
    language,
  };
}
