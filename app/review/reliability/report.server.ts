import { and, desc, eq, gte, lt } from "drizzle-orm";
import { submissions } from "#db/schema/assessments";
import { agreementReports, guidanceReviews } from "#db/schema/reliability";
import { cases, settlements } from "#db/schema/review";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type StandardVersion, versionsById } from "~/standards/versions.server";
import { type Agreement, agreementOver } from "../agreement";
import { type BlindPairs, blindPairs } from "../agreement.server";
import { quarterOf } from "../depth";
import { figuresOf, worstOf } from "./figures";
import { reviewsStanding } from "./guidance.server";
import { permitGuidance } from "./guidance-moves";
import { boundsOf, type Quarter, quarterBefore } from "./quarters";
import { QuarterReport } from "./report";

/** The newest report, or undefined before the first. One read. */
export async function newestReport(db: Db): Promise<(QuarterReport & { madeAt: Date }) | undefined> {
  const [row] = await db.select().from(agreementReports).orderBy(desc(agreementReports.quarter)).limit(1);
  return row && { ...QuarterReport.parse(row.figures), madeAt: row.madeAt };
}

/**
 * Once a quarter is over, and once only, if anything was ever read by two until then: keeps how far readers agreed in it, and opens a review of guidance for the three worst criteria below their aim
 * and for every one on which two readers were two or three levels apart (Standard rules §C.5). Answers how many reviews it opened.
 */
export async function reportQuarter(db: Db, clock: Clock): Promise<number> {
  const quarter = quarterBefore(quarterOf(londonDay(clock.now())));
  const done = await db.select({ quarter: agreementReports.quarter }).from(agreementReports).where(eq(agreementReports.quarter, quarter));
  if (done.length > 0) return 0;
  return db.transaction(async (tx) => {
    const { until } = boundsOf(quarter);
    const now = clock.now();
    const soFar = await blindPairs(tx, { until });
    if (soFar.length === 0) return 0;
    const inQuarter = soFar.filter((each) => each.quarter === quarter);
    const versions = await versionsById(tx, [...new Set(soFar.map(({ versionId }) => versionId))]);
    const report: QuarterReport = { quarter, inQuarter: linesOf(inQuarter, versions), soFar: linesOf(soFar, versions) };
    const [kept] = await tx.insert(agreementReports).values({ quarter, figures: report, madeAt: now }).onConflictDoNothing().returning();
    if (!kept) return 0;
    const opened = await openReviews(tx, clock, quarter, inQuarter, versions);
    await record(tx, { system: "review" }, now, { type: "agreement.reported", subject: quarter, data: {} });
    for (const { id, criterion, why } of opened) await record(tx, { system: "review" }, now, { type: "guidance.opened", subject: id, data: { criterion, quarter, why } });
    return opened.length;
  });
}

function linesOf(counted: readonly BlindPairs[], versions: readonly StandardVersion[]): QuarterReport["soFar"] {
  const titles = new Map(versions.map(({ standard }) => [standard.key, standard.title]));
  const standards = [...titles].map(([key, title]) => ({ key, title, agreement: agreementOver(counted.filter((each) => each.key === key)) }));
  return { overall: agreementOver(counted), standards: standards.sort((one, other) => one.title.localeCompare(other.title)) };
}

type Found = { versionId: string; criterion: string; why: "low_agreement" | "far_apart"; figures: Agreement };

/** Leaves out what is being looked at already, and what was in this quarter. */
async function openReviews(tx: Db, clock: Clock, quarter: Quarter, inQuarter: readonly BlindPairs[], versions: readonly StandardVersion[]) {
  const worst = worstOf(figuresOf(inQuarter, versions)).map(({ versionId, id, agreement }): Found => ({ versionId, criterion: id, why: "low_agreement", figures: agreement }));
  const apart = (await farApartIn(tx, quarter)).map(
    ({ versionId, criterion }): Found => ({
      versionId,
      criterion,
      why: "far_apart",
      figures: agreementOver(inQuarter.filter((each) => each.versionId === versionId && each.criterion === criterion)),
    }),
  );
  const name = ({ versionId, criterion }: Pick<Found, "versionId" | "criterion">) => `${versionId} ${criterion}`;
  const there = new Set((await reviewsStanding(tx, quarter)).map(name));
  const found = [...new Map([...apart, ...worst].map((each) => [name(each), each])).values()].filter(
    (each) => permitGuidance("find", { state: "none", standings: ["system"], met: there.has(name(each)) ? [] : ["not_this_quarter"] }).ok,
  );
  if (found.length === 0) return [];
  const openedAt = clock.now();
  return tx
    .insert(guidanceReviews)
    .values(found.map(({ versionId, ...each }) => ({ standardVersionId: versionId, quarter, state: "open" as const, openedAt, ...each })))
    .onConflictDoNothing()
    .returning({ id: guidanceReviews.id, criterion: guidanceReviews.criterion, why: guidanceReviews.why });
}

/** What a moderator settled in this quarter because two readers were two or three levels apart. */
function farApartIn(tx: Db, quarter: Quarter) {
  const { from, until } = boundsOf(quarter);
  return tx
    .selectDistinct({ versionId: submissions.standardVersionId, criterion: settlements.criterion })
    .from(settlements)
    .innerJoin(cases, eq(cases.id, settlements.caseId))
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .where(and(eq(settlements.flagged, true), gte(settlements.settledAt, from), lt(settlements.settledAt, until)));
}
