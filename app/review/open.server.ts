import { eq } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { submissions } from "#db/schema/assessments";
import { cases } from "#db/schema/review";
import { standardVersions } from "#db/schema/standards";
import type { Actor } from "~/accounts/actor";
import { type Submission, submissionById } from "~/assessments/submission.server";
import { submitAssessment } from "~/assessments/submit.server";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { type Chance, drawAtOpening } from "./draw.server";
import { readersNeeded } from "./reader-letters";
import { type Receipt, received } from "./sending-letters";
import { tellProvider, tellRole } from "./tell.server";

/** Freezes an assessment and opens its case, both or neither, and draws how much of it is read twice, with `chance`. Sent twice, it is the same case. Refuses what `submitAssessment` refuses. */
export function submitForReview(db: Db, clock: Clock, actor: Actor, input: Parameters<typeof submitAssessment>[3], chance?: Chance) {
  return db.transaction(async (tx) => {
    const sent = await submitAssessment(tx, clock, actor, input);
    if (!sent?.ok) return sent;
    return { ...sent, caseId: await openCase(tx, clock, actor, sent.submissionId, chance) };
  });
}

/** Opens the case of a submission, and tells the provider and the moderators. Answers its id; the one there is when it was open already. */
export function openCase(db: Db, clock: Clock, actor: Actor, submissionId: string, chance?: Chance): Promise<string> {
  return db.transaction(async (tx) => {
    const now = clock.now();
    const frozen = await submissionById(tx, submissionId);
    const [sent] = await tx
      .select({
        organisationId: submissions.organisationId,
        assessmentId: submissions.assessmentId,
        provider: { name: organisations.name },
        standard: { title: standardVersions.title },
      })
      .from(submissions)
      .innerJoin(organisations, eq(organisations.id, submissions.organisationId))
      .innerJoin(standardVersions, eq(standardVersions.id, submissions.standardVersionId))
      .where(eq(submissions.id, submissionId));
    if (!sent || !frozen) throw new Error(`there is no submission ${submissionId}`);
    const [opened] = await tx
      .insert(cases)
      .values({ submissionId, organisationId: sent.organisationId, state: "waiting", openedAt: now })
      .onConflictDoNothing({ target: cases.submissionId })
      .returning({ id: cases.id, number: cases.number, state: cases.state });
    if (!opened) return (await tx.select({ id: cases.id }).from(cases).where(eq(cases.submissionId, submissionId)))[0]!.id;
    await tellProvider(tx, clock, { ...sent, ...opened }, received(receiptOf(frozen)), paths.sent(sent.assessmentId));
    await tellRole(tx, clock, { ...sent, ...opened }, "moderator", readersNeeded, paths.assign(opened.id));
    if (chance) await drawAtOpening(tx, clock, chance, { caseId: opened.id, sha256: frozen.sha256, facts: frozen.content.facts, organisationId: sent.organisationId });
    await record(tx, { personId: actor.personId }, now, { type: "case.opened", subject: opened.id, data: { submission_id: submissionId } });
    return opened.id;
  });
}

function receiptOf({ submittedAt, sha256, content: { scope, declaration } }: Submission): Receipt {
  return { at: submittedAt.toISOString(), by: declaration.by, role: declaration.title, scope, sha256 };
}
