import { eq } from "drizzle-orm";
import { appealAnswers, appeals } from "#db/schema/appeals";
import type { Level } from "#standards/format";
import type { Db } from "~/platform/database.server";
import type { AnswerGiven } from "~/review/appeals/answer-given";
import { because } from "../cases";
import type { Gained, Model, Walker } from "./model";

/** What every appeal of a walk is about: a must-have, which always has a level. */
export const about = "MU-1.1";
export const nowhere = "00000000-0000-4000-8000-000000000000";
export const levels = [null, 2, 3] as const;

export const given = (level: Level | null, reason: string): AnswerGiven => ({ levels: { [about]: { level, reason: because } }, findings: {}, reason });
export const standing = (model: Model): Level => model.settled.get(about)?.level ?? model.between(about)[0];
/** What an answer with this one level comes to. */
export const outcomeOf = (from: Level, level: Level | null) => (level !== null && level > from ? "upheld" : "not_upheld");

/** Whoever read, rated, settled or decided has had a part in it. */
export const involved = (model: Model, who: Walker) => model.chosen.has(who) || model.hasRated(who) || model.appeal.settledBefore.has(who) || model.deciders.has(who);

/** A level that is changed opens the case again, for somebody else to decide. */
export function takesEffect(model: Model, by: Walker, from: Level, level: Level | null): Gained[] {
  if (level === null || level === from) return [];
  model.settled.set(about, { by, level });
  model.settlers.add(by);
  model.appeal.reopened = true;
  for (const who of model.deciders) model.appeal.decidedBefore.add(who);
  return model.move("system:review", "reopen", "deciding");
}

export async function appealIn(db: Db, caseId: string): Promise<string> {
  const [row] = await db.select({ id: appeals.id }).from(appeals).where(eq(appeals.caseId, caseId));
  return row?.id ?? nowhere;
}
/** What the panel wrote down last. */
export async function writtenIn(db: Db, caseId: string): Promise<string> {
  const rows = await db.select().from(appealAnswers).where(eq(appealAnswers.caseId, caseId)).orderBy(appealAnswers.seq);
  return rows.findLast(({ stage }) => stage === 2)?.id ?? nowhere;
}
