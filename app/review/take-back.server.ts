import type { Actor } from "~/accounts/actor";
import { startAssessment } from "~/assessments/start.server";
import { type TakenBack, takeBack } from "~/assessments/take-back.server";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type CaseFile, factsOf } from "./case-file";
import { callOffQuestions } from "./end-questions.server";
import { holdSent } from "./find-sent.server";
import { byOf, makeMove } from "./move.server";
import { isReopened } from "./round";
import { takenBack } from "./sending-letters";
import { permitOn } from "./standing";
import { tellReaders } from "./tell.server";

/**
 * The provider takes back what it sent: the assessment is withdrawn and its case closed, both or neither. Possible until the case is decided.
 * Undefined when the assessment is not the actor's, or was never sent.
 */
export function takeBackFromReview(db: Db, clock: Clock, actor: Actor, { assessmentId }: { assessmentId: string }): Promise<TakenBack | undefined> {
  return db.transaction(async (tx): Promise<TakenBack | undefined> => {
    const file = await holdSent(tx, actor, assessmentId);
    return file && close(tx, clock, actor, file, assessmentId);
  });
}

export type StartedAgain =
  | { ok: true /** Null where nothing could be started: the standard is no longer for what they do. */; draftId: string | null }
  | Extract<TakenBack, { ok: false }>;

/** Takes back as `takeBackFromReview` does, and opens a draft with the same answers, in one act. Undefined as there. */
export function takeBackAndStartAgain(db: Db, clock: Clock, actor: Actor, { assessmentId }: { assessmentId: string }): Promise<StartedAgain | undefined> {
  return db.transaction(async (tx): Promise<StartedAgain | undefined> => {
    const file = await holdSent(tx, actor, assessmentId);
    if (!file) return undefined;
    const permission = mayClose(actor, file);
    if (!permission.ok) return permission;
    // Before the closing: whoever writes the audit trail waits for nothing else afterwards.
    const started = await startAssessment(tx, clock, actor, { organisationId: file.organisationId, standardKey: file.standard.key, carryFrom: assessmentId, takenBack: true });
    const withdrawn = await close(tx, clock, actor, file, assessmentId);
    if (!withdrawn?.ok) throw new Error(`an open case, whose assessment cannot be taken back: ${assessmentId}`);
    return { ok: true, draftId: started?.ok ? started.assessmentId : null };
  });
}

const mayClose = (actor: Actor, file: CaseFile) => permitOn("close", actor, factsOf(file), { met: isReopened(file.rounds) ? [] : ["not_reopened"] });

async function close(tx: Db, clock: Clock, actor: Actor, file: CaseFile, assessmentId: string): Promise<TakenBack | undefined> {
  const permission = mayClose(actor, file);
  if (!permission.ok) return permission;
  const withdrawn = await takeBack(tx, clock, actor, assessmentId);
  if (!withdrawn?.ok) return withdrawn;
  await tellReaders(tx, clock, file, takenBack);
  const calledOff = await callOffQuestions(tx, clock, { ...file, state: permission.to as CaseFile["state"] });
  await makeMove(tx, file, "close", actor, clock.now());
  if (calledOff) await record(tx, byOf("system"), clock.now(), { type: "case.questions_ended", subject: file.id, data: { why: "call_off" } });
  return withdrawn;
}
