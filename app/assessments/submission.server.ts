import { eq, type SQL } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { submissions } from "#db/schema/assessments";
import type { Db } from "~/platform/database.server";
import { SubmissionContent } from "./answer";

/** What was sent, as it was frozen. Knows nothing of private notes: they were never part of it. */
export type Submission = {
  id: string;
  assessmentId: string;
  organisationId: string;
  standardVersionId: string;
  content: SubmissionContent;
  /** Of the stored text, hexadecimal. */
  sha256: string;
  submittedAt: Date;
  submittedBy: { id: string; name: string };
};

/** Not found through an actor: whoever asks must have found the case or the assessment first. */
export const submissionById = (db: Db, id: string) => submissionWhere(db, eq(submissions.id, id));
export const submissionOf = (db: Db, assessmentId: string) => submissionWhere(db, eq(submissions.assessmentId, assessmentId));

async function submissionWhere(db: Db, where: SQL): Promise<Submission | undefined> {
  const [row] = await db.select({ submission: submissions, name: people.name }).from(submissions).innerJoin(people, eq(people.id, submissions.submittedBy)).where(where);
  if (!row) return undefined;
  const { content, submittedBy, ...rest } = row.submission;
  return { ...rest, content: SubmissionContent.parse(JSON.parse(content)), submittedBy: { id: submittedBy, name: row.name } };
}
