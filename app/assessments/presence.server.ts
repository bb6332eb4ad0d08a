import { and, asc, eq, gt, lt, ne } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { answerPresence } from "#db/schema/assessments";
import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { applicable } from "~/standards/applies";
import { assessmentFor } from "./draft.server";

const minute = 60_000;
/** How long ago somebody may have been seen to count as here: asked by a form that asks again soon, and by a page that does not. */
export const hereNow = minute;
export const hereLately = 2 * minute;
const keptFor = 24 * 60 * minute;

type Question = { assessmentId: string; criterion: string };

/** Who else of the group had this question open within the last so many milliseconds, by name. */
export async function othersAt(db: Db, clock: Clock, actor: Actor, { assessmentId, criterion }: Question, within: number): Promise<string[]> {
  const rows = await db
    .select({ name: people.name })
    .from(answerPresence)
    .innerJoin(people, eq(people.id, answerPresence.personId))
    .where(
      and(
        eq(answerPresence.assessmentId, assessmentId),
        eq(answerPresence.criterion, criterion),
        ne(answerPresence.personId, actor.personId),
        gt(answerPresence.seenAt, new Date(clock.now().getTime() - within)),
      ),
    )
    .orderBy(asc(people.name));
  return rows.map(({ name }) => name);
}

/** Notes that somebody has this question open, and answers who else has. In an assessment that is no draft any more nobody is noted. Undefined when it is not the actor's or not asked. */
export async function noteHere(db: Db, clock: Clock, actor: Actor, question: Question): Promise<string[] | undefined> {
  const assessment = await assessmentFor(db, actor, question.assessmentId);
  if (!assessment || !applicable(assessment.version.standard, assessment.facts ?? {}).some(({ id }) => id === question.criterion)) return undefined;
  if (assessment.state !== "draft") return [];
  const seenAt = clock.now();
  await db
    .insert(answerPresence)
    .values({ ...question, personId: actor.personId, seenAt })
    .onConflictDoUpdate({ target: [answerPresence.assessmentId, answerPresence.criterion, answerPresence.personId], set: { seenAt } });
  return othersAt(db, clock, actor, question, hereNow);
}

/** Forgets who had what open longer than a day ago. */
export async function forgetPresence(db: Db, clock: Clock): Promise<void> {
  await db.delete(answerPresence).where(lt(answerPresence.seenAt, new Date(clock.now().getTime() - keptFor)));
}
