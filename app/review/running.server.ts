import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { organisations } from "#db/schema/accounts";
import { submissions } from "#db/schema/assessments";
import { claimRulings } from "#db/schema/reading";
import { assignments, caseMoves, cases, ratings, settlements } from "#db/schema/review";
import { standardVersions } from "#db/schema/standards";
import type { CaseState } from "~/assessments/workflow";
import { addDays, londonDay, startOfDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { agreedBetween } from "./case-file";
import { caseNumber } from "./case-number";
import { type Clock, clockMoves, clockNames, clockRules } from "./clocks";
import { runningIn } from "./days-left";
import { questionRoundOf, roundsOf, talkEndedOf } from "./find-case.server";
import { objectionOf } from "./interests/kept.server";
import { Objection } from "./interests/objection";
import { parts } from "./part";
import { QuestionRound } from "./questions";
import { readingColumns, readingsOf } from "./readings-of-many.server";
import { Round } from "./round";
import { talkIsOver, toTalkOver } from "./talk";

const People = z.array(z.object({ personId: z.string(), part: z.enum(parts) }));
const Moves = z.array(z.object({ name: z.string(), at: z.coerce.date() }));
const clocked = [...new Set(clockNames.flatMap((name): readonly CaseState[] => clockRules[name].in))].filter((state) => state !== "decided");

/** A case with every deadline that runs in it. On the server alone: it says who reads. */
export type RunningCase = {
  id: string;
  number: string;
  state: CaseState;
  organisationId: string;
  assessmentId: string;
  provider: string;
  slug: string;
  /** Of the version it was sent against, in English; `standardVersionId` leads to its translation. */
  standard: string;
  standardVersionId: string;
  readers: z.infer<typeof People>;
  raters: string[];
  settlers: string[];
  clocks: Clock[];
};

/** The cases in which a deadline runs at a moment, with their deadlines: all of them, or those of `where`. One read; six where two readers talk something over, unless `talks` is false. */
export async function runningCases(db: Db, now: Date, { where, talks = true }: { where?: SQL | undefined; talks?: boolean } = {}): Promise<RunningCase[]> {
  const appealable = startOfDay(addDays(londonDay(now), -clockRules.appeal.days)).toISOString();
  const rows = await db
    .select({
      id: cases.id,
      number: cases.number,
      state: cases.state,
      openedAt: cases.openedAt,
      organisationId: cases.organisationId,
      assessmentId: submissions.assessmentId,
      nation: organisations.nation,
      provider: organisations.name,
      slug: organisations.slug,
      standard: standardVersions.title,
      standardVersionId: submissions.standardVersionId,
      questionRound: questionRoundOf,
      rounds: roundsOf,
      objection: objectionOf(cases.id),
      mayTalk: sql<boolean>`${cases.state} = 'moderating' and ${cases.reading} = 'whole' and not ${talkEndedOf}`,
      readers: sql<unknown>`(select coalesce(json_agg(json_build_object('personId', a.person_id, 'part', a.part)), '[]') from ${assignments} a where a.case_id = ${cases.id} and a.ended_at is null)`,
      raters: sql<string[]>`array(select distinct r.rated_by::text from ${ratings} r where r.case_id = ${cases.id})`,
      settlers: sql<
        string[]
      >`array(select s.settled_by::text from ${settlements} s where s.case_id = ${cases.id} union select c.by::text from ${claimRulings} c where c.case_id = ${cases.id})`,
      moves: sql<unknown>`(select coalesce(json_agg(json_build_object('name', m.name, 'at', m.at) order by m.at, m.seq), '[]') from ${caseMoves} m where m.case_id = ${cases.id} and m.name in ${clockMoves})`,
    })
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .innerJoin(standardVersions, eq(standardVersions.id, submissions.standardVersionId))
    .innerJoin(organisations, eq(organisations.id, cases.organisationId))
    .where(
      and(
        or(
          inArray(cases.state, clocked),
          sql`${cases.state} = 'decided' and exists (select 1 from ${caseMoves} m where m.case_id = ${cases.id} and m.name = 'decide' and m.at >= ${appealable}::timestamptz)`,
        ),
        where,
      ),
    );
  const talking = await talkingOver(
    db,
    now,
    rows.filter(({ mayTalk }) => talks && mayTalk),
  );
  return rows.map(({ openedAt, number, nation, questionRound, objection, rounds, mayTalk: _, readers, moves, ...row }) => ({
    ...row,
    number: caseNumber(number),
    readers: People.parse(readers),
    clocks: runningIn(
      {
        state: row.state,
        openedAt,
        nation,
        rounds: z.array(Round).parse(rounds),
        questionRound: QuestionRound.nullable().parse(questionRound),
        objection: Objection.nullable().parse(objection),
      },
      now,
      {
        moves: Moves.parse(moves),
        talking: talking.has(row.id),
      },
    ),
  }));
}

/** Of these cases, those in which the two readers have something left to talk over. */
async function talkingOver(db: Db, now: Date, some: readonly { id: string; nation: RunningNation }[]): Promise<Set<string>> {
  if (some.length === 0) return new Set();
  const read = await readingsInCases(
    db,
    some.map(({ id }) => id),
  );
  const talks = some.filter(({ id, nation }) => {
    const { readings, talkSince } = read.get(id)!;
    return toTalkOver(agreedBetween(readings).open, talkIsOver(talkSince, londonDay(now), nation)).length > 0;
  });
  return new Set(talks.map(({ id }) => id));
}
type RunningNation = (typeof organisations.$inferSelect)["nation"];

/** What has been read in these cases. Five reads. */
export const readingsInCases = async (db: Db, ids: string[]) =>
  readingsOf(
    db,
    await db
      .select({ id: cases.id, ...readingColumns })
      .from(cases)
      .innerJoin(submissions, eq(submissions.id, cases.submissionId))
      .where(inArray(cases.id, ids)),
  );

/** The cases that somebody reads now. */
export const readBy = (personId: string): SQL => sql`exists (select 1 from ${assignments} a where a.case_id = ${cases.id} and a.person_id = ${personId} and a.ended_at is null)`;
