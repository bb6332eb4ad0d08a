import { and, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { people } from "#db/schema/accounts";
import { answers, assessments } from "#db/schema/assessments";
import { Facts } from "#standards/format";
import { type Actor, membershipIn } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { newestRowOf } from "~/standards/translation/newest.server";
import { type StandardVersion, versionById } from "~/standards/versions.server";
import { Answer, type Answers } from "./answer";
import { Carried } from "./carried";
import type { AssessmentState } from "./workflow";

/** A self-assessment as its own people see it. `facts` is undefined until the first questions were answered. */
export type Assessment = {
  id: string;
  organisationId: string;
  state: AssessmentState;
  facts: Facts | undefined;
  version: StandardVersion;
  parentId: string | null;
  createdAt: Date;
};

/** Found through the actor: undefined when it is not one of their organisations'. `lock` holds its state still until the transaction ends. */
export async function assessmentFor(db: Db, actor: Actor, id: string, lock?: "share" | "update"): Promise<Assessment | undefined> {
  return (await found(db, actor, id, "en", lock))?.assessment;
}

/** The same, with which row the newest translation of its standard is kept in: null where there is none, and for English. One read. */
export const assessmentAndTranslation = (db: Db, actor: Actor, id: string) => found(db, actor, id, actor.language);

async function found(db: Db, actor: Actor, id: string, language: Language, lock?: "share" | "update"): Promise<{ assessment: Assessment; translation: string | null } | undefined> {
  const organisations = actor.memberships.map((each) => each.organisationId);
  if (organisations.length === 0 || !z.uuid().safeParse(id).success) return undefined;
  const rows = db
    .select({ ...getTableColumns(assessments), translation: language === "en" ? sql<null>`null` : newestRowOf(language, assessments.standardVersionId) })
    .from(assessments)
    .where(and(eq(assessments.id, id), inArray(assessments.organisationId, organisations)));
  const [row] = await (lock ? rows.for(lock) : rows);
  if (!row || !membershipIn(actor, row.organisationId)) return undefined;
  const version = await versionById(db, row.standardVersionId);
  if (!version) throw new Error(`The version of assessment ${row.id} is not there`);
  const { organisationId, state, facts, parentId, createdAt, translation } = row;
  return { assessment: { id: row.id, organisationId, state, facts: facts === null ? undefined : Facts.parse(facts), version, parentId, createdAt }, translation };
}

/** An answer as it is kept, with who saved it last. */
export type HeldAnswer = { criterion: string; answer: Answer; privateNote: string; carried: Carried | undefined; version: number; savedAt: Date; savedBy: string };

/** The answers of one assessment, or one of them. Only for its own people: private notes are among them. */
export async function heldAnswers(db: Db, assessmentId: string, criterion?: string): Promise<HeldAnswer[]> {
  const rows = await db
    .select({
      criterion: answers.criterion,
      content: answers.content,
      privateNote: answers.privateNote,
      carried: answers.carried,
      version: answers.version,
      savedAt: answers.savedAt,
      savedBy: people.name,
    })
    .from(answers)
    .innerJoin(people, eq(people.id, answers.savedBy))
    .where(and(eq(answers.assessmentId, assessmentId), criterion === undefined ? undefined : eq(answers.criterion, criterion)));
  return rows.map(({ content, carried, ...row }) => ({ ...row, answer: Answer.parse(content), carried: carried === null ? undefined : Carried.parse(carried) }));
}

export const byCriterion = (held: readonly HeldAnswer[]): Answers => Object.fromEntries(held.map(({ criterion, answer }) => [criterion, answer]));

/** The questions whose answers came from last time, and nobody has said yet that they are still true. */
export const fromLastTimeIn = (held: readonly HeldAnswer[]): ReadonlySet<string> =>
  new Set(held.filter(({ carried }) => carried?.needs === "still").map(({ criterion }) => criterion));
