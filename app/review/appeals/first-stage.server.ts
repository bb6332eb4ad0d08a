import { appealAnswers } from "#db/schema/appeals";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { canonical } from "~/standards/canonical";
import { tellProvider, tellRole } from "../tell.server";
import { type AnswerFaults, type AnswerGiven, readAnswer } from "./answer-given";
import { changedBy, outcomeOfAppeal } from "./appeal";
import { permitAppealOn } from "./appeal-file";
import { appealHandedBack, ownAppealTaken } from "./appeal-letters";
import type { AppealRefusal } from "./appeal-moves";
import { holdAppeal } from "./find-appeal.server";
import { moveAppeal } from "./move-appeal.server";
import { takeEffect } from "./take-effect.server";
import { tellAnswer } from "./tell-appeal.server";

export type AppealMoved = { ok: true } | { ok: false; why: AppealRefusal };
export type AppealAnswered = { ok: true } | { ok: false; why: Exclude<AppealRefusal, "every_point"> } | { ok: false; why: "every_point"; faults: AnswerFaults };

/** A moderator who had no part in what is appealed against takes the appeal: of several at once one has it. Undefined when it is out of reach. */
export function takeAppeal(db: Db, clock: Clock, actor: Actor, { appealId }: { appealId: string }): Promise<AppealMoved | undefined> {
  return db.transaction(async (tx): Promise<AppealMoved | undefined> => {
    const file = await holdAppeal(tx, actor, appealId);
    if (!file) return undefined;
    const now = clock.now();
    const permission = permitAppealOn("take", actor, file, now);
    if (!permission.ok) return permission;
    await moveAppeal(tx, file.appeal, "take", { judgeId: actor.personId, takenAt: now });
    await tellProvider(tx, clock, file.case, ownAppealTaken(file.appeal.dueOn!), paths.ownAppeal(file.case.submission.assessmentId));
    await record(tx, { personId: actor.personId }, now, { type: "appeal.taken", subject: appealId, data: {} });
    return { ok: true };
  });
}

/** Gives it back to the moderators, unanswered; its last day stays. Undefined when it is out of reach. */
export function handBackAppeal(db: Db, clock: Clock, actor: Actor, { appealId }: { appealId: string }): Promise<AppealMoved | undefined> {
  return db.transaction(async (tx): Promise<AppealMoved | undefined> => {
    const file = await holdAppeal(tx, actor, appealId);
    if (!file) return undefined;
    const now = clock.now();
    const permission = permitAppealOn("hand_back", actor, file, now);
    if (!permission.ok) return permission;
    await moveAppeal(tx, file.appeal, "hand_back", { judgeId: null, takenAt: null });
    await tellRole(tx, clock, file.case, "moderator", appealHandedBack(file.appeal.dueOn!), paths.appeal(appealId));
    await record(tx, { personId: actor.personId }, now, { type: "appeal.handed_back", subject: appealId, data: {} });
    return { ok: true };
  });
}

/**
 * The moderator who has taken it answers every point, each with a reason, once. What it comes to is computed. Where a level changes, the case goes to be decided anew by somebody who had no part;
 * both sides are told why, and the provider until when it can go on to the panel. Undefined when it is out of reach.
 */
export function answerAppeal(db: Db, clock: Clock, actor: Actor, { appealId, given }: { appealId: string; given: AnswerGiven }): Promise<AppealAnswered | undefined> {
  return db.transaction(async (tx): Promise<AppealAnswered | undefined> => {
    const file = await holdAppeal(tx, actor, appealId);
    if (!file) return undefined;
    const now = clock.now();
    const read = readAnswer(file, given);
    const permission = permitAppealOn("answer", actor, file, now, { also: read.ok ? ["every_point"] : [], reason: given.reason });
    if (!permission.ok && permission.why !== "every_point") return { ok: false, why: permission.why };
    if (!read.ok || !permission.ok) return { ok: false, why: "every_point", faults: read.ok ? {} : read.faults };

    const { answer } = read;
    const outcome = outcomeOfAppeal(answer);
    const [kept] = await tx
      .insert(appealAnswers)
      .values({ caseId: file.case.id, appealId, stage: 1, outcome, content: canonical(answer), by: actor.personId, at: now })
      .returning({ id: appealAnswers.id });
    await moveAppeal(tx, file.appeal, "answer");
    await tellAnswer(tx, clock, file, { id: kept!.id, stage: 1, outcome, content: answer, by: actor.personId, byName: actor.name, at: now, voices: [] });
    await takeEffect(tx, clock, file, answer, actor.personId);
    await record(tx, { personId: actor.personId }, now, { type: "appeal.answered", subject: appealId, data: { outcome, changed: changedBy(answer).length } });
    return { ok: true };
  });
}
