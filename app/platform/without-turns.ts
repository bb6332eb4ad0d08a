/** Unseen characters that say which way text runs. In a name they could make it read as another's, and no name needs them: paper and pages find the direction from the letters. */
const turns = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** What was typed, without the unseen characters that turn it. */
export const withoutTurns = (typed: string): string => typed.replace(turns, "");
