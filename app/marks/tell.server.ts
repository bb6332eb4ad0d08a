import { and, asc, eq, inArray, ne, notExists } from "drizzle-orm";
import { memberships, people, schemeRoles } from "#db/schema/accounts";
import type { SchemeRole } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type Mail, post } from "~/platform/mail.server";
import type { Language } from "~/platform/words";
import type { MailWords } from "./mail-words";
import { markWords } from "./words/mark-words";

type Reader = { id: string; name: string; email: string; language: Language | null };
const reader = { id: people.id, name: people.name, email: people.email };

/** Writes to each of a provider's admins in the language they have chosen, in the caller's transaction. The same cause twice is one mail each. */
export async function tellAdmins(tx: Db, clock: Clock, organisationId: string, cause: string, mail: (language: Language) => MailWords) {
  const admins = await tx
    .select({ ...reader, language: people.language })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.role, "admin")))
    .orderBy(asc(people.id));
  await tell(tx, clock, admins, cause, mail);
}

/** Writes to everybody who could be the second person for a change that this person proposed. In English, as the pages of the scheme are. */
export const tellSecondPeople = (tx: Db, clock: Clock, { organisationIds, proposedBy }: { organisationIds: string[]; proposedBy: string }, cause: string, mail: MailWords) =>
  tellScheme(tx, clock, organisationIds, ["moderator", "decider"], proposedBy, cause, mail);

/** Writes to every moderator but those who belong to the provider. In English, as the pages of the scheme are. */
export const tellModerators = (tx: Db, clock: Clock, organisationId: string, cause: string, mail: MailWords) =>
  tellScheme(tx, clock, [organisationId], ["moderator"], undefined, cause, mail);

/** Never the own people of any of these organisations, whatever roles they have. */
async function tellScheme(tx: Db, clock: Clock, organisationIds: string[], roles: SchemeRole[], except: string | undefined, cause: string, mail: MailWords) {
  const belongs = tx
    .select({ one: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.personId, people.id), inArray(memberships.organisationId, organisationIds)));
  const found = await tx
    .selectDistinct(reader)
    .from(schemeRoles)
    .innerJoin(people, eq(people.id, schemeRoles.personId))
    .where(and(inArray(schemeRoles.role, roles), except === undefined ? undefined : ne(people.id, except), notExists(belongs)))
    .orderBy(asc(people.id));
  const inEnglish = found.map((each) => ({ ...each, language: "en" as const }));
  await tell(tx, clock, inEnglish, cause, () => mail);
}

async function tell(tx: Db, clock: Clock, to: readonly Reader[], cause: string, mail: (language: Language) => MailWords) {
  for (const { id, name, email, language: chosen } of to) {
    const language = chosen ?? "en";
    await post(tx, clock, `${cause}:${id}`, mailTo({ name, email }, mail(language), language));
  }
}

/** A mail about a mark to one person, who is greeted by name. */
export const mailTo = ({ name, email }: Pick<Reader, "name" | "email">, { subject, body }: MailWords, language: Language): Mail => ({
  to: email,
  subject,
  body: { greeting: markWords(language)("mail.hello", { name }), ...body, signature: "Waymark" },
  language,
});
