import { desc, eq } from "drizzle-orm";
import { submissions } from "#db/schema/assessments";
import { cases, decisions } from "#db/schema/review";
import { standardVersions } from "#db/schema/standards";
import type { Db } from "~/platform/database.server";

/** Every decision about a provider, the newest first: for its own people, who have a letter for each. One read. */
export const decisionsOf = (db: Db, organisationId: string) =>
  db
    .select({ id: decisions.id, outcome: decisions.outcome, decidedAt: decisions.decidedAt, standard: standardVersions.title })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .innerJoin(standardVersions, eq(standardVersions.id, submissions.standardVersionId))
    .where(eq(cases.organisationId, organisationId))
    .orderBy(desc(decisions.decidedAt), decisions.id);
