import { z } from "zod";
import { asKept } from "./answer";

/** What somebody says to the others of their group about one question. Never sent, never seen by assessors. */
export const CommentWords = z.string({ error: "Write something first" }).overwrite(asKept).trim().min(1, "Write something first").max(2000, "Use 2,000 characters or fewer");

export type Comment = {
  id: string;
  by: string;
  at: string;
  words: string;
  /** Said under another version; with a title where the question was another one too. */
  under?: { version: string; title: string | undefined };
};

/** "2 comments", or nothing when there are none. */
export const commentsWords = (count: number): string => (count === 0 ? "" : count === 1 ? "1 comment" : `${count} comments`);
