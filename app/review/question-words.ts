import type { Language } from "~/platform/words";
import type { QuestionRefusal } from "./question-moves";
import { templateOf } from "./question-templates";
import { longestQuestion, mostQuestions, type Question, type QuestionFault } from "./questions";
import { refusalWords } from "./refusal-words";
import { reviewWords } from "./words/review-words";

/** A question as its reader has it: a ready-made one in their language, any other as it was written. */
export function questionText({ template, words }: Pick<Question, "template" | "words">, language: Language): string {
  const ready = templateOf(template);
  return ready ? reviewWords(language)(`asked.template.${ready.key}`) : words;
}

const own: Record<Exclude<QuestionRefusal, keyof typeof refusalWords> | QuestionFault | "in_time" | "time_over", string> = {
  being_read: "Questions can be asked while both readers are at it.",
  room_for_one: `There are ${mostQuestions} questions already, which is as many as may be asked. Take one out first.`,
  some_questions: "Add a question first.",
  in_time: "The last day for answers is over.",
  every_answer: "Not every question has an answer yet.",
  time_over: "The last day for answers is still to come.",
  case_over: "The group has not taken it back.",
  no_criterion: "Choose what the question is about.",
  no_words: "Choose a question, or write one.",
  too_long: `Write no more than ${longestQuestion.toLocaleString("en-GB")} characters.`,
};

/** Why a question was not drafted or sent, to the assessor. */
export const askingRefused = (why: QuestionRefusal | QuestionFault): string => ({ ...refusalWords, ...own })[why];
