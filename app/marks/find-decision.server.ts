import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { people } from "#db/schema/accounts";
import { submissions } from "#db/schema/assessments";
import { letters, marks } from "#db/schema/marks";
import { cases, decisions } from "#db/schema/review";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { readCase } from "~/review/find-case.server";
import { KeptScore } from "~/review/outcome";
import { decidedCase, markIn } from "./decided-case";
import type { DecidedCase } from "./letter-from-decision";
import { type Remark, remarksUntil } from "./remarks";

export type FoundDecision = DecidedCase & {
  caseId: string;
  organisationId: string;
  slug: string;
  standardVersionId: string;
  /** What the person who sent the self-assessment reads; English when they never chose. */
  senderReads: Language;
  /** Whose answers a new self-assessment can start from. */
  assessmentId: string;
  /** Its case still waits for what it asks for. */
  waits: boolean;
  /** What the group said of its draft report before. */
  remarks: Remark[];
  /** Null until the PDF has been made. */
  pdf: { storageKey: string; sha256: string } | null;
};

/** The mark it gave; where it confirmed on appeal what the same case had been awarded, the mark it left as it was. */
const markOf = sql`(select m.id from ${marks} m join ${decisions} g on g.id = m.decision_id where g.case_id = ${decisions.caseId} and g.round <= ${decisions.round} and m.level = ${decisions.outcome} order by g.round desc limit 1)`;

/** A decision with everything its letter is made of, whoever asks. Six reads. Undefined when there is none. */
export async function findDecision(db: Db, id: string): Promise<FoundDecision | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined;
  const [row] = await db
    .select({
      decision: decisions,
      assessmentId: submissions.assessmentId,
      senderReads: people.language,
      code: marks.code,
      validUntil: marks.validUntil,
      conditions: marks.conditions,
      storageKey: letters.storageKey,
      sha256: letters.sha256,
    })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .innerJoin(people, eq(people.id, submissions.submittedBy))
    .leftJoin(marks, eq(marks.id, markOf))
    .leftJoin(letters, eq(letters.decisionId, decisions.id))
    .where(eq(decisions.id, id));
  if (!row) return undefined;
  const file = await readCase(db, row.decision.caseId);
  if (!file) throw new Error(`decision ${id} is about a case that is not there`);
  const score = KeptScore.parse(row.decision.score);
  const { reason, decidedAt } = row.decision;
  const { storageKey, sha256 } = row;
  return {
    ...decidedCase(file, row.decision.round, { score, reason, decidedAt }, markIn(row)),
    caseId: file.id,
    organisationId: file.organisationId,
    slug: file.provider.slug,
    standardVersionId: file.standardVersionId,
    senderReads: row.senderReads ?? "en",
    assessmentId: row.assessmentId,
    waits: file.state === "deferred",
    remarks: remarksUntil(file, decidedAt),
    pdf: storageKey !== null && sha256 !== null ? { storageKey, sha256 } : null,
  };
}
