import { and, eq } from "drizzle-orm";
import { questionRounds, questions } from "#db/schema/questions";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import type { CaseFile } from "./case-file";
import { holdCase } from "./find-case.server";
import { permitQuestionOn } from "./question-file";
import { questionsAsked } from "./question-letters";
import type { QuestionMoveName, QuestionRefusal } from "./question-moves";
import { templateOf } from "./question-templates";
import { dueDay, longestQuestion, mostQuestions, type QuestionFault } from "./questions";
import { tellProvider } from "./tell.server";
import { toRate } from "./to-rate";

type Asked = { ok: true } | { ok: false; why: QuestionRefusal | QuestionFault };
type GivenQuestion = { criterion: string; template: string; words: string };

const held = (db: Db, clock: Clock, actor: Actor, caseId: string, move: QuestionMoveName, then: (tx: Db, file: CaseFile) => Promise<Asked>): Promise<Asked | undefined> =>
  db.transaction(async (tx) => {
    const file = await holdCase(tx, actor, caseId);
    if (!file) return undefined;
    const permission = permitQuestionOn(move, actor, file, clock.now());
    return permission.ok ? then(tx, file) : permission;
  });

/** The assessor drafts one more question about one criterion: a ready-made one, or their own words. Nobody else sees it until all are sent. Undefined when the case is out of reach. */
export const draftQuestion = (db: Db, clock: Clock, actor: Actor, { caseId, ...given }: { caseId: string } & GivenQuestion): Promise<Asked | undefined> =>
  held(db, clock, actor, caseId, "ask", async (tx, file) => {
    const template = templateOf(given.template);
    const words = template?.words ?? given.words.trim();
    if (!toRate(file.standard, file.submission.content.facts, "assessor").some(({ id }) => id === given.criterion)) return { ok: false, why: "no_criterion" };
    if (words === "") return { ok: false, why: "no_words" };
    if (words.length > longestQuestion) return { ok: false, why: "too_long" };
    const taken = file.questionRound?.questions.map(({ place }) => place) ?? [];
    const place = Array.from({ length: mostQuestions }, (_, at) => at + 1).find((at) => !taken.includes(at))!;
    const roundId = file.questionRound?.id ?? (await openRound(tx, caseId));
    await tx.insert(questions).values({ roundId, place, criterion: given.criterion, template: template?.key ?? null, words });
    return { ok: true };
  });

async function openRound(tx: Db, caseId: string): Promise<string> {
  const [round] = await tx.insert(questionRounds).values({ caseId, state: "drafting" }).returning({ id: questionRounds.id });
  return round!.id;
}

/** Takes a drafted question out again; one that is gone already is no fault. Undefined when the case is out of reach. */
export const dropQuestion = (db: Db, clock: Clock, actor: Actor, { caseId, place }: { caseId: string; place: number }): Promise<Asked | undefined> =>
  held(db, clock, actor, caseId, "drop", async (tx, file) => {
    if (file.questionRound) await tx.delete(questions).where(and(eq(questions.roundId, file.questionRound.id), eq(questions.place, place)));
    return { ok: true };
  });

/** Sends all that was drafted, together and once. The provider is told, and until it answers, or its last day is over, the time for reading stands still. Undefined when the case is out of reach. */
export const sendQuestions = (db: Db, clock: Clock, actor: Actor, { caseId }: { caseId: string }): Promise<Asked | undefined> =>
  held(db, clock, actor, caseId, "send", async (tx, file) => {
    const now = clock.now();
    const { id, questions: asked } = file.questionRound!;
    const dueOn = dueDay(now, file.nation);
    await tx.update(questionRounds).set({ state: "sent", sentAt: now, sentBy: actor.personId, dueOn }).where(eq(questionRounds.id, id));
    await tellProvider(tx, clock, file, questionsAsked(asked.length, dueOn), paths.answerQuestions(file.submission.assessmentId));
    await record(tx, { personId: actor.personId }, now, { type: "case.questions_sent", subject: caseId, data: { count: asked.length, due_on: dueOn } });
    return { ok: true };
  });
