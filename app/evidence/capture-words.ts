/** How a look at a web page ended: it was kept, or why there is nothing to keep. */
export const captureOutcomes = ["kept", "not_allowed", "no_answer", "too_big", "too_slow", "too_many_redirects", "kind_not_kept", "not_found"] as const;
export type CaptureOutcome = (typeof captureOutcomes)[number];

const words: Record<CaptureOutcome, string> = {
  kept: "Kept as it was on",
  not_allowed: "We may not open this address. Looked at on",
  no_answer: "We could not open it, so an assessor will try. Looked at on",
  too_big: "It is too big to keep, so an assessor will look at it. Looked at on",
  too_slow: "It took too long to answer, so an assessor will try. Looked at on",
  too_many_redirects: "It leads on and on, so an assessor will try. Looked at on",
  kind_not_kept: "We do not keep this kind of page, so an assessor will look at it. Looked at on",
  not_found: "There was nothing at this address, so an assessor will try. Looked at on",
};

/** The beginning of a sentence that ends with the moment. */
export const captureWords = (outcome: string) => words[outcome as CaptureOutcome] ?? words.no_answer;
