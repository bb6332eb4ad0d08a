import { and, between, eq, inArray, sql } from "drizzle-orm";
import { memberships, people } from "#db/schema/accounts";
import { marks } from "#db/schema/marks";
import { providerFacts } from "#db/schema/providers";
import { addDays, addMonths, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { postUntold } from "~/platform/mail.server";
import type { Language } from "~/platform/words";
import { findMarks } from "../find-marks.server";
import type { MailWords } from "../mail-words";
import { paperworkOf } from "../paperwork/find-paperwork.server";
import { insuranceFact } from "../paperwork/insurance";
import { isInForce, statusOf } from "../status";
import { mailTo } from "../tell.server";
import { insuranceDays, insuranceReminder, renewalMonths, renewalReminder } from "./reminders";
import { insuranceMail, renewalMail } from "./renewal-words";

type Reminder = { organisationId: string; cause: string; mail: (language: Language) => MailWords };

/** Reminds groups of the last day of a mark, six, three and one month before it, and of the last day of their insurance, 60, 30 and 7 days before it: once each. Answers how many mails were written. Five reads. */
export async function remindOfLastDays(db: Db, clock: Clock): Promise<number> {
  return postOnce(db, clock, [...(await renewalsDue(db, clock.now())), ...(await insurancesDue(db, clock.now()))]);
}

async function renewalsDue(db: Db, now: Date): Promise<Reminder[]> {
  const today = londonDay(now);
  // A few days more than half a year: which months are how long is for the rule to say.
  const found = await findMarks(db, between(marks.validUntil, today, addDays(addMonths(today, renewalMonths[0]), 4)), { limit: 100_000 });
  return found.flatMap((mark): Reminder[] => {
    const months = renewalReminder(mark.facts, now);
    const { id, organisationId, facts } = mark;
    return months ? [{ organisationId, cause: `renewal:${id}:${facts.validUntil}:${months}`, mail: (language) => renewalMail(mark, months, settings().baseUrl, language) }] : [];
  });
}

async function insurancesDue(db: Db, now: Date): Promise<Reminder[]> {
  const today = londonDay(now);
  const runsOut = sql`exists (select 1 from ${providerFacts} f where f.organisation_id = ${marks.organisationId} and f.key = ${sql.raw(`'${insuranceFact}'`)} and f.value #>> '{}' between ${today} and ${addDays(today, insuranceDays[0])})`;
  const held = (await findMarks(db, and(runsOut, sql`${marks.validUntil} >= ${today}`), { limit: 100_000 })).filter(({ facts }) => isInForce(statusOf(facts, now).status));
  const about = await paperworkOf(
    db,
    held.map(({ id }) => id),
  );
  const ofOrganisation = new Map(held.map((mark) => [mark.organisationId, mark]));
  return [...ofOrganisation.values()].flatMap((mark): Reminder[] => {
    const { insuredUntil } = about(mark.id);
    const days = insuredUntil ? insuranceReminder(insuredUntil, today) : undefined;
    if (!insuredUntil || !days) return [];
    return [
      {
        organisationId: mark.organisationId,
        cause: `insurance:${mark.organisationId}:${insuredUntil}:${days}`,
        mail: (language) => insuranceMail(mark, insuredUntil, settings().baseUrl, language),
      },
    ];
  });
}

/** To each admin of each group, in their language: the cause of a mail is kept, so nothing is told twice. Two reads. */
async function postOnce(db: Db, clock: Clock, due: readonly Reminder[]): Promise<number> {
  if (due.length === 0) return 0;
  const admins = await db
    .select({ organisationId: memberships.organisationId, id: people.id, name: people.name, email: people.email, language: people.language })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.role, "admin"),
        inArray(
          memberships.organisationId,
          due.map(({ organisationId }) => organisationId),
        ),
      ),
    );
  return postUntold(
    db,
    clock,
    due.flatMap(({ organisationId, cause, mail }) =>
      admins
        .filter((each) => each.organisationId === organisationId)
        .map((to) => ({ cause: `${cause}:${to.id}`, mail: () => mailTo(to, mail(to.language ?? "en"), to.language ?? "en") })),
    ),
  );
}
