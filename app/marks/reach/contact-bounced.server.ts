import { and, eq, gt, lt, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { contactBounces, contactChecks } from "#db/schema/providers";
import { type By, record } from "~/audit/record.server";
import { addDays, londonDay, startOfDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { inLanguage, type Language } from "~/platform/words";
import { recordCheck } from "~/providers/check-contact.server";
import { formatDay } from "~/ui/dates";
import type { MailWords } from "../mail-words";
import { tellAdmins } from "../tell.server";
import { markWords } from "../words/mark-words";
import { meansBroken } from "./reach";

/** `broken`: whether people are now told that the address is being checked. */
export type Bounced = { ok: true; broken: boolean };

/**
 * Mail to the address that people are told to use has come back (Standard rules §C.3). A hard bounce, or the third soft one in seven days, is a test that failed:
 * from that moment the public pages say that the e-mail is being checked and show the phone first, and the provider's admins are told, once. Undefined when there is no such provider.
 */
export function contactBounced(db: Db, clock: Clock, by: By, { slug, kind }: { slug: string; kind: "hard" | "soft" }): Promise<Bounced | undefined> {
  return db.transaction(async (tx): Promise<Bounced | undefined> => {
    const { id, name } = organisations;
    const [found] = await tx.select({ id, name }).from(organisations).where(eq(organisations.slug, slug)).for("no key update");
    if (!found) return undefined;
    const at = clock.now();
    await tx.insert(contactBounces).values({ organisationId: found.id, kind, at });
    const email = and(eq(contactChecks.organisationId, found.id), eq(contactChecks.route, "email"));
    const lastArrived = sql`coalesce((select max(${contactChecks.checkedAt}) from ${contactChecks} where ${and(email, eq(contactChecks.worked, "yes"))}), '-infinity')`;
    const since = await tx
      .select({ kind: contactBounces.kind, at: contactBounces.at })
      .from(contactBounces)
      .where(and(eq(contactBounces.organisationId, found.id), gt(contactBounces.at, lastArrived)));
    const known = await tx.$count(contactChecks, and(email, eq(contactChecks.worked, "no"), gt(contactChecks.checkedAt, lastArrived)));
    const broken = known > 0 || meansBroken(since, at);
    if (broken && known === 0) {
      await tellAdmins(tx, clock, found.id, `bounced:${found.id}:${at.toISOString()}`, (language) => bouncedMail({ ...found, slug, day: londonDay(at) }, language));
      await recordCheck(tx, clock, by, { organisationId: found.id, route: "email", worked: false });
    }
    await record(tx, by, at, { type: "provider.email_bounced", subject: found.id, data: { kind } });
    return { ok: true, broken };
  });
}

/** Days that a bounce is kept: longer than it can count for anything. */
const daysKept = 30;

/** Forgets mail that came back longer ago. The tests that failed because of it have their own time. */
export async function forgetBounces(db: Db, clock: Clock) {
  await db.delete(contactBounces).where(lt(contactBounces.at, startOfDay(addDays(londonDay(clock.now()), -daysKept))));
}

function bouncedMail({ name, slug, day }: { name: string; slug: string; day: string }, language: Language): MailWords {
  const t = markWords(language);
  return {
    subject: t("mail.bounced.subject"),
    body: {
      paragraphs: [t("mail.bounced.what", { provider: name, day: formatDay(day, language) }), t("mail.bounced.ask"), t("mail.bounced.both")],
      action: { words: t("mail.bounced.action"), url: inLanguage(settings().baseUrl + paths.organisationFacts(slug), language) },
    },
  };
}
