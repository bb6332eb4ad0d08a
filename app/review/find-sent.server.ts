import { eq } from "drizzle-orm";
import { submissions } from "#db/schema/assessments";
import { cases } from "#db/schema/review";
import { type Actor, membershipIn } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { type CaseFile, CaseId } from "./case-file";
import { lockCase, readCase } from "./find-case.server";

/** The case that was opened with an assessment of the actor's own organisation, held until the transaction ends. Undefined when it is not theirs, or was never sent. */
export async function holdSent(tx: Db, actor: Actor, assessmentId: string): Promise<CaseFile | undefined> {
  const caseId = await caseOfSent(tx, actor, assessmentId);
  if (caseId === undefined) return undefined;
  await lockCase(tx, caseId);
  return readCase(tx, caseId);
}

/** The same to look at, without holding it. */
export async function findSent(db: Db, actor: Actor, assessmentId: string): Promise<CaseFile | undefined> {
  const caseId = await caseOfSent(db, actor, assessmentId);
  return caseId === undefined ? undefined : readCase(db, caseId);
}

async function caseOfSent(db: Db, actor: Actor, assessmentId: string): Promise<string | undefined> {
  if (!CaseId.safeParse(assessmentId).success) return undefined;
  const [sent] = await db
    .select({ caseId: cases.id, organisationId: submissions.organisationId })
    .from(submissions)
    .innerJoin(cases, eq(cases.submissionId, submissions.id))
    .where(eq(submissions.assessmentId, assessmentId));
  return sent && membershipIn(actor, sent.organisationId) ? sent.caseId : undefined;
}
