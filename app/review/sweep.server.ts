import { and, eq, inArray, isNull, lt, notExists, or, sql } from "drizzle-orm";
import { memberships, organisations, schemeRoles } from "#db/schema/accounts";
import { interests, ties } from "#db/schema/interests";
import { factChecks } from "#db/schema/reading";
import { assignments, cases, decisions } from "#db/schema/review";
import { moves } from "~/assessments/workflow";
import { addDays, londonDay, startOfDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { appealsDue } from "./appeals/sweep-appeals.server";
import { carryOn } from "./carry-on.server";
import { deferralDays } from "./deferral";
import { deferralLapsed } from "./deferral-letters";
import { lapseQuestions } from "./end-questions.server";
import { lockCase, readCase, talkEndedOf, talkSinceOf } from "./find-case.server";
import { barKinds, distanceKinds, type Kind } from "./interests/kinds";
import { readBeing } from "./interests/objection";
import { tellProvider } from "./tell.server";

const belongs = sql`exists (select 1 from ${memberships} m where m.organisation_id = ${cases.organisationId} and m.person_id = ${assignments.personId})`;
/** However long ago: which of them still count is asked of each. */
const hasTold = (kinds: Kind[]) => sql`exists (select 1 from ${interests} i where i.person_id = ${assignments.personId}
  and ${inArray(sql`i.kind`, kinds)} and (i.organisation_id = ${cases.organisationId} or (i.organisation_id is null and lower(i.organisation_name) = lower(${organisations.name}))))`;

const noAssessor = sql`not exists (select 1 from ${schemeRoles} r where r.person_id = ${assignments.personId} and r.role = 'assessor')`;

const atOnce = 200;
const weekLong = 6 * 24 * 60 * 60 * 1000;

/**
 * Carries on every case in which something is due that no command brings about: a reader who has come to belong to the provider, has told of a tie that bars them, or is no assessor any more, leaves; one who has stated a tie that bars nobody waits for leave; what two readers have talked over too long goes to the moderators; questions whose last day is over are waited for no longer; a deferral that was not answered in time, or a draft report that nobody said anything of, goes to the decision; and what is due in appeals.
 * Answers how many moved. Each moves in a transaction of its own, asked again once it is held, so twice is as good as once.
 */
export async function carryOnDue(db: Db, clock: Clock): Promise<number> {
  const due = await db
    .selectDistinct({ id: cases.id })
    .from(cases)
    .innerJoin(assignments, and(eq(assignments.caseId, cases.id), isNull(assignments.endedAt)))
    .innerJoin(organisations, eq(organisations.id, cases.organisationId))
    .where(and(inArray(cases.state, [...moves.lose_reader.from]), or(belongs, hasTold(barKinds), noAssessor)))
    .limit(atOnce);
  const near = await db
    .selectDistinct({ id: cases.id })
    .from(cases)
    .innerJoin(assignments, and(eq(assignments.caseId, cases.id), isNull(assignments.endedAt), eq(assignments.declaration, "none")))
    .innerJoin(organisations, eq(organisations.id, cases.organisationId))
    .where(and(inArray(cases.state, [...readBeing]), hasTold(distanceKinds), notExists(db.select({ one: sql`1` }).from(ties).where(eq(ties.assignmentId, assignments.id)))))
    .limit(atOnce);
  const unanswered = await db
    .selectDistinct({ id: cases.id })
    .from(cases)
    .innerJoin(
      decisions,
      and(eq(decisions.caseId, cases.id), eq(decisions.outcome, "deferred"), lt(decisions.decidedAt, startOfDay(addDays(londonDay(clock.now()), -deferralDays)))),
    )
    .where(inArray(cases.state, [...moves.lapse.from]))
    .limit(atOnce);
  const unchecked = await db
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(factChecks, and(eq(factChecks.caseId, cases.id), isNull(factChecks.endedAt), lt(factChecks.dueOn, londonDay(clock.now()))))
    .where(inArray(cases.state, [...moves.let_stand.from]))
    .limit(atOnce);
  // Such as were ready to decide before there were draft reports.
  const unreported = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(inArray(cases.state, [...moves.send_report.from]), notExists(db.select({ one: sql`1` }).from(factChecks).where(eq(factChecks.caseId, cases.id)))))
    .limit(atOnce);
  const talking = await talkingTooLong(db, clock);
  let moved = (await lapseQuestions(db, clock)) + (await appealsDue(db, clock));
  for (const id of new Set([...due, ...near, ...talking, ...unanswered, ...unchecked, ...unreported].map((each) => each.id))) if (await carryOnCase(db, clock, id)) moved += 1;
  return moved;
}

/** Five working days are never fewer than seven days; which are over by the calendar of their nation is asked of each. Only where everything is read twice is there something to talk over. */
const talkingTooLong = (db: Db, clock: Clock) =>
  db
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        inArray(cases.state, [...moves.end_talk.from]),
        eq(cases.reading, "whole"),
        eq(talkEndedOf, false),
        sql`${talkSinceOf}::timestamptz < ${new Date(clock.now().getTime() - weekLong).toISOString()}::timestamptz`,
      ),
    )
    .limit(atOnce);

/** Carries on one case, held meanwhile. Answers whether it moved. */
export const carryOnCase = (db: Db, clock: Clock, id: string): Promise<boolean> =>
  db.transaction(async (tx) => {
    const file = (await lockCase(tx, id)) ? await readCase(tx, id) : undefined;
    if (!file) return false;
    const moved = await carryOn(tx, clock, file);
    if (file.state === "deferred" && moved !== file) await tellProvider(tx, clock, moved, deferralLapsed, paths.sent(file.submission.assessmentId));
    return moved !== file;
  });
