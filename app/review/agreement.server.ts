import { and, asc, desc, eq, exists, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { submissions } from "#db/schema/assessments";
import { assignments, caseMoves, cases, ratings } from "#db/schema/review";
import { standardVersions } from "#db/schema/standards";
import { Level } from "#standards/format";
import type { Db } from "~/platform/database.server";
import { compareVersions } from "~/standards/version-order";
import { type Agreement, agreementBetween, type Pair } from "./agreement";

export type VersionAgreement = { key: string; version: string; overall: Agreement; criteria: ({ id: string } & Agreement)[] };
export type ReadersAgreement = { overall: Agreement; versions: VersionAgreement[] };

/**
 * How far the two readers of a case agree where both rated a criterion, before either or anybody else could see the other's level:
 * over everything (of one standard, where `key` is given), by version, the newest first, and by criterion. Says nothing of who they are. One read.
 */
export async function readersAgreement(db: Db, key?: string): Promise<ReadersAgreement> {
  const rated = await blindPairs(db, key);
  const names = [...new Map(rated.map(({ key, version }) => [`${key}@${version}`, { key, version }])).values()];
  const versions = names.map((name) => ({ ...name, ...figuresOf(rated.filter(({ key, version }) => key === name.key && version === name.version)) }));
  versions.sort((one, other) => one.key.localeCompare(other.key) || compareVersions(other.version, one.version));
  return { overall: over(rated), versions };
}

type BlindPair = { key: string; version: string; criterion: string; pair: Pair };

const over = (rated: readonly BlindPair[]) => agreementBetween(rated.map(({ pair }) => pair));

const figuresOf = (rated: readonly BlindPair[]) => ({
  overall: over(rated),
  criteria: [...new Set(rated.map(({ criterion }) => criterion))].map((id) => ({ id, ...over(rated.filter(({ criterion }) => criterion === id)) })),
});

/**
 * The newest level by each reader of a case whose reading is over, as it was when it ended: from then on they may see each other's.
 * Somebody who left counts for nothing, and neither does a claim that was accepted: it has no level.
 */
async function blindPairs(db: Db, key?: string): Promise<BlindPair[]> {
  const readingOver = db
    .select({ one: sql`1` })
    .from(caseMoves)
    .where(and(eq(caseMoves.caseId, ratings.caseId), inArray(caseMoves.name, ["differ", "agree"]), lte(ratings.ratedAt, caseMoves.at)));
  const newest = db
    .selectDistinctOn([ratings.caseId, ratings.criterion, ratings.part], {
      key: standardVersions.key,
      version: standardVersions.version,
      caseId: ratings.caseId,
      criterion: ratings.criterion,
      part: ratings.part,
      level: ratings.level,
    })
    .from(ratings)
    .innerJoin(assignments, and(eq(assignments.caseId, ratings.caseId), eq(assignments.part, ratings.part), eq(assignments.personId, ratings.ratedBy), isNull(assignments.endedAt)))
    .innerJoin(cases, eq(cases.id, ratings.caseId))
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .innerJoin(standardVersions, eq(standardVersions.id, submissions.standardVersionId))
    .where(and(exists(readingOver), key === undefined ? undefined : eq(standardVersions.key, key)))
    .orderBy(asc(ratings.caseId), asc(ratings.criterion), asc(ratings.part), desc(ratings.ratedAt), desc(ratings.seq))
    .as("newest");
  const rows = await db
    .select({
      key: newest.key,
      version: newest.version,
      criterion: newest.criterion,
      first: sql<number>`max(${newest.level}) filter (where ${newest.part} = 'assessor')`,
      second: sql<number>`max(${newest.level}) filter (where ${newest.part} = 'second_reader')`,
    })
    .from(newest)
    .where(isNotNull(newest.level))
    .groupBy(newest.key, newest.version, newest.caseId, newest.criterion)
    .having(sql`count(distinct ${newest.part}) = 2`)
    .orderBy(asc(newest.criterion));
  return rows.map(({ first, second, ...row }) => ({ ...row, pair: [Level.parse(first), Level.parse(second)] }));
}
