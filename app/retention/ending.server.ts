import { type SQL, sql } from "drizzle-orm";
import { addDays, type Day, startOfDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { overUpTo, type RuleKey, rules } from "./rules";

/** One kind of thing that ends. A new kind is a file of `endings/` and a line in `endings.server.ts`. */
export type Ending = {
  /** SQL that finds what is over on this day and not held back: `id`, and the day `since` which it has been counted. */
  due(today: Day): SQL;
  /** Ends these, in the caller's transaction. Called with what is due, and no other. */
  end(tx: Db, clock: Clock, ids: string[]): Promise<void>;
  /** Its table, where each row has the group it is of. */
  ofGroup?: "cases" | "assessments" | "evidence_files" | "link_captures" | "contact_checks" | "capacity_statements" | "concerns";
  /** The table whose rows somebody may be changing: those that are held by another are left for the next time. */
  holds?: "assessments" | "cases" | "evidence_files" | "outbox" | "concerns";
};

/** Whether the time that is counted from this instant is over. */
export const isOverAt = (instant: SQL, rule: RuleKey, today: Day): SQL => sql`${instant} < ${startOfDay(addDays(overUpTo(today, rules[rule]), 1)).toISOString()}::timestamptz`;
/** The same, counted from a calendar day. */
export const isOverOn = (day: SQL, rule: RuleKey, today: Day): SQL => sql`${day} <= ${overUpTo(today, rules[rule])}::date`;

/** The London day of an instant. */
export const dayOf = (instant: SQL): SQL => sql`(${instant} at time zone 'Europe/London')::date`;

/** When a case was over, for a case `c`: its last decision, its last move, the end of an appeal. */
export const closedAt = sql`greatest(c.opened_at, (select max(m.at) from case_moves m where m.case_id = c.id), (select max(d.decided_at) from decisions d where d.case_id = c.id), (select max(a.ended_at) from appeals a where a.case_id = c.id))`;
export const isClosed = sql`c.state in ('decided', 'withdrawn') and not exists (select 1 from appeals a where a.case_id = c.id and a.sent_at is not null and a.ended_at is null)`;

/** Whether nothing of this organisation, nor of this case, is held back. */
export const isFree = (organisation: SQL, ofCase: SQL = sql`null::uuid`): SQL =>
  sql`not exists (select 1 from retention_holds h where h.released_at is null and (h.organisation_id = ${organisation} or h.case_id = ${ofCase}))`;

/** A list as one value of SQL. */
export const among = (ids: readonly string[]): SQL => sql`${`{${ids.join(",")}}`}::uuid[]`;

/** Deletes rows of a table whose column names one of these. The database refuses what is not past its time, and then nothing of the transaction stands. */
export const endRows = (tx: Db, table: string, column: string, ids: readonly string[]) => tx.execute(sql`select end_rows(${table}, ${column}, ${among(ids)})`);
