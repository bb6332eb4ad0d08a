import type { Actor } from "~/accounts/actor";
import { sentFor } from "~/assessments/sent.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import type { AnswerPageProps, ToAnswer } from "./answer-page";
import type { Answered, GivenAnswers } from "./answer-questions.server";
import { answersOf } from "./drafted-answers.server";
import { answerMovesFor } from "./question-file";
import { questionsTo } from "./questions-to.server";
import { longestAnswer } from "./supplement";
import { reviewWords } from "./words/review-words";

/** What a provider was asked about one thing that it sent, with what it has answered so far and may do. Undefined when that is not theirs, or was never sent. */
export async function answeringFor(db: Db, clock: Clock, actor: Actor, assessmentId: string): Promise<Omit<AnswerPageProps, "typed" | "errors"> | undefined> {
  const asking = await questionsTo(db, actor, assessmentId);
  const sent = asking && (await sentFor(db, actor, assessmentId));
  if (!sent) return undefined;
  const { questionRound: round, state } = asking;
  const answers = round ? await answersOf(db, round) : {};
  const questions = (round?.questions ?? []).flatMap(({ id, template, words, criterion }, index): ToAnswer[] => {
    const about = sent.assessment.version.standard.criteria.find((each) => each.id === criterion);
    const said = sent.submission.content.answers[criterion] ?? {};
    return about ? [{ id, place: index + 1, template, words, criterion: about, said, answer: answers[id] ?? "" }] : [];
  });
  return {
    id: sent.assessment.id,
    round: round?.dueOn ? { state: round.state, dueOn: round.dueOn, endedAt: round.endedAt?.toISOString() ?? null, takenBack: state === "withdrawn" } : null,
    questions,
    files: sent.files,
    moves: answerMovesFor(actor, asking, clock.now()),
  };
}

/** What was sent from the form: words by question, and whether they are to be sent on. */
export function typedAnswers(form: FormData): { answers: GivenAnswers; send: boolean } {
  const fields = [...form].flatMap(([name, value]) => (name !== "move" && typeof value === "string" ? [[name, value] as const] : []));
  return { answers: Object.fromEntries(fields), send: form.get("move") === "send" };
}

/** Why nothing was saved or sent, beside the fields that it is about, in the reader's language. */
export function answerRefused(refused: Exclude<Answered, { ok: true }>, answers: GivenAnswers, questions: readonly ToAnswer[], language: Language): Record<string, string> {
  const t = reviewWords(language);
  switch (refused.why) {
    case "every_answer":
      return Object.fromEntries(refused.missing.map((id) => [id, t("asked.missing", { place: String(questions.find((each) => each.id === id)?.place ?? "") })]));
    case "too_long":
      return Object.fromEntries(Object.entries(answers).flatMap(([id, words]) => (words.length > longestAnswer ? [[id, t("asked.too_long")]] : [])));
    case "in_time":
      return { asked: t("asked.too_late") };
    case "wrong_role":
      return { asked: t("asked.not_yours") };
    default:
      return { asked: t("asked.moved_on") };
  }
}
