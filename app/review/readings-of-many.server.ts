import { and, asc, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { submissions } from "#db/schema/assessments";
import { assignments, cases, ratings, settlements } from "#db/schema/review";
import { Facts, Level } from "#standards/format";
import type { Db } from "~/platform/database.server";
import { versionsById } from "~/standards/versions.server";
import type { CaseReadings } from "./case-file";
import { recommendationsOf, roundsOf, talkIn, talkSinceOf, talksOf } from "./find-case.server";
import { tieOf } from "./interests/kept.server";
import { type Given, Recommendation } from "./recommendation";
import { Round } from "./round";
import type { Depth } from "./to-rate";

/** What a query of cases selects for `readingsOf`. */
export const readingColumns = {
  standardVersionId: submissions.standardVersionId,
  facts: sql<unknown>`${submissions.content}::jsonb -> 'facts'`,
  reading: cases.reading,
  rounds: roundsOf,
  talks: talksOf,
  talkSince: talkSinceOf,
  recommendations: recommendationsOf,
  given: sql<Given>`(select json_build_object('assessor', count(*) filter (where r.part = 'assessor'), 'second_reader', count(*) filter (where r.part = 'second_reader')) from ${ratings} r where r.case_id = ${cases.id})`,
};
type Found = {
  id: string;
  standardVersionId: string;
  facts: unknown;
  reading: Depth;
  rounds: unknown;
  talks: unknown;
  talkSince: string | null;
  recommendations: unknown;
  given: Given;
};
type Newest = Awaited<ReturnType<typeof newestRatings>>[number];
type Assigned = Awaited<ReturnType<typeof readersOf>>[number];
export type Read = {
  readings: Omit<CaseReadings, "ratings" | "rounds"> & { ratings: Newest[]; rounds: Round[]; recommendations: Recommendation[]; given: Given };
  assigned: Assigned[];
  talkSince: Date | null;
};

/** What has been read of several cases, by case, enough to say what is agreed in each (`agreedBetween`) and who reads. Four reads, however many there are. */
export async function readingsOf(db: Db, found: readonly Found[]): Promise<Map<string, Read>> {
  if (found.length === 0) return new Map();
  const ids = found.map(({ id }) => id);
  const [versions, assigned, rated, settled] = await Promise.all([
    versionsById(db, [...new Set(found.map((each) => each.standardVersionId))]),
    readersOf(db, ids),
    newestRatings(db, ids),
    settlementsOf(db, ids),
  ]);
  return new Map(
    found.map((row) => {
      const of = <T extends { caseId: string }>(all: T[]) => all.filter(({ caseId }) => caseId === row.id);
      const { talks, talkSince } = talkIn(row);
      const readers = of(assigned);
      const readings = {
        standard: versions.find(({ id }) => id === row.standardVersionId)!.standard,
        facts: Facts.parse(row.facts),
        reading: row.reading,
        talks,
        readers,
        rounds: z.array(Round).parse(row.rounds),
        ratings: of(rated),
        settlements: of(settled),
        recommendations: z.array(Recommendation).parse(row.recommendations),
        given: row.given,
      };
      return [row.id, { readings, assigned: readers, talkSince }];
    }),
  );
}

const readersOf = (db: Db, ids: string[]) =>
  db
    .select({ caseId: assignments.caseId, part: assignments.part, personId: assignments.personId, declaration: assignments.declaration, tie: tieOf(sql`assignments.id`) })
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
