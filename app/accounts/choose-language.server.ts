import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { people } from "#db/schema/accounts";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type Language, languages } from "~/platform/words";
import type { Actor } from "./actor";

/** What is sent to choose a language. */
export const LanguageChoice = z.object({ language: z.enum(languages), to: z.string().optional() });

/** The language of all pages and mails of this person from now on. Choosing the same again changes nothing. */
export async function chooseLanguage(db: Db, clock: Clock, person: Pick<Actor, "personId">, language: Language): Promise<void> {
  await db.transaction(async (tx) => {
    const chosen = await tx
      .update(people)
      .set({ language })
      .where(and(eq(people.id, person.personId), sql`${people.language} is distinct from ${language}`))
      .returning({ id: people.id });
    for (const { id } of chosen) await record(tx, { personId: id }, clock.now(), { type: "person.language_chosen", subject: id, data: { language } });
  });
}
