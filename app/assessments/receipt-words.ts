import { askingWords } from "./asking/words/asking-words";

/** What the hash of a submission is good for, as letters in English say it. */
export const fingerprintWords = askingWords("en")("sent.fingerprint");
