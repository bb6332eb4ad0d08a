import { and, eq, inArray } from "drizzle-orm";
import { supplements } from "#db/schema/review";
import type { Db } from "~/platform/database.server";
import type { QuestionRound } from "./questions";
import { SupplementContent } from "./supplement";

/** What was written in answer to each question so far, sent or not, by the question's id. For the provider's own people. One read. */
export async function answersOf(db: Db, { questions }: QuestionRound): Promise<Record<string, string>> {
  const ids = questions.map(({ id }) => id);
  const rows = await db
    .select({ id: supplements.sourceId, content: supplements.content })
    .from(supplements)
    .where(and(eq(supplements.why, "question"), inArray(supplements.sourceId, ids)));
  return Object.fromEntries(rows.map(({ id, content }) => [id!, SupplementContent.parse(JSON.parse(content)).words]));
}
