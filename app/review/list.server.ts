import { and, asc, eq, exists, isNull, notInArray, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { submissions } from "#db/schema/assessments";
import { claimRulings, thirdRatings } from "#db/schema/reading";
import { assignments, cases, ratings, settlements } from "#db/schema/review";
import { type Actor, hasRole } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { agreedBetween, saysNone } from "./case-file";
import { caseNumber } from "./case-number";
import { type CaseRow, type DeskGroup, deskGroups } from "./case-row";
import { awaitedUntil, daysLeftIn } from "./days-left";
import { questionRoundOf } from "./find-case.server";
import { KnownTies, objectionOf, tiesTo } from "./interests/kept.server";
import { barredBy } from "./interests/kinds";
import { isObjected, Objection } from "./interests/objection";
import { Tie, tieState } from "./interests/tie";
import { nextStep } from "./next-step";
import { answersUnread, QuestionRound } from "./questions";
import { type Read, readingColumns, readingsOf } from "./readings-of-many.server";
import { hasRecommended } from "./recommendation";
import { type FactsOfDay, readerIn } from "./standing";
import { answerable, forModerator, talkIsOver, toTalkOver } from "./talk";

export const casesPerPage = 20;
export type CasePage = { rows: CaseRow[]; page: number; pages: number; total: number };

/**
 * The cases on somebody's desk, the most pressing first, twenty a page: an assessor's own, a moderator's or decision-maker's all;
 * never those of an organisation they belong to. Five reads.
 */
export async function casesFor(db: Db, clock: Clock, actor: Actor, page = 1): Promise<CasePage> {
  const found = await casesOnPage(db, actor, page);
  const read = await readingsOf(db, found);
  const now = clock.now();
  const rows = found.map((each) => {
    const row = { ...each, questionRound: QuestionRound.nullable().parse(each.questionRound) };
    const { readings, assigned, talkSince } = read.get(row.id)!;
    const { rounds } = readings;
    return lineOf(
      actor,
      {
        ...row,
        daysLeft: daysLeftIn({ ...row, rounds, objection: null }, now),
        awaitedUntil: awaitedUntil(row),
        talkOver: talkIsOver(talkSince, londonDay(now), row.nation),
        tied: barredBy(KnownTies.parse(row.ties), londonDay(now)),
      },
      readings,
      assigned,
    );
  });
  const wide = (row: CaseRow) => Number(row.group === "settle" && row.wide);
  rows.sort((one, other) => deskGroups.indexOf(one.group) - deskGroups.indexOf(other.group) || wide(other) - wide(one));
  const total = found[0]?.total ?? 0;
  return { rows, page, pages: Math.max(1, Math.ceil(total / casesPerPage)), total };
}

type Found = Awaited<ReturnType<typeof casesOnPage>>[number];

function lineOf(
  actor: Actor,
  row: Omit<Found, "questionRound"> & Pick<CaseRow, "daysLeft" | "awaitedUntil"> & { questionRound: QuestionRound | null; talkOver: boolean; tied: string[] },
  readings: Read["readings"],
  assigned: Read["assigned"],
): CaseRow {
  const { missing, open: differences } = agreedBetween(readings);
  const open = forModerator(differences, row.talkOver);
  const readers = assigned.map(({ part, personId, declaration, tie }) => ({
    part,
    personId,
    declaredNone: declaration !== null && saysNone(declaration),
    waits: tieState(Tie.nullable().parse(tie)) === "stated",
  }));
  const facts: FactsOfDay = {
    state: row.state,
    organisationId: row.organisationId,
    readers,
    raters: row.raters,
    settlers: row.settlers,
    tied: row.tied,
    objected: isObjected(Objection.nullable().parse(row.objection), row.state),
  };
  const me = hasRole(actor, "assessor") ? readerIn(actor, facts) : undefined;
  const unread = me
    ? answersUnread(
        row.questionRound,
        readings.ratings.filter(({ part, ratedBy }) => part === me.part && ratedBy === me.personId),
      )
    : [];
  const recommended = me !== undefined && (row.awaitedUntil !== null || hasRecommended(readings, readings.given, me));
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
      ...readingColumns,
      raters: sql<
        string[]
      >`array(select r.rated_by::text from ${ratings} r where r.case_id = ${cases.id} union select t.by::text from ${thirdRatings} t where t.case_id = ${cases.id})`,
      settlers: sql<
        string[]
      >`array(select s.settled_by::text from ${settlements} s where s.case_id = ${cases.id} union select c.by::text from ${claimRulings} c where c.case_id = ${cases.id})`,
      questionRound: questionRoundOf,
      objection: objectionOf(cases.id),
      ties: tiesTo(organisations),
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
