import type { EvidenceKind, Standard } from "#standards/format";

export const mustHave = "Must-have";

/** How much a criterion counts, in words. */
export const weightWords = ["Advice: asked, not scored", "Counts once", "Counts twice", "Counts three times"] as const;

/** What a piece of evidence is. */
export const evidenceWords: Record<EvidenceKind, string> = {
  document: "a document",
  web_link: "a web page",
  photo: "a photo",
  register_lookup: "a number we look up on a public register",
  tally: "numbers you type in",
  statement: "a statement you sign in the form",
  assessor_call: "a call with an assessor",
  assessor_contact_test: "a contact test by the assessor",
  read_through: "a look together on a call, with nothing uploaded",
  other_award: "another award you hold",
};

/** How a mark of this version is worked out, a sentence each (Standard rules §C.1). */
export function scoringWords({ scoring: rules }: Standard): { term: string; words: string }[] {
  const points = (threshold: number) => `${threshold} of every 100 points`;
  return [
    {
      term: "Points",
      words: "Met and Leading bring every point of a criterion, Developing half of them, Not yet none. Leading brings no more than Met, so it never makes up for a gap elsewhere.",
    },
    { term: "Essentials", words: `Every must-have is Met, and there are at least ${points(rules.essentials)}.` },
    {
      term: "Assured",
      words: `Every must-have is Met, there are at least ${points(rules.assured)}, every section has at least ${points(rules.section)} of its own, and nothing is at Not yet.`,
    },
    { term: "Assured with commendation", words: `Assured, and what is at Leading makes up at least ${rules.commend} of every 100 parts of the weight.` },
    { term: "Assured with conditions", words: `As Assured, with up to ${rules.conditions_max} at Not yet, none of them a must-have, to be put right in a set time.` },
    { term: "More time first", words: `With up to ${rules.defer_max} must-haves at Developing and none at Not yet, there is time to send more before it is decided.` },
    { term: "What does not apply", words: "Left out of the sums. It brings no points and costs none." },
  ];
}

/** The sentences on how a mark is worked out that another version does not say. */
export function scoringLines(standard: Standard, other: Standard): string {
  const others = new Set(scoringWords(other).map(({ words }) => words));
  return scoringWords(standard)
    .filter(({ words }) => !others.has(words))
    .map(({ term, words }) => `${term}: ${words}`)
    .join("\n");
}
