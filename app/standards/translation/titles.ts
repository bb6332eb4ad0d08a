/** What versions of standards are called in a language, by key and version. Undefined where it is not translated, and for English: whoever asks has that title already. */
export type Titles = (standard: { key: string; version: string }) => string | undefined;
