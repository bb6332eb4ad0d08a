import type { DecidableOutcome, NotDecidable } from "./outcome";

/** What a case was, or would be, decided as. */
export const outcomeWords: Record<DecidableOutcome, string> = {
  essentials: "Essentials",
  assured: "Assured",
  assured_commended: "Assured with commendation",
  assured_with_conditions: "Assured with conditions",
  deferred: "Deferred",
  not_awarded: "Not yet",
  too_little_applies: "Too little applies",
};

/** What follows, for whoever decides. */
export const outcomeMeans: Record<DecidableOutcome, string> = {
  essentials: "Every must-have is Met; other good practice is still growing. The mark is given for 24 months.",
  assured: "Every must-have is Met and the rest holds together. The mark is given for 24 months.",
  assured_commended: "Everything for Assured, and much of it Leading. The mark is given for 24 months.",
  assured_with_conditions: "The mark is given, with up to two things to put right in 90 days. Not cleared by then, it becomes Essentials.",
  deferred: "A few must-haves are nearly there. The group has 28 days to show them; nothing about this is public.",
  not_awarded: "No mark this time. The group gets a letter that says what to do next; nothing about this is public.",
  too_little_applies: "So little of this standard applies to the group that a mark would say nothing. Nothing about this is public.",
};

/** What stands in the way of a decision, and what would clear it. */
export function notDecidableWords(not: NotDecidable): string {
  switch (not.why) {
    case "ratings_missing":
      return `Not everything has been rated yet: ${[...new Set(not.missing.map(({ criterion }) => criterion))].join(", ")}.`;
    case "differences_open":
      return `A moderator has still to settle ${not.open.map(({ criterion }) => criterion).join(", ")}.`;
    case "incomplete":
      return `There is no level yet for ${not.criteria.join(", ")}.`;
    case "invalid_na":
      return `${not.criteria.join(", ")} cannot be claimed not to apply, so a level is needed.`;
    case "not_offered":
      return "This standard is not for this group: its first question says so.";
    case "na_over_cap":
      return "So much was accepted as not applying that a moderator must confirm it first.";
  }
}
