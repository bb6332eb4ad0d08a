import { desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { people } from "#db/schema/accounts";
import { answers, assessments, draftMigrations, submissions } from "#db/schema/assessments";
import { cases, decisions } from "#db/schema/review";
import { Facts } from "#standards/format";
import { londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { versionsById } from "~/standards/versions.server";
import { Answer } from "./answer";
import { Carried } from "./carried";
import { type Progress, progressOf } from "./progress";
import type { AssessmentState } from "./workflow";

export type AssessmentInList = {
  id: string;
  state: AssessmentState;
  /** It was made by a move that was undone: the work went on in the version before. */
  movedBack: boolean;
  versionId: string;
  /** In its own words: `titlesAsRead` has its reader's. */
  standard: { key: string; title: string; version: string };
  createdAt: Date;
  /** Undefined until the first questions were answered: how many there are is not known before. */
  progress: Pick<Progress, "questions" | "done" | "next"> | undefined;
  lastSaved: { at: Date; by: string } | undefined;
  /** `decided`: somebody has decided on it; until then it is being read. */
  submission: { id: string; at: Date; decided: boolean } | undefined;
  /** What was decided on it: a letter for each. */
  decisions: { id: string; at: Date }[];
};

const Decisions = z.array(z.object({ id: z.string(), at: z.coerce.date() }));

/** An organisation's self-assessments, newest first, with how far each has come. Three reads, however many there are. */
export async function assessmentsOf(db: Db, organisationId: string): Promise<AssessmentInList[]> {
  const rows = await db
    .select({
      assessment: assessments,
      submissionId: submissions.id,
      submittedAt: submissions.submittedAt,
      caseState: cases.state,
      undoneAt: draftMigrations.undoneAt,
      decisions: sql<unknown>`(select coalesce(json_agg(json_build_object('id', d.id, 'at', d.decided_at) order by d.decided_at), '[]') from ${decisions} d where d.case_id = ${cases.id})`,
    })
    .from(assessments)
    .leftJoin(submissions, eq(submissions.assessmentId, assessments.id))
    .leftJoin(cases, eq(cases.submissionId, submissions.id))
    .leftJoin(draftMigrations, eq(draftMigrations.toId, assessments.id))
    .where(eq(assessments.organisationId, organisationId))
    .orderBy(desc(assessments.createdAt), assessments.id);
  if (rows.length === 0) return [];
  const [given, versions] = await Promise.all([
    givenIn(
      db,
      rows.map(({ assessment }) => assessment.id),
    ),
    versionsOf(
      db,
      rows.map(({ assessment }) => assessment.standardVersionId),
    ),
  ]);
  return rows.map(({ assessment, submissionId, submittedAt, caseState, undoneAt, decisions: decided }) => {
    const { standard } = versions.get(assessment.standardVersionId)!;
    const own = given.filter((each) => each.assessmentId === assessment.id);
    const facts = assessment.facts === null ? undefined : Facts.parse(assessment.facts);
    return {
      id: assessment.id,
      state: assessment.state,
      movedBack: undoneAt !== null,
      versionId: assessment.standardVersionId,
      standard: { key: standard.key, title: standard.title, version: standard.version },
      createdAt: assessment.createdAt,
      progress:
        facts && progressOf(standard, facts, new Map(own.map((each) => [each.criterion, { answer: each.answer, carried: each.carried, savedOn: londonDay(each.savedAt) }]))),
      lastSaved: own[0] && { at: own[0].savedAt, by: own[0].savedBy },
      submission: submissionId && submittedAt ? { id: submissionId, at: submittedAt, decided: caseState === "decided" } : undefined,
      decisions: Decisions.parse(decided),
    };
  });
}

/** Newest first. */
async function givenIn(db: Db, assessmentIds: string[]) {
  const rows = await db
    .select({
      assessmentId: answers.assessmentId,
      criterion: answers.criterion,
      content: answers.content,
      carried: answers.carried,
      savedAt: answers.savedAt,
      savedBy: people.name,
    })
    .from(answers)
    .innerJoin(people, eq(people.id, answers.savedBy))
    .where(inArray(answers.assessmentId, assessmentIds))
    .orderBy(desc(answers.savedAt));
  return rows.map(({ content, carried, ...row }) => ({ ...row, answer: Answer.parse(content), carried: carried === null ? undefined : Carried.parse(carried) }));
}

const versionsOf = async (db: Db, ids: string[]) => new Map((await versionsById(db, [...new Set(ids)])).map((version) => [version.id, version]));
