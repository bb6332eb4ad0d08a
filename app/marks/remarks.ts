import type { Level } from "#standards/format";
import { asOfRound, type CaseFile } from "~/review/case-file";
import { finalRatings } from "./final-ratings";

/** What the group said was wrong in its draft report about one criterion, and the level that stood there when it did. */
export type Remark = { criterion: string; words: string; before: Level | null };

/** What the group said of its draft reports until this decision, oldest first. Words that were locked are not in the file, and so not here. */
export function remarksUntil(file: CaseFile, decidedAt: Date): Remark[] {
  const remarks = file.supplements.filter(({ why, sentAt }) => why === "facts" && sentAt <= decidedAt);
  return remarks.map(({ criterion, sentAt, content }) => {
    const again = file.rounds.find(({ kind, openedAt, criteria }) => kind === "facts" && openedAt >= sentAt && criteria.includes(criterion));
    const then = again ? asOfRound(file, again.no - 1) : file;
    return { criterion, words: content.words.trim(), before: finalRatings(then)[criterion]?.level ?? null };
  });
}
