import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { interests } from "#db/schema/interests";
import { assignments, cases } from "#db/schema/review";
import { type Actor, hasRole } from "~/accounts/actor";
import { moves } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { carryOnCase } from "../sweep.server";
import { endOf } from "./end-interest.server";
import { holdPerson } from "./hold.server";
import type { Kind } from "./kinds";

/** Of a name that several have. */
export type Namesake = { id: string; name: string; area: string };
export type StatedInterest = { organisation: string; organisationId?: string | undefined; kind: Kind; words: string; since: Day; until?: Day | undefined };
export type Stated = { ok: true; ours: boolean } | { ok: false; why: "wrong_role" | "in_future" | "ends_before" } | { ok: false; why: "which_one"; namesakes: Namesake[] };

/**
 * An assessor, moderator or decision-maker states a tie of their own to an organisation: one of ours where its name is known, otherwise the name alone, which counts from the day that a group of that name is here.
 * It is never changed; that it is over is stated apart. A tie that bars ends their reading of that group's case at once; one that bars nobody holds it until a moderator allows it. Refused to everybody else.
 */
export async function stateInterest(db: Db, clock: Clock, actor: Actor, { organisation, organisationId, kind, words, since, until }: StatedInterest): Promise<Stated> {
  if (!hasRole(actor, "assessor", "moderator", "decider")) return { ok: false, why: "wrong_role" };
  const now = clock.now();
  const today = londonDay(now);
  if (since > today || (until !== undefined && until > today)) return { ok: false, why: "in_future" };
  if (until !== undefined && until < since) return { ok: false, why: "ends_before" };
  const name = organisation.trim();
  const namesakes = await db
    .select({ id: organisations.id, name: organisations.name, area: organisations.area })
    .from(organisations)
    .where(sql`lower(${organisations.name}) = lower(${name})`)
    .orderBy(organisations.area)
    .limit(20);
  const meant = namesakes.length === 1 ? namesakes[0] : namesakes.find(({ id }) => id === organisationId);
  if (namesakes.length > 1 && !meant) return { ok: false, why: "which_one", namesakes };
  await db.transaction(async (tx) => {
    await holdPerson(tx, actor.personId);
    const [kept] = await tx
      .insert(interests)
      .values({ personId: actor.personId, organisationId: meant?.id ?? null, organisationName: meant?.name ?? name, kind, words: words.trim(), since, statedAt: now })
      .returning({ id: interests.id });
    if (until !== undefined) await endOf(tx, kept!.id, until, now);
    await record(tx, { personId: actor.personId }, now, {
      type: "person.interest_stated",
      subject: actor.personId,
      data: { interest_id: kept!.id, kind, organisation_id: meant?.id ?? null },
    });
  });
  if (meant) await carryOnCasesOf(db, clock, actor, meant.id);
  return { ok: true, ours: meant !== undefined };
}

/** Carries on every case of the organisation that they read: whom a tie bars leaves it, whom it brings near waits for leave. */
async function carryOnCasesOf(db: Db, clock: Clock, { personId }: Actor, organisationId: string) {
  const read = await db
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(assignments, and(eq(assignments.caseId, cases.id), eq(assignments.personId, personId), isNull(assignments.endedAt)))
    .where(and(eq(cases.organisationId, organisationId), inArray(cases.state, [...moves.lose_reader.from])));
  for (const { id } of read) await carryOnCase(db, clock, id);
}
