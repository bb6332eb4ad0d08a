import { eq, sql } from "drizzle-orm";
import { caseRounds, cases } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import { filesNamed } from "~/evidence/read.server";
import type { Db } from "~/platform/database.server";
import type { Answer } from "./answer";
import { type AssessmentAsRead, assessmentAsRead } from "./as-read.server";
import { type NextSteps, nextSteps } from "./next-steps";
import type { ShownCriterion } from "./shown-criterion";
import { type Submission, submissionOf } from "./submission.server";
import type { FileNames } from "./survey/from-survey";

export type Sent = {
  assessment: AssessmentAsRead;
  submission: Submission;
  answers: { criterion: ShownCriterion; answer: Answer }[];
  files: FileNames;
  next: "waiting" | "checking" | "deferred" | "decided" | "taken_back";
  /** What would get them further, by the levels they gave themselves. */
  further: NextSteps | undefined;
};

/** Decided once, and opened again by an appeal: what was decided stands until it is decided anew. */
const reopenedOnAppeal = sql<boolean>`exists (select 1 from ${caseRounds} r where r.case_id = ${cases.id} and r.kind = 'appeal')`;

/** What the actor's organisation sent, as it was frozen, and whether it has been decided. Undefined when it is not theirs or was never sent. */
export async function sentFor(db: Db, actor: Actor, assessmentId: string): Promise<Sent | undefined> {
  const assessment = await assessmentAsRead(db, actor, assessmentId);
  const submission = assessment && (await submissionOf(db, assessment.id));
  if (!submission) return undefined;
  const [opened] = await db.select({ state: cases.state, reopened: reopenedOnAppeal }).from(cases).where(eq(cases.submissionId, submission.id));
  const { content } = submission;
  const states = await filesNamed(db, assessment.organisationId, Object.keys(content.files));
  const { standard } = assessment.version;
  return {
    assessment,
    submission,
    answers: standard.criteria.flatMap((criterion) => (content.answers[criterion.id] ? [{ criterion, answer: content.answers[criterion.id]! }] : [])),
    files: Object.fromEntries(Object.entries(content.files).map(([id, { name, bytes }]) => [id, { name, bytes, removedOn: states.get(id)?.removedOn ?? null }])),
    further: nextSteps(standard, content.facts, content.answers),
    next:
      assessment.state === "withdrawn"
        ? "taken_back"
        : opened?.reopened
          ? "decided"
          : opened?.state === "decided" || opened?.state === "deferred" || opened?.state === "checking"
            ? opened.state
            : "waiting",
  };
}
