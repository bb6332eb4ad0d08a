import { and, asc, eq, exists, inArray, isNull, notInArray, sql } from "drizzle-orm";
import { z } from "zod";
import { organisations } from "#db/schema/accounts";
import { submissions } from "#db/schema/assessments";
import { claimRulings } from "#db/schema/reading";
import { assignments, cases, ratings, settlements } from "#db/schema/review";
import { Facts, Level } from "#standards/format";
import { type Actor, hasRole } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { versionsById } from "~/standards/versions.server";
import { agreedBetween, type CaseReadings, saysNone } from "./case-file";
import { caseNumber } from "./case-number";
import { type CaseRow, type DeskGroup, deskGroups } from "./case-row";
import { awaitedUntil, daysLeftIn } from "./days-left";
import { questionRoundOf, recommendationsOf, roundsOf, talkIn, talkSinceOf, talksOf } from "./find-case.server";
import { nextStep } from "./next-step";
import { answersUnread, QuestionRound } from "./questions";
import { type Given, hasRecommended, Recommendation } from "./recommendation";
import { beganAt, Round } from "./round";
import { type CaseFacts, readerIn } from "./standing";
import { answerable, forModerator, talkIsOver, toTalkOver } from "./talk";

export const casesPerPage = 20;
export type CasePage = { rows: CaseRow[]; page: number; pages: number; total: number };

/**
 * The cases on somebody's desk, the most pressing first, twenty a page: an assessor's own, a moderator's or decision-maker's all;
 * never those of an organisation they belong to. Five reads.
 */
export async function casesFor(db: Db, clock: Clock, actor: Actor, page = 1): Promise<CasePage> {
  const found = await casesOnPage(db, actor, page);
  const ids = found.map(({ id }) => id);
  const [versions, assigned, rated, settled] = await Promise.all([
    versionsById(db, [...new Set(found.map((each) => each.standardVersionId))]),
    readersOf(db, ids),
    newestRatings(db, ids),
    settlementsOf(db, ids),
  ]);
  const now = clock.now();
  const rows = found.map((each) => {
    const row = { ...each, questionRound: QuestionRound.nullable().parse(each.questionRound) };
    const of = <T extends { caseId: string }>(all: T[]) => all.filter(({ caseId }) => caseId === row.id);
    const talk = talkIn(row);
    const rounds = z.array(Round).parse(row.rounds);
    const standard = versions.find(({ id }) => id === row.standardVersionId)!.standard;
    return lineOf(
      actor,
      {
        ...row,
        daysLeft: daysLeftIn({ ...row, openedAt: beganAt(row.openedAt, rounds) }, now),
        awaitedUntil: awaitedUntil(row),
        talkOver: talkIsOver(talk.talkSince, londonDay(now), row.nation),
      },
      {
        standard,
        facts: Facts.parse(row.facts),
        reading: row.reading,
        talks: talk.talks,
        readers: of(assigned),
        rounds,
        ratings: of(rated),
        settlements: of(settled),
      },
      of(assigned),
    );
  });
  const wide = (row: CaseRow) => Number(row.group === "settle" && row.wide);
  rows.sort((one, other) => deskGroups.indexOf(one.group) - deskGroups.indexOf(other.group) || wide(other) - wide(one));
  const total = found[0]?.total ?? 0;
  return { rows, page, pages: Math.max(1, Math.ceil(total / casesPerPage)), total };
}

type Found = Awaited<ReturnType<typeof casesOnPage>>[number];
type Newest = Awaited<ReturnType<typeof newestRatings>>[number];
type Assigned = Awaited<ReturnType<typeof readersOf>>[number];

function lineOf(
  actor: Actor,
  row: Omit<Found, "questionRound"> & Pick<CaseRow, "daysLeft" | "awaitedUntil"> & { questionRound: QuestionRound | null; talkOver: boolean },
  readings: Omit<CaseReadings, "ratings"> & { ratings: Newest[] },
  assigned: Assigned[],
): CaseRow {
  const { missing, open: differences } = agreedBetween(readings);
  const open = forModerator(differences, row.talkOver);
  const readers = assigned.map(({ part, personId, declaration }) => ({ part, personId, declaredNone: declaration !== null && saysNone(declaration) }));
  const facts: CaseFacts = { state: row.state, organisationId: row.organisationId, readers, raters: row.raters, settlers: row.settlers };
  const me = hasRole(actor, "assessor") ? readerIn(actor, facts) : undefined;
  const unread = me
    ? answersUnread(
        row.questionRound,
        readings.ratings.filter(({ part, ratedBy }) => part === me.part && ratedBy === me.personId),
      )
    : [];
  const said = { rounds: readings.rounds, recommendations: z.array(Recommendation).parse(row.recommendations) };
  const recommended = me !== undefined && (row.awaitedUntil !== null || hasRecommended(said, row.given, me));
  const critical = new Set(readings.standard.criteria.filter(({ must_have }) => must_have).map(({ id }) => id));
  const left = new Set(missing.filter(({ criterion, part }) => critical.has(criterion) && (!me || part === me.part)).map(({ criterion }) => criterion)).size;
  return {
    id: row.id,
    number: caseNumber(row.number),
    provider: row.provider,
    area: row.area,
    standard: `${readings.standard.title} ${readings.standard.version}`,
    state: row.state,
    group: row.group,
    daysLeft: row.daysLeft,
    awaitedUntil: row.awaitedUntil,
    part: me?.part ?? null,
    declared: me?.declaredNone ?? false,
    mustHavesLeft: row.daysLeft === null ? null : left,
    toSettle: row.state === "moderating" ? open.length : 0,
    wide: row.state === "moderating" && open.some(({ flagged }) => flagged),
    next: nextStep(actor, { ...facts, id: row.id }, { missing, open, unread, recommended }, answerable(readings, toTalkOver(differences, row.talkOver), me?.part)) ?? null,
  };
}

