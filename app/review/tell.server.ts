import { and, eq, notExists } from "drizzle-orm";
import { memberships, people, schemeRoles } from "#db/schema/accounts";
import type { SchemeRole } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { post } from "~/platform/mail.server";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { type CaseFile, currentReaders } from "./case-file";
import type { Teller } from "./letter";

type Person = { personId: string; name: string; email: string /** Of the group's own people: what they have chosen. */; language?: Language | null };
type Subject = Pick<CaseFile, "id" | "number" | "state"> & { provider: { name: string }; standard: { title: string } };

/** Writes to whoever does this for the scheme, except the provider's own people. */
export async function tellRole(tx: Db, clock: Clock, file: Subject & { organisationId: string }, role: SchemeRole, teller: Teller, path = paths.case(file.id)) {
  const belongs = tx
    .select({ one: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.personId, people.id), eq(memberships.organisationId, file.organisationId)));
  const found = await tx
    .select({ personId: people.id, name: people.name, email: people.email })
    .from(schemeRoles)
    .innerJoin(people, eq(people.id, schemeRoles.personId))
    .where(and(eq(schemeRoles.role, role), notExists(belongs)));
  await tell(tx, clock, file, found, teller, path);
}

/** Writes to those who read the case now. */
export const tellReaders = (tx: Db, clock: Clock, file: CaseFile, teller: Teller) => tell(tx, clock, file, currentReaders(file), teller, paths.case(file.id));

/** Writes to the provider's admins: those who may send, and take back. Each in the language they have chosen. */
export async function tellProvider(tx: Db, clock: Clock, file: Subject & { organisationId: string }, teller: Teller, path: string) {
  const admins = await tx
    .select({ personId: people.id, name: people.name, email: people.email, language: people.language })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.organisationId, file.organisationId), eq(memberships.role, "admin")));
  await tell(tx, clock, file, admins, teller, path);
}

/** One mail each, once for each thing that happened to the case. */
export async function tell(tx: Db, clock: Clock, file: Subject, to: readonly Person[], teller: Teller, path: string) {
  for (const { personId, name, email, language: chosen } of to) {
    const language = chosen ?? "en";
    const told = teller({ name, language, number: file.number, provider: file.provider.name, standard: file.standard.title, url: settings().baseUrl + path });
    await post(tx, clock, `case:${file.id}:${told.subject}:${clock.now().toISOString()}:${personId}`, { to: email, ...told, language });
  }
}
