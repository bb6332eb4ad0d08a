import { and, eq, gte, lte } from "drizzle-orm";
import { submissions } from "#db/schema/assessments";
import { contactChecks } from "#db/schema/providers";
import { cases, decisions } from "#db/schema/review";
import type { Db } from "~/platform/database.server";
import { bothRoutesWork } from "~/providers/contact-check";

/** Whether a certificate may say that phone and e-mail were tested: both, after the answers were sent and before they were decided, with success. Always the same answer for a decision, until its time is over. */
export async function contactTestedFor(db: Db, decisionId: string | null): Promise<boolean> {
  if (decisionId === null) return false;
  const rows = await db
    .select({ route: contactChecks.route, worked: contactChecks.worked, at: contactChecks.checkedAt, from: submissions.submittedAt, to: decisions.decidedAt })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .innerJoin(
      contactChecks,
      and(eq(contactChecks.organisationId, cases.organisationId), gte(contactChecks.checkedAt, submissions.submittedAt), lte(contactChecks.checkedAt, decisions.decidedAt)),
    )
    .where(eq(decisions.id, decisionId));
  const [first] = rows;
  return (
    first !== undefined &&
    bothRoutesWork(
      rows.map(({ route, worked, at }) => ({ route, worked: worked === "yes", at })),
      first,
    )
  );
}
