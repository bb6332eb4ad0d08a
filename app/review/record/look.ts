/** What of a case somebody can look at. `which`: the criterion, the file or the decision; empty where there is one only. */
export const lookedAt = ["case", "criterion", "talk", "settle", "questions", "decide", "recommend", "claims", "file", "words", "letter", "record", "bundle"] as const;
export type LookedAt = (typeof lookedAt)[number];

const words: Record<LookedAt, (which: string) => string> = {
  case: () => "opened the case",
  criterion: (criterion) => `opened ${criterion} with what the group answered`,
  talk: (criterion) => `opened the talk about ${criterion}`,
  settle: (criterion) => `opened ${criterion} to settle it`,
  questions: () => "opened the questions and answers",
  decide: () => "opened the case to decide it",
  recommend: () => "opened the case to say whether it may go on",
  claims: () => "opened what is claimed not to apply",
  file: (name) => `took the file “${name}”`,
  words: (name) => `read the words of the file “${name}”`,
  letter: () => "opened the decision letter",
  record: () => "opened this record",
  bundle: () => "took this record as a PDF",
};

/** A look in words, to go after a name. */
export const lookWords = (what: LookedAt, which: string): string => words[what](which);
