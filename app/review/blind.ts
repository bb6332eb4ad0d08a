import type { Answer } from "~/assessments/answer";
import type { CaseFile, Rating } from "./case-file";
import { toRate } from "./to-rate";

/**
 * What a reader may see of an answer. Until they have rated all of theirs it is without the provider's rating of itself (Standard rules §C.5),
 * and without the plan: there is one only where the provider put itself below Met.
 */
export function answerToRead(answer: Answer, revealed: boolean): Answer {
  if (revealed) return answer;
  const { level: _level, plan: _plan, ...rest } = answer;
  return rest;
}

type Given = Pick<CaseFile, "standard" | "submission" | "ratings" | "reading">;

/** The rating with which a reader had first rated all of theirs. From then on the provider's rating of itself is shown, and nothing hides it again. Undefined before that. */
export function lastGivenBlind({ standard, submission, ratings, reading }: Given, { part, ratedBy }: Pick<Rating, "part" | "ratedBy">): Rating | undefined {
  const left = new Set(toRate(standard, submission.content.facts, part, reading).map(({ id }) => id));
  return ratings.find((each) => each.part === part && each.ratedBy === ratedBy && left.delete(each.criterion) && left.size === 0);
}

/** Whether this rating of the case was given by somebody who could see the provider's rating of itself: it is allowed, and marked. */
export function givenAfterReveal(file: Given, rating: Rating): boolean {
  const last = lastGivenBlind(file, rating);
  return last !== undefined && file.ratings.indexOf(rating) > file.ratings.indexOf(last);
}
