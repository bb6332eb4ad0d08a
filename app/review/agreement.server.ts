import { and, eq, exists, gte, isNotNull, lt, sql } from "drizzle-orm";
import { submissions } from "#db/schema/assessments";
import { assignments, caseMoves, caseRounds, cases, ratings } from "#db/schema/review";
import { standardVersions } from "#db/schema/standards";
import { Level } from "#standards/format";
import type { Db } from "~/platform/database.server";
import { compareVersions } from "~/standards/version-order";
import { type Agreement, agreementOver, type CountedPair } from "./agreement";
import type { Part } from "./part";

export type VersionAgreement = { key: string; version: string; overall: Agreement; criteria: ({ id: string } & Agreement)[] };
export type ReadersAgreement = { overall: Agreement; versions: VersionAgreement[] };

/** So many pairs with these levels of one criterion, read in one quarter (`2026-Q4`). */
export type BlindPairs = CountedPair & { versionId: string; key: string; version: string; criterion: string; quarter: string };
/** Of one standard; of cases whose reading was over in this time; of cases that this person reads. */
export type Wanted = { key?: string; from?: Date; until?: Date; reader?: string };

/**
 * How far the two readers of a case agree where both rated a criterion, before either or anybody else could see the other's level:
 * over everything (of one standard, where `key` is given), by version, the newest first, and by criterion. Says nothing of who they are. One read.
 */
export async function readersAgreement(db: Db, key?: string): Promise<ReadersAgreement> {
  const rated = await blindPairs(db, { key });
  const names = [...new Map(rated.map(({ key, version }) => [`${key}@${version}`, { key, version }])).values()];
  const versions = names.map((name) => ({ ...name, ...figuresOf(rated.filter(({ key, version }) => key === name.key && version === name.version)) }));
  versions.sort((one, other) => one.key.localeCompare(other.key) || compareVersions(other.version, one.version));
  return { overall: agreementOver(rated), versions };
}

/** By criterion, and over all of them. */
const figuresOf = (rated: readonly BlindPairs[]) => ({
  overall: agreementOver(rated),
  criteria: [...new Set(rated.map(({ criterion }) => criterion))].map((id) => ({ id, ...agreementOver(rated.filter(({ criterion }) => criterion === id)) })),
});

/**
 * The newest level by each reader of a case whose reading is over, as it was when it ended: from then on they may see each other's, so what is read again in a later round is not blind any more.
 * Somebody who left before that counts for nothing, and neither does a claim that was accepted: it has no level. Counted by criterion, levels and quarter. One read.
 */
export async function blindPairs(db: Db, { key, from, until, reader }: Wanted = {}): Promise<BlindPairs[]> {
  const over = sql`(select min(m.at) from ${caseMoves} m where m.case_id = ${ratings.caseId} and m.name in ('differ', 'agree') and m.at >= ${ratings.ratedAt})`;
  const seated = sql`coalesce((select case ${ratings.part} when 'assessor' then r.assessor_id else r.second_reader_id end from ${caseRounds} r where r.case_id = ${ratings.caseId} order by r.no limit 1),
    (select a.person_id from ${assignments} a where a.case_id = ${ratings.caseId} and a.part = ${ratings.part} and a.ended_at is null))`;
  const everRead = (personId: string) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(assignments)
        .where(and(eq(assignments.caseId, ratings.caseId), eq(assignments.personId, personId))),
    );
  const newest = db
    .selectDistinctOn([ratings.caseId, ratings.criterion, ratings.part], {
      versionId: sql<string>`${standardVersions.id}`.as("version_id"),
      key: standardVersions.key,
      version: standardVersions.version,
      caseId: ratings.caseId,
      criterion: ratings.criterion,
      part: ratings.part,
      level: ratings.level,
      by: ratings.ratedBy,
      over: sql<Date>`${over}`.as("over"),
    })
    .from(ratings)
    .innerJoin(cases, eq(cases.id, ratings.caseId))
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .innerJoin(standardVersions, eq(standardVersions.id, submissions.standardVersionId))
    .where(
      and(
        eq(ratings.round, 1),
        eq(ratings.ratedBy, seated),
        isNotNull(over),
        key === undefined ? undefined : eq(standardVersions.key, key),
        reader === undefined ? undefined : everRead(reader),
      ),
    )
    .orderBy(ratings.caseId, ratings.criterion, ratings.part, sql`${ratings.ratedAt} desc, ${ratings.seq} desc`)
    .as("newest");
  const levelBy = (part: Part) => sql<number>`max(${newest.level}) filter (where ${newest.part} = ${sql.raw(`'${part}'`)})`;
  const pairs = db
    .select({
      versionId: newest.versionId,
      key: newest.key,
      version: newest.version,
      criterion: newest.criterion,
      first: levelBy("assessor").as("first"),
      second: levelBy("second_reader").as("second"),
      over: sql<Date>`max(${newest.over})`.as("read_at"),
    })
    .from(newest)
    .where(isNotNull(newest.level))
    .groupBy(newest.versionId, newest.key, newest.version, newest.caseId, newest.criterion)
    .having(and(sql`count(distinct ${newest.part}) = 2`, reader === undefined ? undefined : sql`bool_or(${newest.by} = ${reader})`))
    .as("pairs");
  const quarter = sql<string>`to_char(${pairs.over} at time zone 'Europe/London', 'YYYY-"Q"Q')`;
  const rows = await db
    .select({
      versionId: pairs.versionId,
      key: pairs.key,
      version: pairs.version,
      criterion: pairs.criterion,
      first: pairs.first,
      second: pairs.second,
      quarter: quarter.as("quarter"),
      pairs: sql<number>`count(*)::int`,
    })
    .from(pairs)
    .where(and(from && gte(pairs.over, sql`${from.toISOString()}::timestamptz`), until && lt(pairs.over, sql`${until.toISOString()}::timestamptz`)))
    .groupBy(pairs.versionId, pairs.key, pairs.version, pairs.criterion, pairs.first, pairs.second, quarter)
    .orderBy(pairs.criterion);
  return rows.map(({ first, second, ...row }) => ({ ...row, first: Level.parse(first), second: Level.parse(second) }));
}
