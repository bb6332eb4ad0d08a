import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { appealSeats, appeals } from "#db/schema/appeals";
import { submissions } from "#db/schema/assessments";
import { cases } from "#db/schema/review";
import { standardVersions } from "#db/schema/standards";
import { type Actor, hasRole } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock as Watch } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { caseNumber } from "../case-number";
import type { Clock } from "../clocks";
import { appealClock } from "./appeal";
import type { AppealState } from "./appeal-moves";

export const appealsPerPage = 30;
export type AppealRow = { id: string; number: string; provider: string; standard: string; state: AppealState; clock: Clock | null };
export type AppealsPage = { rows: AppealRow[]; page: number; pages: number };

const running = ["sent", "taken", "with_panel", "deliberating"] as const;
const named = {
  id: appeals.id,
  caseId: appeals.caseId,
  number: cases.number,
  provider: organisations.name,
  nation: organisations.nation,
  state: appeals.state,
  dueOn: appeals.dueOn,
  panelDueOn: appeals.panelDueOn,
};
/** None of a provider that this person belongs to. */
const ofOthers = (actor: Actor) =>
  actor.memberships.length > 0
    ? notInArray(
        cases.organisationId,
        actor.memberships.map(({ organisationId }) => organisationId),
      )
    : undefined;

/** The appeals that somebody may see, those that run first by their last day, thirty a page: a moderator all, somebody of a panel their own; never of a provider they belong to. One read. */
export async function appealsFor(db: Db, clock: Watch, actor: Actor, page = 1): Promise<AppealsPage> {
  const seated = sql<boolean>`exists (select 1 from ${appealSeats} s where s.appeal_id = ${appeals.id} and s.person_id = ${actor.personId} and s.ended_at is null)`;
  const rows = await db
    .select({ ...named, standard: standardVersions.title, total: sql<number>`count(*) over ()::int` })
    .from(appeals)
    .innerJoin(cases, eq(cases.id, appeals.caseId))
    .innerJoin(organisations, eq(organisations.id, cases.organisationId))
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .innerJoin(standardVersions, eq(standardVersions.id, submissions.standardVersionId))
    .where(and(sql`${appeals.state} <> 'drafting'`, ofOthers(actor), hasRole(actor, "moderator") ? undefined : seated))
    .orderBy(sql`${appeals.state} not in ('sent', 'taken', 'with_panel', 'deliberating')`, sql`coalesce(${appeals.panelDueOn}, ${appeals.dueOn})`, appeals.id)
    .limit(appealsPerPage)
    .offset((page - 1) * appealsPerPage);
  const today = londonDay(clock.now());
  return {
    rows: rows.map(({ id, number, provider, standard, state, ...dates }) => ({
      id,
      number: caseNumber(number),
      provider,
      standard,
      state,
      clock: appealClock({ state, ...dates }, today) ?? null,
    })),
    page,
    pages: Math.max(1, Math.ceil((rows[0]?.total ?? 0) / appealsPerPage)),
  };
}

/** Every deadline of ours that runs in an appeal, for a moderator; never of a provider they belong to. One read. */
export async function appealDeadlines(db: Db, clock: Watch, actor: Actor): Promise<(Clock & { appealId: string; caseId: string; number: string; provider: string })[]> {
  const rows = await db
    .select(named)
    .from(appeals)
    .innerJoin(cases, eq(cases.id, appeals.caseId))
    .innerJoin(organisations, eq(organisations.id, cases.organisationId))
    .where(and(inArray(appeals.state, [...running]), ofOthers(actor)));
  const today = londonDay(clock.now());
  return rows.flatMap(({ id, caseId, number, provider, state, ...dates }) => {
    const runs = appealClock({ state, ...dates }, today);
    return runs ? [{ ...runs, appealId: id, caseId, number: caseNumber(number), provider }] : [];
  });
}
