import { and, asc, eq } from "drizzle-orm";
import { organisations, people, schemeRoles } from "#db/schema/accounts";
import { concerns } from "#db/schema/concerns";
import type { MailWords } from "~/marks/mail-words";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { post } from "~/platform/mail.server";
import { groupName, mayKnow } from "./reach.server";

/** Who is to hear of a concern: the moderators who may know of it; where there is none, whoever looks after the platform, so that it does not lie there unread. */
export async function tellModerators(tx: Db, clock: Clock, concernId: string, cause: string, { mail, nobody }: { mail: MailWords; nobody: MailWords }): Promise<number> {
  const may = mayKnow(people.id, { id: concerns.organisationId, name: groupName }, londonDay(clock.now()));
  const reader = { id: people.id, name: people.name, email: people.email };
  const moderators = await tx
    .select(reader)
    .from(schemeRoles)
    .innerJoin(people, eq(people.id, schemeRoles.personId))
    .innerJoin(concerns, eq(concerns.id, concernId))
    .leftJoin(organisations, eq(organisations.id, concerns.organisationId))
    .where(and(eq(schemeRoles.role, "moderator"), may))
    .orderBy(asc(people.id));
  const instead =
    moderators.length > 0
      ? []
      : await tx.select(reader).from(schemeRoles).innerJoin(people, eq(people.id, schemeRoles.personId)).where(eq(schemeRoles.role, "platform_admin")).orderBy(asc(people.id));
  const to = [...moderators.map((each) => ({ each, words: mail })), ...instead.map((each) => ({ each, words: nobody }))];
  for (const { each, words } of to)
    await post(tx, clock, `${cause}:${each.id}`, { to: each.email, subject: words.subject, body: { greeting: `Hello ${each.name},`, ...words.body, signature: "Waymark" } });
  return to.length;
}
