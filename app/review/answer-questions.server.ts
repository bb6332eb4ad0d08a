import { and, eq, inArray, sql } from "drizzle-orm";
import { questionRounds } from "#db/schema/questions";
import { supplements } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { canonical } from "~/standards/canonical";
import { carryOn } from "./carry-on.server";
import { answersOf } from "./drafted-answers.server";
import { holdSent } from "./find-sent.server";
import { permitQuestionOn } from "./question-file";
import { answersCame } from "./question-letters";
import type { QuestionRefusal } from "./question-moves";
import { currentRound } from "./round";
import { SupplementContent } from "./supplement";
import { tellReaders } from "./tell.server";

/** Words by question id. A question that is not named keeps what was saved. */
export type GivenAnswers = Record<string, string>;
export type Answered = { ok: true } | { ok: false; why: "every_answer"; missing: string[] } | { ok: false; why: Exclude<QuestionRefusal, "every_answer"> | "too_long" };

/**
 * The provider's people answer what they were asked. Saved, an answer is a draft that nobody else sees; sent, all are frozen together and read by both readers, and the case goes on.
 * Members may save, admins send; both until the last day is over. Undefined when the assessment is not the actor's, or was never sent.
 */
export function answerQuestions(
  db: Db,
  clock: Clock,
  actor: Actor,
  { assessmentId, answers, send }: { assessmentId: string; answers: GivenAnswers; send: boolean },
): Promise<Answered | undefined> {
  return db.transaction(async (tx): Promise<Answered | undefined> => {
    const file = await holdSent(tx, actor, assessmentId);
    if (!file) return undefined;
    const now = clock.now();
    const permission = permitQuestionOn("answer", actor, file, now);
    const round = file.questionRound;
    if (!permission.ok || !round) return refused(permission.ok ? "wrong_state" : permission.why);
    const maySend = permitQuestionOn("finish", actor, file, now, ["every_answer"]);
    if (send && !maySend.ok) return refused(maySend.why);

    const given = round.questions.flatMap(({ id, criterion }) => (answers[id] === undefined ? [] : [{ id, criterion, words: answers[id] }]));
    const contents = given.map(({ words }) => SupplementContent.safeParse({ words, evidence: [], files: {}, links: {} }));
    if (contents.some(({ success }) => !success)) return { ok: false, why: "too_long" };
    const all = send ? { ...(await answersOf(tx, round)), ...answers } : {};
    const missing = send ? round.questions.filter(({ id }) => !all[id]?.trim()).map(({ id }) => id) : [];
    if (missing.length > 0) return { ok: false, why: "every_answer", missing };
    const by = { savedAt: now, savedBy: actor.personId };
    const drafts = given.map(({ id, criterion }, index) => ({
      ...by,
      caseId: file.id,
      round: currentRound(file.rounds),
      criterion,
      why: "question" as const,
      sourceId: id,
      content: canonical(contents[index]!.data),
    }));
    if (drafts.length > 0)
      await tx
        .insert(supplements)
        .values(drafts)
        .onConflictDoUpdate({
          target: [supplements.caseId, supplements.round, supplements.criterion, supplements.why, supplements.sourceId],
          set: { content: sql`excluded.content`, savedAt: sql`excluded.saved_at`, savedBy: sql`excluded.saved_by` },
        });
    if (!send) return { ok: true };

    const ids = round.questions.map(({ id }) => id);
    await tx
      .update(supplements)
      .set({ sentAt: now, sentBy: actor.personId, sha256: sql`encode(sha256(convert_to(${supplements.content}, 'UTF8')), 'hex')` })
      .where(and(eq(supplements.caseId, file.id), eq(supplements.why, "question"), inArray(supplements.sourceId, ids)));
    const ended = { state: "answered", endedAt: now } as const;
    await tx
      .update(questionRounds)
      .set({ ...ended, answeredBy: actor.personId })
      .where(eq(questionRounds.id, round.id));
    await tellReaders(tx, clock, file, answersCame);
    await carryOn(tx, clock, { ...file, questionRound: { ...round, ...ended } });
    await record(tx, { personId: actor.personId }, now, { type: "case.questions_answered", subject: file.id, data: { count: ids.length } });
    return { ok: true };
  });
}

const refused = (why: QuestionRefusal): Answered => (why === "every_answer" ? { ok: false, why, missing: [] } : { ok: false, why });