/** Which group a case is in for this person, as SQL: it decides the order, and so which page a case is on. */
function groupFor(actor: Actor, mine: ReturnType<typeof assignedTo>) {
  const when = (role: boolean, state: CaseRow["state"], group: DeskGroup) => (role ? sql`when ${cases.state} = ${state} then ${group}` : sql``);
  return sql<DeskGroup>`case
    ${when(hasRole(actor, "moderator"), "moderating", "settle")}
    ${when(hasRole(actor, "moderator"), "waiting", "choose_readers")}
    ${when(hasRole(actor, "decider"), "deciding", "decide")}
    when ${cases.state} in ('decided', 'withdrawn') then 'closed'
    when ${cases.state} in ('declaring', 'assessing') and ${exists(mine)} then 'mine'
    else 'with_others' end`;
}

const assignedTo = (db: Db, actor: Actor) =>
  db
    .select({ one: sql`1` })
    .from(assignments)
    .where(and(eq(assignments.caseId, cases.id), eq(assignments.personId, actor.personId), isNull(assignments.endedAt)));

async function casesOnPage(db: Db, actor: Actor, page: number) {
  const mine = assignedTo(db, actor);
  const own = actor.memberships.map(({ organisationId }) => organisationId);
  const everybodys = hasRole(actor, "moderator", "decider");
  const group = groupFor(actor, mine);
  return db
    .select({
      id: cases.id,
      number: cases.number,
      state: cases.state,
      openedAt: cases.openedAt,
      organisationId: cases.organisationId,
      provider: organisations.name,
      area: organisations.area,
      nation: organisations.nation,
      standardVersionId: submissions.standardVersionId,
      facts: sql<unknown>`${submissions.content}::jsonb -> 'facts'`,
      raters: sql<string[]>`array(select distinct r.rated_by::text from ${ratings} r where r.case_id = ${cases.id})`,
      settlers: sql<
        string[]
      >`array(select s.settled_by::text from ${settlements} s where s.case_id = ${cases.id} union select c.by::text from ${claimRulings} c where c.case_id = ${cases.id})`,
      rounds: roundsOf,
      reading: cases.reading,
      talks: talksOf,
      recommendations: recommendationsOf,
      given: sql<Given>`(select json_build_object('assessor', count(*) filter (where r.part = 'assessor'), 'second_reader', count(*) filter (where r.part = 'second_reader')) from ${ratings} r where r.case_id = ${cases.id})`,
      talkSince: talkSinceOf,
      questionRound: questionRoundOf,
      group: sql<DeskGroup>`${group}`.as("desk_group"),
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .innerJoin(organisations, eq(organisations.id, cases.organisationId))
    .where(and(everybodys ? undefined : hasRole(actor, "assessor") ? exists(mine) : sql`false`, own.length > 0 ? notInArray(cases.organisationId, own) : undefined))
    .orderBy(
      sql`array_position(${sql.raw(`array['${deskGroups.join("','")}']`)}, ${group})`,
      sql`case when ${cases.state} in ('decided', 'withdrawn') then -extract(epoch from ${cases.openedAt}) else extract(epoch from ${cases.openedAt}) end`,
      asc(cases.number),
    )
    .limit(casesPerPage)
    .offset((page - 1) * casesPerPage);
}

const readersOf = (db: Db, ids: string[]) =>
  db
    .select({ caseId: assignments.caseId, part: assignments.part, personId: assignments.personId, declaration: assignments.declaration })
    .from(assignments)
    .where(and(inArray(assignments.caseId, ids), isNull(assignments.endedAt)));

async function newestRatings(db: Db, ids: string[]) {
  const of = [ratings.caseId, ratings.part, ratings.ratedBy, ratings.criterion, ratings.round];
  const rows = await db
    .selectDistinctOn(of, {
      caseId: ratings.caseId,
      criterion: ratings.criterion,
      part: ratings.part,
      level: ratings.level,
      ratedBy: ratings.ratedBy,
      ratedAt: ratings.ratedAt,
      round: ratings.round,
    })
    .from(ratings)
    .where(inArray(ratings.caseId, ids))
    .orderBy(...of, sql`${ratings.ratedAt} desc, ${ratings.seq} desc`);
  return rows.map((row) => ({ ...row, level: Level.nullable().parse(row.level) }));
}

async function settlementsOf(db: Db, ids: string[]) {
  const rows = await db
    .select({ caseId: settlements.caseId, criterion: settlements.criterion, level: settlements.level, round: settlements.round })
    .from(settlements)
    .where(inArray(settlements.caseId, ids))
    .orderBy(asc(settlements.round));
  return rows.map((row) => ({ ...row, level: Level.parse(row.level) }));
}
