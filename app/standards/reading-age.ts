import { syllable } from "syllable";

/**
 * About how old a reader has to be for a text: the Flesch–Kincaid grade (Kincaid and others 1975) and the five years before the first.
 * A rough measure: it counts syllables and the length of sentences, and knows nothing of meaning.
 */
export function readingAge(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)/u).filter((each) => /\p{L}/u.test(each)).length;
  const words = text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return Math.round(0.39 * (words.length / Math.max(1, sentences)) + 11.8 * (syllables / words.length) - 15.59) + 5;
}
