import { and, eq, inArray } from "drizzle-orm";
import { assessments, submissions } from "#db/schema/assessments";
import { otherAwards } from "#db/schema/evidence";
import type { Facts } from "#standards/format";
import { type Actor, membershipIn } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { filesNamed } from "~/evidence/read.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { sha256 } from "~/platform/files.server";
import { factsOf } from "~/providers/facts.server";
import { offersOf } from "~/providers/offers.server";
import { applicable, offered } from "~/standards/applies";
import { canonical } from "~/standards/canonical";
import { type Answers, SubmissionContent } from "./answer";
import { declaration, isDeclared } from "./declaration";
import { type Assessment, assessmentFor, byCriterion, fromLastTimeIn, heldAnswers } from "./draft.server";
import { filesIn, linksIn } from "./frozen-evidence.server";
import { type Missing, missingFrom } from "./missing";
import { isLate, newerThan } from "./newer.server";
import { doubtsOf, saidWithAnswers, stillStops } from "./not-personal.server";
import { sentParts } from "./parts";
import { personalStops } from "./personal";
import { warningWords } from "./plausibility-words";
import { standingsIn } from "./reach";
import { readScope, type ScopeFault, scopeOf } from "./scope";
import { submissionOf } from "./submission.server";
import { warningsOf } from "./warnings.server";
import { type Condition, permit, type Refusal } from "./workflow";

export type SubmitAssessment = {
  assessmentId: string /** Names of the offers covered; empty where the standard has one fixed scope. */;
  scope: string[] /** Keys of `declaration`. */;
  statements: string[];
};
export type Submitted =
  | { ok: true; submissionId: string /** False when it had been sent before with the same scope. */; fresh: boolean }
  | { ok: false; why: "complete"; missing: Missing[] }
  | { ok: false; why: Exclude<Refusal, "complete"> | ScopeFault | "not_offered" | "already_sent" | "past_sunset" };

/**
 * Sends an assessment: freezes facts, answers, files with their hashes, scope and declaration as canonical JSON, for ever.
 * However often it is pressed there is one submission; the same press again is answered with it, another scope with `already_sent`.
 * Refuses a version whose last day has passed (§D, P05), then by the move table, in its order, then a scope that is not the provider's. Undefined when the assessment is not the actor's.
 */
export async function submitAssessment(db: Db, clock: Clock, actor: Actor, { assessmentId, scope, statements }: SubmitAssessment): Promise<Submitted | undefined> {
  return db.transaction(async (tx): Promise<Submitted | undefined> => {
    const assessment = await assessmentFor(tx, actor, assessmentId, "update");
    if (!assessment) return undefined;
    const { organisationId, version } = assessment;
    const range = scopeOf(version.standard, await offersOf(tx, organisationId));
    if (assessment.state === "submitted") return again(tx, assessment.id, scope);

    const now = clock.now();
    if (assessment.state === "draft" && isLate(await newerThan(tx, version, londonDay(now)), londonDay(now))) return { ok: false, why: "past_sunset" };
    const stated = await factsOf(tx, organisationId);
    const facts: Facts = { ...stated, ...assessment.facts };
    const held = await heldAnswers(tx, assessment.id);
    const [answers, doubts] = [byCriterion(held), await doubtsOf(tx, assessment, facts, held)];
    const shown = Object.values(answers).flatMap(({ evidence = [] }) => evidence.flatMap(({ file }) => file ?? []));
    const missing = [
      ...missingFrom(version.standard, facts, answers, londonDay(now), fromLastTimeIn(held)),
      ...stillStops(personalStops(version.standard, facts, answers, await filesNamed(tx, organisationId, shown)), doubts),
    ];
    const met: Condition[] = [...(missing.length === 0 ? (["complete"] as const) : []), ...(isDeclared(statements) ? (["declaration_made"] as const) : [])];
    const allowed = permit("submit", { state: assessment.state, standings: standingsIn(actor, organisationId), bars: [], met });
    if (!allowed.ok) return allowed.why === "complete" ? { ok: false, why: allowed.why, missing } : { ok: false, why: allowed.why };
    if (!assessment.facts || !offered(version.standard, facts)) return { ok: false, why: "not_offered" };
    const covered = readScope(range, scope);
    if (!covered.ok) return covered;

    const sent = sentAnswers(assessment, facts, answers);
    const warned = await warningsOf(tx, clock, assessment, sent, stated);
    const plausibility = [...warned.map(({ words, ...warning }) => ({ check: warning.check, warning: warningWords(warning), words })), ...saidWithAnswers(doubts)];
    const content = canonical(
      SubmissionContent.parse({
        facts,
        answers: sent,
        files: await filesIn(tx, organisationId, shownIn(sent)),
        ...(await awardsIn(tx, organisationId, sent)),
        ...(await linksIn(tx, organisationId, shownIn(sent))),
        scope: covered.scope,
        ...(plausibility.length > 0 ? { plausibility } : {}),
        declaration: { statements: declaration.map(({ words }) => words), by: actor.name, title: membershipIn(actor, organisationId)!.title, at: now.toISOString() },
      } satisfies SubmissionContent),
    );
    const hash = sha256(content);
    const row = { assessmentId: assessment.id, organisationId, standardVersionId: version.id, content, sha256: hash, submittedAt: now, submittedBy: actor.personId };
    const [submission] = await tx.insert(submissions).values(row).returning({ id: submissions.id });
    await tx
      .update(assessments)
      .set({ state: "submitted" })
      .where(and(eq(assessments.id, assessment.id), eq(assessments.state, "draft")));
    await record(tx, { personId: actor.personId }, now, { type: "assessment.submitted", subject: assessment.id, data: { submission_id: submission!.id, sha256: hash } });
    return { ok: true, submissionId: submission!.id, fresh: true };
  });
}

/** Pressed twice, or sent again after a reply that was lost. */
async function again(tx: Db, assessmentId: string, scope: string[]): Promise<Submitted> {
  const submission = await submissionOf(tx, assessmentId);
  if (!submission) throw new Error(`Assessment ${assessmentId} counts as sent, but there is no submission`);
  const same = scope.length === 0 || canonical([...scope].sort()) === canonical([...submission.content.scope].sort());
  return same ? { ok: true, submissionId: submission.id, fresh: false } : { ok: false, why: "already_sent" };
}

const sentAnswers = ({ version }: Assessment, facts: Facts, answers: Answers): Answers =>
  Object.fromEntries(applicable(version.standard, facts).map((criterion) => [criterion.id, sentParts(criterion, answers[criterion.id] ?? {})]));

const shownIn = (sent: Answers) => Object.values(sent).flatMap(({ evidence = [] }) => evidence);

/** Nothing where no award is shown, so that what was sent before there were any has the same shape. */
async function awardsIn(tx: Db, organisationId: string, sent: Answers): Promise<Pick<SubmissionContent, "awards">> {
  const ids = [...new Set(Object.values(sent).flatMap(({ evidence = [] }) => evidence.flatMap(({ award }) => award ?? [])))];
  if (ids.length === 0) return {};
  const rows = await tx
    .select()
    .from(otherAwards)
    .where(and(inArray(otherAwards.id, ids), eq(otherAwards.organisationId, organisationId)));
  return { awards: Object.fromEntries(rows.map(({ id, award, number, expiresOn }) => [id, { award, number, expires_on: expiresOn }])) };
}
