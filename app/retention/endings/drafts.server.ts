import { type SQL, sql } from "drizzle-orm";
import { addDays, type Day, startOfDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { among, dayOf, type Ending, endRows, isFree, isOverAt } from "../ending.server";
import { warnedAt, warnedBefore } from "../rules";

/** When somebody last did something in an assessment `a`. */
export const lastEdit = sql`greatest(a.created_at,
  (select max(w.saved_at) from answers w where w.assessment_id = a.id),
  (select max(n.at) from answer_comments n where n.assessment_id = a.id),
  (select max(r.at) from plausibility_replies r where r.assessment_id = a.id),
  (select max(greatest(s.given_at, s.done_at)) from section_work s where s.assessment_id = a.id),
  (select max(greatest(g.agreed_at, g.undone_at)) from draft_migrations g where a.id in (g.from_id, g.to_id)))`;

/** What the outbox calls a warning to one admin `m` about an assessment `a`: of this edit, at so many months. */
export const warningCause = (months: SQL): SQL => sql`'draft-ends:' || a.id || ':' || ${dayOf(lastEdit)} || ':' || ${months} || ':' || m.person_id`;

/** A draft goes when its last warning has been out for four weeks, or when there is nobody to warn. */
const warnedLongEnough = (today: Day): SQL => sql`(a.state <> 'draft'
  or not exists (select 1 from memberships m where m.organisation_id = a.organisation_id and m.role = 'admin')
  or exists (select 1 from memberships m join outbox o on o.cause = ${warningCause(sql.raw(`'${warnedAt[1]}'`))}
    where m.organisation_id = a.organisation_id and m.role = 'admin' and o.at < ${startOfDay(addDays(today, -warnedBefore)).toISOString()}::timestamptz))`;

/** Never sent, and left alone. One whose answers went on to a newer version stays while that is a draft: the move can be undone. */
const due = (today: Day): SQL => sql`
  select a.id, ${dayOf(lastEdit)} as since from assessments a
  where not exists (select 1 from submissions s where s.assessment_id = a.id)
    and not exists (select 1 from draft_migrations g join assessments n on n.id = g.to_id where g.from_id = a.id and g.undone_at is null and n.state = 'draft')
    and ${isOverAt(lastEdit, "drafts", today)} and ${isFree(sql`a.organisation_id`)} and ${warnedLongEnough(today)}`;

/** Everything that belongs to an assessment, then itself. What it lent its answers to stays, and forgets where they came from. */
export async function endAssessments(tx: Db, ids: string[]): Promise<void> {
  for (const [table, column] of partsOfAssessment) await endRows(tx, table, column, ids);
  await tx.execute(sql`update assessments set parent_id = null where parent_id = any(${among(ids)})`);
  await endRows(tx, "assessments", "id", ids);
}

export const partsOfAssessment = [
  ["plausibility_replies", "assessment_id"],
  ["answer_presence", "assessment_id"],
  ["section_work", "assessment_id"],
  ["draft_migrations", "from_id"],
  ["draft_migrations", "to_id"],
  ["answer_comments", "assessment_id"],
  ["answers", "assessment_id"],
] as const;

export const draftsEnd: Ending = { due, end: (tx, _, ids) => endAssessments(tx, ids), ofGroup: "assessments", holds: "assessments" };
