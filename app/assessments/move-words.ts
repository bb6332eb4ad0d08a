import { levelNames } from "#standards/format";
import type { Award, Outcome } from "~/standards/score";
import { levelWords } from "./answer";
import type { Said } from "./carried";
import type { Foreseen, NowInTheWay } from "./preview";

export const saidWords = (said: Said): string => (said === "does-not-apply" ? "Does not apply" : (levelNames[levelWords.indexOf(said)] ?? said));

const awardWords: Record<Award, string> = {
  essentials: "Essentials",
  assured: "Assured",
  assured_commended: "Assured with commendation",
  assured_with_conditions: "Assured with conditions",
};

/** What own levels would come to, in words. */
export function foreseenWords({ outcome, open }: Foreseen): string {
  const words = outcomeWords(outcome);
  if (open === 0) return words;
  return `${words}, ${outcome.outcome === "not_awarded" ? "even if" : "if"} everything without a level (${open === 1 ? "one question" : `${open} questions`}) were Met`;
}

function outcomeWords(outcome: Outcome): string {
  switch (outcome.outcome) {
    case "not_awarded":
      return "No mark yet";
    case "deferred":
      return "No mark before you have shown a little more";
    case "not_offered":
      return "Not for your group, by what you told us first";
    case "too_little_applies":
      return "No mark: too little of this applies to you";
    case "invalid_na":
    case "incomplete":
      return "Cannot be said yet";
    default:
      return awardWords[outcome.outcome];
  }
}

/** The sentence that has to be read before anybody agrees. */
export const inTheWayWords = ({ title, level, part }: NowInTheWay): string =>
  `${part ? `${title} is now part of a must-have` : `${title} is now a must-have`}. At ${levelNames[level]}, you could not be given a mark.`;

export const questionsInWords = (count: number) => (count === 1 ? "1 question" : `${count} questions`);
