import { and, asc, count, eq } from "drizzle-orm";
import { z } from "zod";
import { people } from "#db/schema/accounts";
import { answerComments } from "#db/schema/assessments";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { applicable } from "~/standards/applies";
import { type Comment, CommentWords } from "./comment";
import { assessmentFor } from "./draft.server";
import { standingsIn } from "./reach";
import { permit, type Refusal } from "./workflow";

/** What the group said to each other about one question, oldest first. Only for its own people: whoever asks found the assessment through the actor. */
export async function commentsOn(db: Db, assessmentId: string, criterion: string): Promise<Comment[]> {
  const rows = await db
    .select({ id: answerComments.id, by: people.name, at: answerComments.at, words: answerComments.words })
    .from(answerComments)
    .innerJoin(people, eq(people.id, answerComments.by))
    .where(and(eq(answerComments.assessmentId, assessmentId), eq(answerComments.criterion, criterion)))
    .orderBy(asc(answerComments.at), asc(answerComments.id));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** How many comments each question of an assessment has. */
export async function commentCounts(db: Db, assessmentId: string): Promise<Record<string, number>> {
  const rows = await db
    .select({ criterion: answerComments.criterion, comments: count() })
    .from(answerComments)
    .where(eq(answerComments.assessmentId, assessmentId))
    .groupBy(answerComments.criterion);
  return Object.fromEntries(rows.map(({ criterion, comments }) => [criterion, comments]));
}

/** `id` is chosen by the page with the form: the same form sent twice is one comment. */
export type NewComment = { id: string; assessmentId: string; criterion: string; words: string };
export type Commented = { ok: true } | { ok: false; why: Refusal | "not_asked" } | { ok: false; why: "faulty"; words: string };

/** Says something to the others of the group about a question. Refuses nothing said, too much, a question that is not asked, and an assessment that is no longer a draft. Undefined when it is not the actor's. */
export async function comment(db: Db, clock: Clock, actor: Actor, { id, assessmentId, criterion, words }: NewComment): Promise<Commented | undefined> {
  return db.transaction(async (tx): Promise<Commented | undefined> => {
    const assessment = await assessmentFor(tx, actor, assessmentId, "share");
    if (!assessment) return undefined;
    const allowed = permit("answer", { state: assessment.state, standings: standingsIn(actor, assessment.organisationId), bars: [], met: [] });
    if (!allowed.ok) return allowed;
    if (!applicable(assessment.version.standard, assessment.facts ?? {}).some((each) => each.id === criterion)) return { ok: false, why: "not_asked" };
    const read = CommentWords.safeParse(words);
    if (!read.success) return { ok: false, why: "faulty", words: read.error.issues[0]!.message };
    const at = clock.now();
    const row = { id: z.uuid().safeParse(id).data ?? crypto.randomUUID(), assessmentId: assessment.id, criterion, words: read.data, by: actor.personId, at };
    const made = await tx.insert(answerComments).values(row).onConflictDoNothing().returning({ id: answerComments.id });
    if (made.length > 0) await record(tx, { personId: actor.personId }, at, { type: "assessment.commented", subject: assessment.id, data: { criterion } });
    return { ok: true };
  });
}
