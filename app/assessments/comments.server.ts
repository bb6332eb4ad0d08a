import { sql } from "drizzle-orm";
import { z } from "zod";
import { people } from "#db/schema/accounts";
import { answerComments } from "#db/schema/assessments";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { applicable } from "~/standards/applies";
import { versionsById } from "~/standards/versions.server";
import { type Comment, commentWords } from "./comment";
import { assessmentFor } from "./draft.server";
import { lineOf } from "./line.server";
import { standingsIn } from "./reach";
import { sameQuestion } from "./same-question";
import { permit, type Refusal } from "./workflow";

/** Where a comment was said, and for which version it is looked for; ids of versions. */
type Place = { criterion: string; versionId: string; ownId: string; versions: string[] };
const place = sql`c.criterion, line.standard_version_id as "versionId", line.own_version_id as "ownId", line.versions`;

/**
 * What the group said to each other about one question, oldest first: also under the versions that the draft was moved from and to, where the question is the same or took it up.
 * One read. Only for its own people: whoever asks found the assessment through the actor.
 */
export async function commentsOn(db: Db, assessmentId: string, criterion: string): Promise<Comment[]> {
  const rows = await db.execute<Place & { id: string; by: string; at: string; words: string }>(sql`
    with recursive ${lineOf(assessmentId)}
    select c.id, p.name as by, c.at, c.words, ${place}
    from line join ${answerComments} c on c.assessment_id = line.id join ${people} p on p.id = c.by
    where line.standard_version_id <> line.own_version_id or c.criterion = ${criterion}
    order by c.at, c.id`);
  const found = await foundIn(db, rows);
  return found.flatMap(({ row: { id, by, at, words }, questions, under }) =>
    questions.includes(criterion)
      ? [{ id, by, at: new Date(at).toISOString(), words, ...(under && { under: { version: under.version, title: under.criterion === criterion ? undefined : under.title } }) }]
      : [],
  );
}

/** How many comments each question of an assessment has, counted as `commentsOn` finds them. One read. */
export async function commentCounts(db: Db, assessmentId: string): Promise<Record<string, number>> {
  const rows = await db.execute<Place & { comments: number }>(sql`
    with recursive ${lineOf(assessmentId)}
    select count(*)::int as comments, ${place}
    from line join ${answerComments} c on c.assessment_id = line.id
    group by c.criterion, line.standard_version_id, line.own_version_id, line.versions`);
  const counts: Record<string, number> = {};
  for (const { row, questions } of await foundIn(db, rows)) for (const each of questions) counts[each] = (counts[each] ?? 0) + row.comments;
  return counts;
}

/** Each with the questions of the version it is looked for, and under what it was said where that is another version. */
async function foundIn<Row extends Place>(db: Db, rows: readonly Row[]) {
  const versions = await versionsById(db, rows[0]?.versions ?? []);
  const standards = versions.map(({ standard }) => standard);
  const standardOf = (wanted: string) => versions.find(({ id }) => id === wanted)!.standard;
  return rows.map((row) => {
    const [own, given] = [standardOf(row.ownId), standardOf(row.versionId)];
    if (own === given) return { row, questions: [row.criterion], under: undefined };
    const title = given.criteria.find(({ id }) => id === row.criterion)?.title;
    return {
      row,
      questions: sameQuestion(standards, { version: given.version, criterion: row.criterion }, own.version),
      under: { version: given.version, criterion: row.criterion, title },
    };
  });
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
    const read = commentWords(actor.language).safeParse(words);
    if (!read.success) return { ok: false, why: "faulty", words: read.error.issues[0]!.message };
    const at = clock.now();
    const row = { id: z.uuid().safeParse(id).data ?? crypto.randomUUID(), assessmentId: assessment.id, criterion, words: read.data, by: actor.personId, at };
    const made = await tx.insert(answerComments).values(row).onConflictDoNothing().returning({ id: answerComments.id });
    if (made.length > 0) await record(tx, { personId: actor.personId }, at, { type: "assessment.commented", subject: assessment.id, data: { criterion } });
    return { ok: true };
  });
}
