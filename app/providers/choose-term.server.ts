import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { organisations } from "#db/schema/accounts";
import { type Actor, membershipIn } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type LinkWorkerTerm, linkWorkerTermKeys } from "~/standards/term";

/** What is sent to choose a term. */
export const TermChoice = z.object({ term: z.enum(linkWorkerTermKeys) });

/** What an organisation calls its link workers, for all its people. Anybody of it may say so; undefined for everybody else. Saying the same again changes nothing. */
export async function chooseTerm(db: Db, clock: Clock, actor: Actor, organisationId: string, term: LinkWorkerTerm): Promise<{ ok: true } | undefined> {
  if (!membershipIn(actor, organisationId)) return undefined;
  await db.transaction(async (tx) => {
    const chosen = await tx
      .update(organisations)
      .set({ linkWorkerTerm: term })
      .where(and(eq(organisations.id, organisationId), sql`${organisations.linkWorkerTerm} is distinct from ${term}`))
      .returning({ id: organisations.id });
    for (const { id } of chosen) await record(tx, { personId: actor.personId }, clock.now(), { type: "organisation.term_chosen", subject: id, data: { term } });
  });
  return { ok: true };
}
