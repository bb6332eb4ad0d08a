import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { submissions } from "#db/schema/assessments";
import { cases, decisions, ratings, settlements } from "#db/schema/review";
import { type Actor, membershipIn } from "~/accounts/actor";
import type { EvidenceItem } from "~/assessments/answer";
import { assessmentAsRead } from "~/assessments/as-read.server";
import type { ShownCriterion } from "~/assessments/shown-criterion";
import { movesOpenTo } from "~/assessments/workflow";
import { filesAtHand } from "~/evidence/library.server";
import type { Day } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { answerBy, isOver } from "./deferral";
import { standingsIn } from "./standing";
import { draftsOf } from "./supplement-draft.server";

type File = { id: string; name: string; bytes: number };
/** One criterion that the decision waits for: what was missing, in the words of whoever's level stood, and what the group has written so far. */
export type DeferredCriterion = { criterion: ShownCriterion; missing: string; words: string; evidence: EvidenceItem[] /** Empty before the first time. */; savedAt: string };
export type DeferralView = {
  assessmentId: string;
  organisationId: string;
  slug: string;
  standard: { title: string; textIn: Language };
  until: Day;
  decisionId: string;
  criteria: DeferredCriterion[];
  /** Files shown, and those of the library that can be. */
  files: File[];
  may: { write: boolean; send: boolean };
};

const Missing = z.record(z.string(), z.string());
// What a must-have lacks that holds a decision up was either settled, or is what a reader said who put it at Developing.
const missingIn = sql<unknown>`(select coalesce(json_object_agg(named, coalesce(
    (select s.reason from ${settlements} s where s.case_id = ${cases.id} and s.criterion = named and s.round <= ${decisions.round} order by s.round desc limit 1),
    (select r.reason from ${ratings} r where r.case_id = ${cases.id} and r.criterion = named and r.level = 1 and r.round <= ${decisions.round} order by r.part, r.seq desc limit 1), '')), '{}')
  from jsonb_array_elements_text(${decisions.score} -> 'criteria') named)`;

/** A deferral, for the group it waits for, in its reader's words. Undefined when the assessment is not the actor's, or was never put off. Five reads. */
export async function deferralFor(db: Db, clock: Clock, actor: Actor, assessmentId: string): Promise<DeferralView | undefined> {
  const assessment = await assessmentAsRead(db, actor, assessmentId);
  if (!assessment) return undefined;
  const { organisationId } = assessment;
  const [put] = await db
    .select({ caseId: cases.id, state: cases.state, decisionId: decisions.id, decidedAt: decisions.decidedAt, missing: missingIn })
    .from(submissions)
    .innerJoin(cases, eq(cases.submissionId, submissions.id))
    .innerJoin(decisions, and(eq(decisions.caseId, cases.id), eq(decisions.outcome, "deferred")))
    .where(eq(submissions.assessmentId, assessmentId))
    .orderBy(decisions.round)
    .limit(1);
  if (!put) return undefined;
  const drafts = await draftsOf(db, { id: put.caseId }, "deferral");
  const shown = drafts.flatMap(({ content }) => content.evidence.flatMap(({ file }) => file ?? []));
  const missing = Missing.parse(put.missing);
  const standings = standingsIn(actor, { organisationId, readers: [] });
  const moves = isOver(put, clock.now()) ? [] : movesOpenTo("case", { state: put.state, standings, bars: [] });
  return {
    assessmentId: assessment.id,
    organisationId,
    slug: membershipIn(actor, organisationId)!.slug,
    standard: { title: assessment.version.standard.title, textIn: assessment.textIn },
    until: answerBy(put),
    decisionId: put.decisionId,
    criteria: assessment.version.standard.criteria.flatMap((criterion) => {
      if (missing[criterion.id] === undefined) return [];
      const draft = drafts.find((each) => each.criterion === criterion.id);
      const { words, evidence } = draft?.content ?? { words: "", evidence: [] };
      return [{ criterion, missing: missing[criterion.id]!, words, evidence, savedAt: draft?.savedAt.toISOString() ?? "" }];
    }),
    files: (await filesAtHand(db, organisationId, shown))
      .filter(({ id, locked, removedOn }) => (!locked && !removedOn) || shown.includes(id))
      .map(({ id, name, bytes }) => ({ id, name, bytes })),
    may: { write: moves.includes("add"), send: moves.includes("resume") },
  };
}
