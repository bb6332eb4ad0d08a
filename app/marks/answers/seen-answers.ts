import type { Reading } from "~/review/desk";

type Since = Reading["since"][number];
/** One answer as somebody of the scheme reads it: without what is locked. */
export type SeenAnswer = Pick<Since, "words" | "evidence" | "pages" | "locked" | "at"> & {
  id: string;
  supplementId: string;
  criterion: string;
  title: string;
  files: Reading["files"];
  /** Waits for a moderator. */
  waiting: boolean;
  reply: { words: string; at: string } | null;
  accepted: boolean;
  mayReturn: boolean;
};
export type SeenAnswers = { caseId: string | null; mayLock: boolean; answers: SeenAnswer[] };
