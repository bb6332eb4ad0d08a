import { and, asc, eq } from "drizzle-orm";
import { markAnswers } from "#db/schema/mark-answers";
import { supplements } from "#db/schema/review";
import type { Db } from "~/platform/database.server";
import { SupplementContent } from "~/review/supplement";
import type { MarkAnswerState } from "./answer-moves";

/** One answer with its words and evidence, as the group itself reads it. `reply` is what a moderator said is not yet there. */
export type KeptAnswer = {
  id: string;
  criterion: string;
  topUpId: string | null;
  state: MarkAnswerState;
  supplementId: string;
  savedAt: Date;
  sentAt: Date | null;
  repliedAt: Date | null;
  reply: string | null;
  content: SupplementContent;
};

/** Everything a group wrote for one mark, drafts too, oldest first. For its own people: what is locked is hidden from others elsewhere. One read. */
export async function answersKept(db: Db, markId: string): Promise<KeptAnswer[]> {
  const rows = await db
    .select({ answer: markAnswers, supplementId: supplements.id, savedAt: supplements.savedAt, content: supplements.content })
    .from(markAnswers)
    .innerJoin(supplements, and(eq(supplements.caseId, markAnswers.caseId), eq(supplements.why, "condition"), eq(supplements.sourceId, markAnswers.id)))
    .where(eq(markAnswers.markId, markId))
    .orderBy(asc(markAnswers.openedAt), asc(markAnswers.id));
  return rows.map(({ answer: { id, criterion, topUpId, state, sentAt, repliedAt, reply }, supplementId, savedAt, content }) => ({
    id,
    criterion,
    topUpId,
    state,
    supplementId,
    savedAt,
    sentAt,
    repliedAt,
    reply,
    content: SupplementContent.parse(JSON.parse(content)),
  }));
}

type Of = { criterion: string; topUpId: string | null };
export const isAbout =
  ({ criterion, topUpId }: Of) =>
  (answer: Of): boolean =>
    answer.criterion === criterion && answer.topUpId === topUpId;
