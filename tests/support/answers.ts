import type { Criterion, Facts } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import type { Answer } from "~/assessments/answer";
import { answerFacts } from "~/assessments/answer-facts.server";
import { statementKeys } from "~/assessments/declaration";
import { assessmentFor } from "~/assessments/draft.server";
import { needsEvidence } from "~/assessments/parts";
import { saveAnswer } from "~/assessments/save.server";
import { startAssessment } from "~/assessments/start.server";
import type { Db } from "~/platform/database.server";
import { applicable } from "~/standards/applies";
import { noon } from "./clock";

/** The first questions as a group of volunteers answers them: 16 questions of referral capacity and 16 of activities. */
export const groupFacts: Facts = {
  has_link_workers: false,
  runs_activities: true,
  home_visits: false,
  meets_alone_in_community: false,
  uses_volunteers: true,
  one_to_one_or_transport: false,
  regulated_service_types: [],
  holds_waiting_list: false,
  receives_electronic_referrals_with_patient_data: false,
  employs_anyone: false,
  works_with_under_18s: false,
  uses_ai_tools: false,
};

/** An answer that needs nothing more: Met, said in a sentence, shown on a call. */
export const metAnswer = (criterion: Criterion): Answer => ({
  level: "met",
  how: `This is how we do it at every session: ${criterion.title.toLowerCase()}.`,
  ...(needsEvidence(criterion) ? { evidence: [{ kind: "call", title: "We will show you on a call" }] } : {}),
});

/** A draft whose first questions are answered. Nothing else. */
export async function draftOf(db: Db, actor: Actor, organisationId: string, standardKey: string, facts: Facts = groupFacts): Promise<string> {
  const first = await startAssessment(db, noon, actor, { organisationId, standardKey: "referral-capacity" });
  if (!first?.ok) throw new Error(first?.why ?? "not theirs");
  await answerFacts(db, noon, actor, { assessmentId: first.assessmentId, facts });
  const started = await startAssessment(db, noon, actor, { organisationId, standardKey });
  if (!started?.ok) throw new Error(started?.why ?? "not theirs");
  return started.assessmentId;
}

/** A draft that could be sent. */
export async function filledDraft(db: Db, actor: Actor, organisationId: string, standardKey: string, facts: Facts = groupFacts): Promise<string> {
  const assessmentId = await draftOf(db, actor, organisationId, standardKey, facts);
  const assessment = await assessmentFor(db, actor, assessmentId);
  for (const criterion of applicable(assessment!.version.standard, facts)) {
    const saved = await saveAnswer(db, noon, actor, { assessmentId, criterion: criterion.id, answer: metAnswer(criterion), basedOn: 0 });
    if (!saved?.ok) throw new Error(`${criterion.id}: ${saved?.why}`);
  }
  return assessmentId;
}

export const allStatements = [...statementKeys];
