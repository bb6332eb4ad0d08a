import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import { organisations, people, schemeRoles } from "#db/schema/accounts";
import { concerns } from "#db/schema/concerns";
import { outbox } from "#db/schema/platform";
import type { MailWords } from "~/marks/mail-words";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { post } from "~/platform/mail.server";
import { groupName, mayKnow } from "./reach.server";

/** One thing that is to be told of a concern. `nobody`: what is said instead where no moderator may know of it. */
export type Telling = { concernId: string; cause: string; mail: MailWords; nobody: MailWords };

const reader = { id: people.id, name: people.name, email: people.email };

/**
 * Tells of concerns: the moderators who may know of each; where there is none, whoever looks after the platform, so that it does not lie there unread.
 * Each person once a cause, however often it is called. Three reads, however many. Answers how many mails were written.
 */
export async function tellModerators(db: Db, clock: Clock, tellings: readonly Telling[]): Promise<number> {
  if (tellings.length === 0) return 0;
  const ids = [...new Set(tellings.map(({ concernId }) => concernId))];
  const readers = await moderatorsOf(db, clock, inArray(concerns.id, ids));
  const alone = ids.some((id) => !readers.some(({ concernId }) => concernId === id));
  const admins = alone ? await platformAdmins(db) : [];
  const letters = tellings.flatMap(({ concernId, cause, mail, nobody }) => {
    const moderators = readers.filter((each) => each.concernId === concernId);
    const [to, words] = moderators.length > 0 ? [moderators, mail] : [admins, nobody];
    return to.map(({ id, name, email }) => ({ cause: `${cause}:${id}`, name, email, words }));
  });
  if (letters.length === 0) return 0;
  const causes = letters.map(({ cause }) => cause);
  const known = new Set((await db.select({ cause: outbox.cause }).from(outbox).where(inArray(outbox.cause, causes))).map(({ cause }) => cause));
  const fresh = letters.filter(({ cause }) => !known.has(cause));
  await db.transaction(async (tx) => {
    for (const { cause, name, email, words } of fresh)
      await post(tx, clock, cause, { to: email, subject: words.subject, body: { greeting: `Hello ${name},`, ...words.body, signature: "Waymark" } });
  });
  return fresh.length;
}

const moderatorsOf = (db: Db, clock: Clock, of: SQL) =>
  db
    .select({ ...reader, concernId: concerns.id })
    .from(schemeRoles)
    .innerJoin(people, eq(people.id, schemeRoles.personId))
    .innerJoin(concerns, of)
    .leftJoin(organisations, eq(organisations.id, concerns.organisationId))
    .where(and(eq(schemeRoles.role, "moderator"), mayKnow(people.id, { id: concerns.organisationId, name: groupName }, londonDay(clock.now()))))
    .orderBy(asc(people.id));

const platformAdmins = (db: Db) =>
  db.select(reader).from(schemeRoles).innerJoin(people, eq(people.id, schemeRoles.personId)).where(eq(schemeRoles.role, "platform_admin")).orderBy(asc(people.id));
