import { type SQL, sql } from "drizzle-orm";
import type { Day } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { enqueue } from "~/platform/jobs.server";
import { among, closedAt, dayOf, type Ending, endRows, isClosed, isFree, isOverAt } from "../ending.server";
import { endAssessments } from "./drafts.server";

const due = (today: Day): SQL => sql`
  select c.id, ${dayOf(closedAt)} as since from cases c
  where ${isClosed} and ${isOverAt(closedAt, "cases", today)} and ${isFree(sql`c.organisation_id`, sql`c.id`)}
    and not exists (select 1 from marks k join decisions d on d.id = k.decision_id where d.case_id = c.id and k.valid_until >= ${today}::date)`;

/** Whatever belongs to a case, in an order in which it can go: a table with a `case_id`, or one that refers by a column to such a table. A test compares it with what the database knows. */
export const partsOfCase: readonly (string | readonly [table: string, column: string, of: string])[] = [
  ["questions", "round_id", "question_rounds"],
  "question_rounds",
  "check_ins",
  "circumstances",
  "supplements",
  "mark_answers",
  "ratings",
  "settlements",
  "talks",
  "third_ratings",
  ["purges", "lock_id", "privacy_locks"],
  ["privacy_openings", "lock_id", "privacy_locks"],
  "privacy_locks",
  "recommendations",
  "fact_checks",
  "claim_rulings",
  "case_visits",
  "case_views",
  "deadline_notices",
  "objection_answers",
  "objections",
  ["appeal_voices", "answer_id", "appeal_answers"],
  "appeal_answers",
  ["appeal_seats", "appeal_id", "appeals"],
  "appeals",
  "draws",
  "award_acceptances",
  ["waivers", "assignment_id", "assignments"],
  ["ties", "assignment_id", "assignments"],
  "assignments",
  "case_rounds",
  "case_moves",
  "retention_holds",
  ["letters", "decision_id", "decisions"],
];

/** A whole case goes at once: what was sent, how it was read, what was decided and the letter. A mark stays, and with it the public register. */
async function end(tx: Db, _: unknown, cases: string[]): Promise<void> {
  const sent = await idsIn(tx, sql`select s.id from submissions s join cases c on c.submission_id = s.id where c.id = any(${among(cases)})`);
  const assessments = await idsIn(tx, sql`select assessment_id as id from submissions where id = any(${among(sent)})`);
  const decisions = await idsIn(tx, sql`select id from decisions where case_id = any(${among(cases)})`);
  const letters = await tx.execute<{ key: string }>(sql`select storage_key as key from letters where decision_id = any(${among(decisions)})`);
  for (const { key } of letters) await enqueue(tx, "remove-file", { key }, `remove-file:${key}`);

  for (const part of partsOfCase) {
    if (typeof part === "string") await endRows(tx, part, "case_id", cases);
    else await endRows(tx, part[0], part[1], await idsIn(tx, sql`select id from ${sql.identifier(part[2])} where case_id = any(${among(cases)})`));
  }
  await tx.execute(sql`select forget_decisions(${among(decisions)})`);
  await endRows(tx, "decisions", "id", decisions);
  await endRows(tx, "cases", "id", cases);
  await tx.execute(sql`delete from application_hours where submission_id = any(${among(sent)})`);
  await endRows(tx, "submissions", "id", sent);
  await endAssessments(tx, assessments);
}

const idsIn = async (tx: Db, query: SQL) => (await tx.execute<{ id: string }>(query)).map(({ id }) => id);

export const casesEnd: Ending = { due, end, ofGroup: "cases", holds: "cases" };
