/** How a look at a web page ended: it was kept, or why there is nothing to keep. */
export const captureOutcomes = ["kept", "not_allowed", "no_answer", "too_big", "too_slow", "too_many_redirects", "kind_not_kept", "not_found"] as const;
export type CaptureOutcome = (typeof captureOutcomes)[number];

/** The key of the sentence about it, among those of the library's links. An outcome that nobody knows any more is one that an assessor looks at. */
export const captureWords = (outcome: string): CaptureOutcome => captureOutcomes.find((each) => each === outcome) ?? "no_answer";
