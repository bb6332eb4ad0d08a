import { and, eq, sql } from "drizzle-orm";
import { appeals } from "#db/schema/appeals";
import { submissions } from "#db/schema/assessments";
import { markEvents, marks } from "#db/schema/marks";
import { caseRounds, cases, decisions } from "#db/schema/review";
import { standardVersions } from "#db/schema/standards";
import { addDays, londonDay, startOfDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { clockRules } from "~/review/clocks";
import { KeptScore } from "~/review/outcome";
import { findMarks } from "./find-marks.server";
import { CannotAward, giveMark, holdProvider } from "./give-mark.server";
import { awardLevels } from "./mark";
import { hasEnded, statusOf, suspensionStands } from "./status";

const atOnce = 100;

/**
 * Gives the marks of decisions that waited because they lower one in force (`lowers`): once nobody has appealed by day 28, the first answer is there or the appeal was taken back, or the higher mark has run out.
 * Not where the case is decided anew, something newer took the mark's place, or it was withdrawn or given up since. While the higher mark is suspended it waits on. Answers how many were given. Twice is as good as once.
 */
export async function lowerDue(db: Db, clock: Clock): Promise<number> {
  const due = await db
    .select({ id: decisions.id })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .innerJoin(standardVersions, eq(standardVersions.id, submissions.standardVersionId))
    .where(isDue(clock.now()))
    .orderBy(decisions.decidedAt)
    .limit(atOnce);
  let given = 0;
  for (const { id } of due) if (await lower(db, clock, id)) given += 1;
  return given;
}

const isDue = (now: Date) => {
  const today = londonDay(now);
  const answered = sql`exists (select 1 from ${appeals} a where a.decision_id = ${decisions.id} and a.state in ('answered', 'with_panel', 'deliberating', 'closed', 'withdrawn'))`;
  const open = sql`exists (select 1 from ${appeals} a where a.decision_id = ${decisions.id} and a.state in ('sent', 'taken'))`;
  const over = sql`${decisions.decidedAt} < ${startOfDay(addDays(today, -clockRules.appeal.days)).toISOString()}`;
  const theirs = sql`m.organisation_id = ${cases.organisationId} and m.standard_key = ${standardVersions.key}`;
  const runsOn = sql`exists (select 1 from ${marks} m where ${theirs} and m.valid_until >= ${today} and not exists (select 1 from ${marks} n where n.supersedes_id = m.id))`;
  return and(
    eq(cases.state, "decided"),
    sql`${decisions.outcome} in ${awardLevels}`,
    sql`not exists (select 1 from ${marks} m where m.decision_id = ${decisions.id})`,
    sql`not exists (select 1 from ${caseRounds} r where r.case_id = ${cases.id} and (r.no > ${decisions.round} or r.kind = 'appeal'))`,
    sql`not exists (select 1 from ${marks} m where ${theirs} and m.created_at >= ${decisions.decidedAt})`,
    sql`not exists (select 1 from ${marks} m join ${markEvents} e on e.mark_id = m.id where ${theirs} and e.kind in ('withdraw', 'surrender') and e.confirmed_at >= ${decisions.decidedAt})`,
    sql`((${over} and not ${open}) or ${answered} or not ${runsOn})`,
  );
};

async function lower(db: Db, clock: Clock, id: string): Promise<boolean> {
  try {
    return await db.transaction(async (tx) => {
      const [decision] = await tx.select().from(decisions).where(eq(decisions.id, id));
      const about = decision && (await holdProvider(tx, decision.caseId));
      const level = awardLevels.find((each) => each === decision?.outcome);
      if (!decision || !about || !level || (await tx.$count(marks, eq(marks.decisionId, id))) > 0) return false;
      const now = clock.now();
      const held = await findMarks(tx, and(eq(marks.organisationId, about.organisationId), eq(marks.standardKey, about.holder.standard.key)));
      const suspended = held[0] !== undefined && suspensionStands(held[0].facts, now);
      const current = held.map((mark) => ({ id: mark.id, code: mark.code, status: statusOf(mark.facts, now).status })).find(({ status }) => !hasEnded(status));
      const { score, decidedAt } = decision;
      await giveMark(tx, { now: () => now }, { system: "award" }, { about, decision: { id, score: KeptScore.parse(score), decidedAt }, level, current, suspended });
      return true;
    });
  } catch (error) {
    if (error instanceof CannotAward) return false;
    throw error;
  }
}
