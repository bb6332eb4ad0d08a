import { z } from "zod";
import { perLanguage } from "~/platform/words";
import { asKept } from "./answer";
import { askingWords } from "./asking/words/asking-words";
import { numberIn } from "./missing-words";
import { assessmentWords } from "./words/assessment-words";

const most = 2000;

/** What somebody says to the others of their group about one question. Never sent, never seen by assessors. */
export const commentWords = perLanguage((language) => {
  const empty = assessmentWords(language)("comment.empty");
  const tooLong = askingWords(language)("kept.too_long", { most: numberIn(most, language) });
  return z.string({ error: empty }).overwrite(asKept).trim().min(1, empty).max(most, tooLong);
});

export type Comment = {
  id: string;
  by: string;
  at: string;
  words: string;
  /** Said under another version; with a title where the question was another one too. */
  under?: { version: string; title: string | undefined };
};
