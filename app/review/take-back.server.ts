import { eq } from "drizzle-orm";
import { submissions } from "#db/schema/assessments";
import { cases } from "#db/schema/review";
import { type Actor, membershipIn } from "~/accounts/actor";
import { type TakenBack, takeBack } from "~/assessments/take-back.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { factsOf } from "./case-file";
import { lockCase, readCase } from "./find-case.server";
import { takenBack } from "./letters";
import { makeMove } from "./move.server";
import { permitOn } from "./standing";
import { tellReaders } from "./tell.server";

/**
 * The provider takes back what it sent: the assessment is withdrawn and its case closed, both or neither. Possible until the case is decided.
 * Undefined when the assessment is not the actor's, or was never sent.
 */
export function takeBackFromReview(db: Db, clock: Clock, actor: Actor, { assessmentId }: { assessmentId: string }): Promise<TakenBack | undefined> {
  return db.transaction(async (tx): Promise<TakenBack | undefined> => {
    const [sent] = await tx
      .select({ caseId: cases.id, organisationId: submissions.organisationId })
      .from(submissions)
      .innerJoin(cases, eq(cases.submissionId, submissions.id))
      .where(eq(submissions.assessmentId, assessmentId));
    if (!sent || !membershipIn(actor, sent.organisationId)) return undefined;
    await lockCase(tx, sent.caseId);
    const file = (await readCase(tx, sent.caseId))!;
    const permission = permitOn("close", actor, factsOf(file));
    if (!permission.ok) return permission;
    const withdrawn = await takeBack(tx, clock, actor, assessmentId);
    if (!withdrawn?.ok) return withdrawn;
    await tellReaders(tx, clock, file, takenBack);
    await makeMove(tx, file, "close", actor, clock.now());
    return withdrawn;
  });
}
