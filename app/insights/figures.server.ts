import { and, asc, desc, eq, gte, lte, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { organisations } from "#db/schema/accounts";
import { submissions } from "#db/schema/assessments";
import { questionRounds } from "#db/schema/questions";
import { caseMoves, cases, decisions } from "#db/schema/review";
import { standardVersions } from "#db/schema/standards";
import { applicationHours, turnaroundFigures } from "#db/schema/turnaround";
import { caseStates } from "~/assessments/workflow";
import { addMonths, type Day, londonDay, startOfDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { pauseOf } from "~/review/questions";
import { type DecidedCase, Figures, figuresOf, monthsBack } from "./figures";

const Moves = z.array(z.object({ to: z.enum(caseStates), at: z.coerce.date() }));

/** Works the figures of today out, once a day: whoever reads them reads one row. Answers whether this was the time. */
export async function makeFigures(db: Db, clock: Clock): Promise<boolean> {
  const today = londonDay(clock.now());
  const made = await db.select({ day: turnaroundFigures.day }).from(turnaroundFigures).where(eq(turnaroundFigures.day, today));
  if (made.length > 0) return false;
  const from = addMonths(today, -monthsBack);
  const [decided, said] = await Promise.all([decidedCases(db, from, clock.now()), hoursSaidFrom(db, from, clock.now())]);
  await db
    .insert(turnaroundFigures)
    .values({ day: today, figures: figuresOf(decided, said, from, today), madeAt: clock.now() })
    .onConflictDoNothing();
  return true;
}

/** The newest figures there are on a day; undefined before the first. One read. */
export async function figuresAt(db: Db, today: Day): Promise<Figures | undefined> {
  const [row] = await db
    .select({ figures: turnaroundFigures.figures })
    .from(turnaroundFigures)
    .where(lte(turnaroundFigures.day, today))
    .orderBy(desc(turnaroundFigures.day))
    .limit(1);
  return row && Figures.parse(row.figures);
}

/** Those that have an outcome, the earliest first. A case that was put off counts once, when it is decided; one that was taken back never. */
async function decidedCases(db: Db, from: Day, now: Date): Promise<DecidedCase[]> {
  const rows = await db
    .select({
      openedAt: cases.openedAt,
      nation: organisations.nation,
      key: standardVersions.key,
      version: standardVersions.version,
      title: standardVersions.title,
      asked: { sentAt: questionRounds.sentAt, dueOn: questionRounds.dueOn, endedAt: questionRounds.endedAt },
      moves: sql<unknown>`(select json_agg(json_build_object('to', m.to_state, 'at', m.at) order by m.at, m.seq) from ${caseMoves} m where m.case_id = ${cases.id} and m.to_state <> m.from_state and m.at <= ${decisions.decidedAt})`,
    })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .innerJoin(standardVersions, eq(standardVersions.id, submissions.standardVersionId))
    .innerJoin(organisations, eq(organisations.id, cases.organisationId))
    .leftJoin(questionRounds, eq(questionRounds.caseId, cases.id))
    .where(and(ne(decisions.outcome, "deferred"), gte(decisions.decidedAt, startOfDay(from)), lte(decisions.decidedAt, now)))
    .orderBy(asc(decisions.decidedAt));
  return rows.map(({ asked, moves, ...row }) => ({ ...row, moves: Moves.parse(moves), pause: pauseOf(asked) }));
}

const hoursSaidFrom = (db: Db, from: Day, now: Date) =>
  db
    .select({ organisationId: submissions.organisationId, size: applicationHours.size, halfHours: applicationHours.halfHours })
    .from(applicationHours)
    .innerJoin(submissions, eq(submissions.id, applicationHours.submissionId))
    .where(and(gte(applicationHours.saidAt, startOfDay(from)), lte(applicationHours.saidAt, now)));
