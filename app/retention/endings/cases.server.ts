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

/** Whatever refers to a case, in an order in which it can go. A test compares it with what the database knows. */
export const partsOfCase = ["supplements", "ratings", "settlements", "talks", "draws", "award_acceptances", "assignments", "case_rounds", "case_moves", "retention_holds"] as const;

/** A whole case goes at once: what was sent, how it was read, what was decided and the letter. A mark stays, and with it the public register. */
async function end(tx: Db, _: unknown, ids: string[]): Promise<void> {
  const sent = await idsOf(tx, sql`select s.id, s.assessment_id as other from submissions s join cases c on c.submission_id = s.id where c.id = any(${among(ids)})`);
  const asked = await idsOf(tx, sql`select id, null as other from question_rounds where case_id = any(${among(ids)})`);
  const decided = await idsOf(tx, sql`select id, null as other from decisions where case_id = any(${among(ids)})`);
  const decisions = decided.map(({ id }) => id);
  const letters = await tx.execute<{ key: string }>(sql`select storage_key as key from letters where decision_id = any(${among(decisions)})`);
  for (const { key } of letters) await enqueue(tx, "remove-file", { key }, `remove-file:${key}`);

  await endRows(
    tx,
    "questions",
    "round_id",
    asked.map(({ id }) => id),
  );
  await endRows(tx, "question_rounds", "case_id", ids);
  for (const table of partsOfCase) await endRows(tx, table, "case_id", ids);
  await endRows(tx, "letters", "decision_id", decisions);
  await tx.execute(sql`select forget_decisions(${among(decisions)})`);
  await endRows(tx, "decisions", "case_id", ids);
  await endRows(tx, "cases", "id", ids);
  await endRows(
    tx,
    "submissions",
    "id",
    sent.map(({ id }) => id),
  );
  await endAssessments(
    tx,
    sent.flatMap(({ other }) => other ?? []),
  );
}

const idsOf = (tx: Db, query: SQL) => tx.execute<{ id: string; other: string | null }>(query);

export const casesEnd: Ending = { due, end, holds: "cases" };
