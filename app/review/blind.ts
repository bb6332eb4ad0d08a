import type { Answer } from "~/assessments/answer";

/**
 * What a reader may see of an answer. Until their own rating is saved it is without the provider's rating of itself (Standard rules §C.5),
 * and without the plan: there is one only where the provider put itself below Met.
 */
export function answerToRead(answer: Answer, rated: boolean): Answer {
  if (rated) return answer;
  const { level: _level, plan: _plan, ...rest } = answer;
  return rest;
}
