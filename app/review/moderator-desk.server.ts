import { and, asc, eq, notInArray, sql } from "drizzle-orm";
import { z } from "zod";
import { organisations } from "#db/schema/accounts";
import { submissions } from "#db/schema/assessments";
import { assignments, caseMoves, cases, ratings, settlements } from "#db/schema/review";
import { Facts, Level } from "#standards/format";
import { type Actor, hasRole } from "~/accounts/actor";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { versionsById } from "~/standards/versions.server";
import { agreedBetween } from "./case-file";
import { caseNumber } from "./case-number";
import { roundsOf, talkIn, talkSinceOf, talksOf } from "./find-case.server";
import { KnownTies, tiesTo } from "./interests/kept.server";
import { barredBy } from "./interests/kinds";
import { parts } from "./part";
import { Round } from "./round";
import { forModerator, talkIsOver } from "./talk";

type Line = { caseId: string; number: string; provider: string; standard: string };
/** A case with differences for a moderator to settle. `wide`: on one or more of them the readers are two or three levels apart. */
export type Split = Line & { toSettle: number; wide: boolean };
/** `claims`: first a moderator has to rule on what is claimed not to apply; until then its report is not even sent. */
export type Ready = Line & { since: string; claims: boolean };

const mostSplits = 200;
const Readers = z.array(z.object({ part: z.enum(parts), personId: z.string() }));
const Ratings = z.array(z.object({ criterion: z.string(), part: z.enum(parts), level: Level.nullable(), ratedBy: z.string(), round: z.number() }));
const Settlements = z.array(z.object({ criterion: z.string(), level: Level, round: z.number() }));

const readersOf = sql<unknown>`(select coalesce(json_agg(json_build_object('part', a.part, 'personId', a.person_id)), '[]') from ${assignments} a where a.case_id = ${cases.id} and a.ended_at is null)`;
const ratingsOf = sql<unknown>`(select coalesce(json_agg(json_build_object('criterion', r.criterion, 'part', r.part, 'level', r.level, 'ratedBy', r.rated_by, 'round', r.round) order by r.rated_at, r.seq), '[]')
  from ${ratings} r where r.case_id = ${cases.id})`;
const settlementsOf = sql<unknown>`(select coalesce(json_agg(json_build_object('criterion', s.criterion, 'level', s.level, 'round', s.round) order by s.round), '[]') from ${settlements} s where s.case_id = ${cases.id})`;

/** Never of an organisation the person belongs to. */
const notOwn = ({ memberships }: Actor) =>
  memberships.length > 0
    ? notInArray(
        cases.organisationId,
        memberships.map(({ organisationId }) => organisationId),
      )
    : undefined;

/** Nor of one that a tie bars them from: neither settling nor deciding would be theirs. */
const untied =
  ({ personId }: Actor, today: Day) =>
  ({ ties }: { ties: unknown }): boolean =>
    !barredBy(KnownTies.parse(ties), today).includes(personId);

/** The cases in which a moderator has something to settle now, those far apart first, then the oldest. What two readers may still talk over is not among it. Two reads at most. */
export async function splitsFor(db: Db, clock: Clock, actor: Actor): Promise<Split[]> {
  if (!hasRole(actor, "moderator")) return [];
  const rows = await db
    .select({
      id: cases.id,
      number: cases.number,
      provider: organisations.name,
      nation: organisations.nation,
      standardVersionId: submissions.standardVersionId,
      facts: sql<unknown>`${submissions.content}::jsonb -> 'facts'`,
      reading: cases.reading,
      rounds: roundsOf,
      talks: talksOf,
      talkSince: talkSinceOf,
      readers: readersOf,
      ratings: ratingsOf,
      settlements: settlementsOf,
      ties: tiesTo(organisations),
    })
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .innerJoin(organisations, eq(organisations.id, cases.organisationId))
    .where(and(eq(cases.state, "moderating"), notOwn(actor)))
    .orderBy(asc(cases.openedAt), asc(cases.number))
    .limit(mostSplits);
  const versions = await versionsById(db, [...new Set(rows.map(({ standardVersionId }) => standardVersionId))]);
  const today = londonDay(clock.now());
  const splits = rows.filter(untied(actor, today)).map((row): Split => {
    const { standard } = versions.find(({ id }) => id === row.standardVersionId)!;
    const { talks, talkSince } = talkIn(row);
    const { open } = agreedBetween({
      standard,
      facts: Facts.parse(row.facts),
      reading: row.reading,
      talks,
      readers: Readers.parse(row.readers),
      rounds: z.array(Round).parse(row.rounds),
      ratings: Ratings.parse(row.ratings),
      settlements: Settlements.parse(row.settlements),
    });
    const mine = forModerator(open, talkIsOver(talkSince, today, row.nation));
    return {
      caseId: row.id,
      number: caseNumber(row.number),
      provider: row.provider,
      standard: standard.title,
      toSettle: mine.length,
      wide: mine.some(({ flagged }) => flagged),
    };
  });
  return splits.filter(({ toSettle }) => toSettle > 0).sort((one, other) => Number(other.wide) - Number(one.wide));
}

/** The cases that are to be decided, those for longest first. One read, and one for what is not known yet of the versions. */
export async function readyToDecide(db: Db, clock: Clock, actor: Actor): Promise<Ready[]> {
  const since = sql<string>`(select max(m.at) from ${caseMoves} m where m.case_id = ${cases.id} and m.name in ('agree', 'settled', 'confirm', 'let_stand', 'lapse'))`;
  const reported = sql<boolean>`exists (select 1 from ${caseMoves} m where m.case_id = ${cases.id} and m.name = 'send_report')`;
  const rows = await db
    .select({
      id: cases.id,
      number: cases.number,
      provider: organisations.name,
      standardVersionId: submissions.standardVersionId,
      since: sql<string>`to_json(${since}) #>> '{}'`,
      reported,
      ties: tiesTo(organisations),
    })
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .innerJoin(organisations, eq(organisations.id, cases.organisationId))
    .where(and(eq(cases.state, "deciding"), notOwn(actor)))
    .orderBy(since, asc(cases.number));
  const versions = await versionsById(db, [...new Set(rows.map(({ standardVersionId }) => standardVersionId))]);
  return rows.filter(untied(actor, londonDay(clock.now()))).map(({ id, number, provider, standardVersionId, since, reported }) => ({
    caseId: id,
    number: caseNumber(number),
    provider,
    standard: versions.find((each) => each.id === standardVersionId)!.standard.title,
    since,
    claims: !reported,
  }));
}
