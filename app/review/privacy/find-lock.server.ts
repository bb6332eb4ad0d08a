import { asc, count, desc, eq, notInArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { organisations, people } from "#db/schema/accounts";
import { submissions } from "#db/schema/assessments";
import { privacyLocks, privacyOpenings } from "#db/schema/privacy";
import { cases } from "#db/schema/review";
import { type Actor, hasRole } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { caseNumber } from "../case-number";
import { detailSorts, reportBy } from "./details";
import type { LockLine, LockView } from "./lock-view";

export const locksPerPage = 30;

/** What was locked as it is stored, with whose it is. Never found through anybody but a privacy lead who does not belong to the provider. */
export type FoundLock = typeof privacyLocks.$inferSelect & { organisationId: string; submissionId: string };

const Sorts = z.array(z.enum(detailSorts));

const mine = (actor: Actor) => {
  const own = actor.memberships.map(({ organisationId }) => organisationId);
  return own.length > 0 ? notInArray(cases.organisationId, own) : undefined;
};

/** What was locked, the undecided first, the oldest of them first, thirty a page. Only for privacy leads; nothing of an organisation they belong to. Two reads. */
export async function locksFor(db: Db, clock: Clock, actor: Actor, page: number): Promise<{ rows: LockLine[]; page: number; pages: number }> {
  const [rows, [counted]] = await Promise.all([
    db
      .select({ lock: privacyLocks, number: cases.number, provider: organisations.name })
      .from(privacyLocks)
      .innerJoin(cases, eq(cases.id, privacyLocks.caseId))
      .innerJoin(organisations, eq(organisations.id, cases.organisationId))
      .where(mine(actor))
      .orderBy(sql`${privacyLocks.state} <> 'locked'`, asc(privacyLocks.lockedAt), asc(privacyLocks.id))
      .limit(locksPerPage)
      .offset((page - 1) * locksPerPage),
    db.select({ total: count() }).from(privacyLocks).innerJoin(cases, eq(cases.id, privacyLocks.caseId)).where(mine(actor)),
  ]);
  return { rows: rows.map((row) => lineOf(clock, row)), page, pages: Math.max(1, Math.ceil((counted?.total ?? 0) / locksPerPage)) };
}

function lineOf(clock: Clock, { lock, number, provider }: { lock: typeof privacyLocks.$inferSelect; number: number; provider: string }): LockLine {
  const { id, kind, criterion, state, lockedAt, lockedAs } = lock;
  const { by, hoursLeft } = reportBy(lockedAt, clock.now());
  return { id, kind, criterion, state, lockedAt: lockedAt.toISOString(), lockedAs, case: caseNumber(number), provider, reportBy: by.toISOString(), hoursLeft };
}

/** One thing that was locked, with what is known of it and who opened it. Undefined for everybody but a privacy lead who does not belong to its provider. Two reads. */
export async function lockFor(db: Db, clock: Clock, actor: Actor, id: string): Promise<LockView | undefined> {
  if (!hasRole(actor, "privacy_lead") || !z.uuid().safeParse(id).success) return undefined;
  const [lockedBy, decidedBy] = [alias(people, "locked_by"), alias(people, "decided_by")];
  const [[row], opened] = await Promise.all([
    db
      .select({ lock: privacyLocks, number: cases.number, provider: organisations.name, organisationId: cases.organisationId, lockedBy: lockedBy.name, decidedBy: decidedBy.name })
      .from(privacyLocks)
      .innerJoin(cases, eq(cases.id, privacyLocks.caseId))
      .innerJoin(organisations, eq(organisations.id, cases.organisationId))
      .innerJoin(lockedBy, eq(lockedBy.id, privacyLocks.lockedBy))
      .leftJoin(decidedBy, eq(decidedBy.id, privacyLocks.decidedBy))
      .where(eq(privacyLocks.id, id)),
    db
      .select({ by: people.name, at: privacyOpenings.at })
      .from(privacyOpenings)
      .innerJoin(people, eq(people.id, privacyOpenings.by))
      .where(eq(privacyOpenings.lockId, id))
      .orderBy(desc(privacyOpenings.at)),
  ]);
  if (!row || actor.memberships.some(({ organisationId }) => organisationId === row.organisationId)) return undefined;
  const { sorts, place, decidedAt, reason, breach, breachReason } = row.lock;
  return {
    ...lineOf(clock, row),
    sorts: Sorts.parse(sorts),
    place,
    lockedBy: row.lockedBy,
    opened: opened.map(({ by, at }) => ({ by, at: at.toISOString() })),
    decided: decidedAt && { by: row.decidedBy ?? "", at: decidedAt.toISOString(), reason: reason ?? "", breach: breach ?? false, breachReason: breachReason ?? "" },
    mine: row.lock.lockedBy === actor.personId,
  };
}

/** The same for a command: until the transaction ends, nobody else decides about it. Undefined for a stranger and for one of the provider's own people. */
export async function holdLock(tx: Db, actor: Actor, id: string): Promise<FoundLock | undefined> {
  if (!hasRole(actor, "privacy_lead") || !z.uuid().safeParse(id).success) return undefined;
  const [lock] = await tx.select().from(privacyLocks).where(eq(privacyLocks.id, id)).for("update");
  if (!lock) return undefined;
  const [of] = await tx
    .select({ organisationId: cases.organisationId, submissionId: submissions.id })
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .where(eq(cases.id, lock.caseId));
  return of && !actor.memberships.some(({ organisationId }) => organisationId === of.organisationId) ? { ...lock, ...of } : undefined;
}
