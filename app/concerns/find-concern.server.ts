import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { organisations, people } from "#db/schema/accounts";
import { concernSteps, concerns } from "#db/schema/concerns";
import type { Actor } from "~/accounts/actor";
import { marksOf } from "~/marks/marks-of.server";
import { isInForce } from "~/marks/status";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { concernClocks, isEmail } from "./concern";
import type { ConcernDesk } from "./concern-desk";
import { type StepName, stepsOpen } from "./concern-moves";
import { groupName, inReach } from "./reach.server";

/** One concern with all that was done about it, for a moderator who may know of it. Undefined for everybody else, and where there is none. Three reads at most. */
export async function concernFor(db: Db, clock: Clock, actor: Actor, id: string): Promise<ConcernDesk | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined;
  const now = clock.now();
  const [found] = await db
    .select({ concern: concerns, provider: groupName, nation: organisations.nation })
    .from(concerns)
    .leftJoin(organisations, eq(organisations.id, concerns.organisationId))
    .where(and(eq(concerns.id, id), inReach(actor, now)));
  if (!found) return undefined;
  const { concern, provider, nation } = found;
  const { reference, organisationId, code, groupTyped, seenAt, words, name, contact, mayName, language, state } = concern;
  const [steps, marks] = await Promise.all([stepsOf(db, id), organisationId ? marksOf(db, organisationId, now) : []]);
  return {
    id,
    ...{ reference, provider, code, groupTyped, seenAt, words, name, contact, mayName, language, state },
    groupKnown: organisationId !== null,
    found: concern.found,
    sentAt: concern.sentAt.toISOString(),
    byMail: isEmail(contact),
    safeguarding: concern.agencyToldAt !== null,
    clocks: concernClocks({ ...concern, reachable: contact !== "", nation: nation ?? "england" }, now),
    marks: marks
      .filter(({ standing }) => isInForce(standing.status) || standing.status === "suspended")
      .map(({ code, holder, standing }) => ({ code, standard: holder.standard.title, status: standing.status })),
    steps: steps.map(({ step, at, ...rest }) => ({ ...rest, step: step as StepName, at: at.toISOString() })),
    open: stepsOpen(state).filter((each) => (each !== "reply" || contact !== "") && (each !== "tell_group" || organisationId !== null)),
  };
}

const stepsOf = (db: Db, concernId: string) =>
  db
    .select({ id: concernSteps.id, step: concernSteps.step, words: concernSteps.words, whom: concernSteps.whom, named: concernSteps.named, by: people.name, at: concernSteps.at })
    .from(concernSteps)
    .innerJoin(people, eq(people.id, concernSteps.by))
    .where(eq(concernSteps.concernId, concernId))
    .orderBy(asc(concernSteps.seq));

export type HeldConcern = typeof concerns.$inferSelect & { provider: string };

/** The same, held until the transaction ends. */
export async function holdConcern(tx: Db, clock: Clock, actor: Actor, id: string): Promise<HeldConcern | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined;
  const [found] = await tx
    .select({ concern: concerns, provider: groupName })
    .from(concerns)
    .leftJoin(organisations, eq(organisations.id, concerns.organisationId))
    .where(and(eq(concerns.id, id), inReach(actor, clock.now())))
    .for("update", { of: concerns });
  return found && { ...found.concern, provider: found.provider };
}
