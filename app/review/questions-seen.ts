import { type Actor, hasRole } from "~/accounts/actor";
import { type CaseFile, factsOf } from "./case-file";
import { questionMovesFor } from "./question-file";
import type { QuestionMoveName, QuestionState } from "./question-moves";
import type { Question } from "./questions";
import { mayReadIn, readerIn } from "./standing";

/** A question as the scheme's own people see it, with what the group answered. */
export type QuestionSeen = Question & { answer: string | null };
/** The round of questions, as far as this person may see it. `state` null: nothing was asked, or nothing that is theirs to see. */
export type QuestionsSeen = { state: QuestionState | null; sentAt: string | null; dueOn: string | null; endedAt: string | null; asked: QuestionSeen[]; moves: QuestionMoveName[] };

/** Drafts are the assessor's alone, so that the other reader learns nothing of what they think. What was sent, and its answers, are for everybody who may read what the group sent. */
export function questionsSeen(actor: Actor, file: CaseFile, now: Date): QuestionsSeen {
  const { questionRound: round, supplements } = file;
  const facts = factsOf(file);
  const drafter = hasRole(actor, "assessor") && readerIn(actor, facts)?.part === "assessor";
  const mine = round !== null && mayReadIn(actor, facts) && (round.state !== "drafting" || drafter);
  const answerTo = (id: string) => supplements.find(({ sourceId }) => sourceId === id)?.content.words ?? null;
  return {
    state: mine ? round.state : null,
    sentAt: mine ? (round.sentAt?.toISOString() ?? null) : null,
    dueOn: mine ? round.dueOn : null,
    endedAt: mine ? (round.endedAt?.toISOString() ?? null) : null,
    asked: mine ? round.questions.map((question) => ({ ...question, answer: answerTo(question.id) })) : [],
    moves: questionMovesFor(actor, file, now),
  };
}
