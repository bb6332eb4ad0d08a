import { and, desc, eq, isNull, ne, notInArray } from "drizzle-orm";
import { submissions } from "#db/schema/assessments";
import { assignments, cases, ratings } from "#db/schema/review";
import { standardVersions } from "#db/schema/standards";
import { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import type { CaseFile } from "./case-file";
import type { EarlierRating } from "./desk";

/** How many a reader is shown. */
const most = 5;

/**
 * What this reader gave the same criterion of the same standard, in whatever version, in other cases that they still have in reach: the newest of each case, the newest five.
 * To be even-handed by, so nobody is named. One read.
 */
export async function earlierRatings(db: Db, actor: Actor, { id, standard }: Pick<CaseFile, "id" | "standard">, criterion: string): Promise<EarlierRating[]> {
  const own = actor.memberships.map(({ organisationId }) => organisationId);
  const reading = and(eq(assignments.caseId, ratings.caseId), eq(assignments.personId, ratings.ratedBy), isNull(assignments.endedAt));
  const newest = db
    .selectDistinctOn([ratings.caseId], { level: ratings.level, reason: ratings.reason, ratedAt: ratings.ratedAt, seq: ratings.seq, version: standardVersions.version })
    .from(ratings)
    .innerJoin(cases, eq(cases.id, ratings.caseId))
    .innerJoin(assignments, reading)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .innerJoin(standardVersions, eq(standardVersions.id, submissions.standardVersionId))
    .where(
      and(
        eq(ratings.ratedBy, actor.personId),
        eq(ratings.criterion, criterion),
        ne(ratings.caseId, id),
        ne(cases.state, "withdrawn"),
        eq(standardVersions.key, standard.key),
        own.length > 0 ? notInArray(cases.organisationId, own) : undefined,
      ),
    )
    .orderBy(ratings.caseId, desc(ratings.ratedAt), desc(ratings.seq))
    .as("newest");
  const rows = await db.select().from(newest).orderBy(desc(newest.ratedAt), desc(newest.seq)).limit(most);
  return rows.map(({ level, reason, ratedAt, version }) => ({ level: Level.nullable().parse(level), reason, at: ratedAt.toISOString(), version }));
}
