import { z } from "zod";
import { type Day, londonDay } from "~/platform/calendar";
import type { Nation } from "./bank-holidays";
import { clockRules, lastDay, type Pause } from "./clocks";
import { questionStates } from "./question-moves";

/** Of one round (Standard rules §C.5). */
export const mostQuestions = 10;
/** Working days in which a provider answers. After that the readers go on with what they have. */
export const answerDays = clockRules.answers.days;
export const longestQuestion = 1000;

/** What is wrong with a question that was drafted. */
export type QuestionFault = "no_criterion" | "no_words" | "too_long";

export const Question = z.object({ id: z.string(), place: z.number(), criterion: z.string(), template: z.string().nullable(), words: z.string() });
export type Question = z.infer<typeof Question>;

/** The round of questions of a case, as the database hands it over in JSON. */
export const QuestionRound = z.object({
  id: z.string(),
  state: z.enum(questionStates),
  sentAt: z.coerce.date().nullable(),
  dueOn: z.string().nullable(),
  endedAt: z.coerce.date().nullable(),
  questions: z.array(Question),
});
export type QuestionRound = z.infer<typeof QuestionRound>;

/** The last day for an answer to what is sent now, by the working days of where the provider is. */
export const dueDay = (sentAt: Date, nation: Nation): Day => lastDay("answers", sentAt, nation);

/** While the provider is awaited, nothing in the case is decided without its answer. */
export const isAwaited = (round: QuestionRound | null): boolean => round?.state === "sent";

/** The days on which the provider is or was awaited: after the day of sending, up to and with that of the answer, and never beyond the last day for one. */
export function pauseOf(round: Pick<QuestionRound, "sentAt" | "dueOn" | "endedAt"> | null): Pause | null {
  if (!round?.sentAt || !round.dueOn) return null;
  const ended = round.endedAt && londonDay(round.endedAt);
  return { after: londonDay(round.sentAt), until: ended && ended < round.dueOn ? ended : round.dueOn };
}

/** What was asked about and answered, by the moment of the answer: readers have to look at it again. Nothing where no answer came. */
const answeredIn = (round: QuestionRound | null): { criteria: string[]; at: Date } | null =>
  round?.state === "answered" && round.endedAt ? { criteria: [...new Set(round.questions.map(({ criterion }) => criterion))], at: round.endedAt } : null;

/** Of one reader's newest ratings, those given before the provider answered a question about the same: to be looked at again. */
export function answersUnread(round: QuestionRound | null, rated: readonly { criterion: string; ratedAt: Date }[]): string[] {
  const answered = answeredIn(round);
  return answered ? rated.filter(({ criterion, ratedAt }) => answered.criteria.includes(criterion) && ratedAt < answered.at).map(({ criterion }) => criterion) : [];
}
