import { and, asc, desc, eq, or, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { people } from "#db/schema/accounts";
import { guidanceReviews } from "#db/schema/reliability";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { versionById, versionsById } from "~/standards/versions.server";
import { agreementOver } from "../agreement";
import { blindPairs } from "../agreement.server";
import { quarterOf } from "../depth";
import { type ReasonFault, reasonFault } from "../rating";
import { type GuidanceOutcome, type GuidanceReview, guidanceStandings } from "./guidance";
import { type GuidanceRefusal, permitGuidance } from "./guidance-moves";
import { boundsOf, type Quarter } from "./quarters";
import { Figures } from "./report";

const mostListed = 100;

/** Every review that is open, oldest first. At most two reads. */
export const openReviews = (db: Db): Promise<GuidanceReview[]> => reviews(db, eq(guidanceReviews.state, "open"), [asc(guidanceReviews.openedAt), asc(guidanceReviews.criterion)]);

/** Those that were closed, the newest first. At most two reads. */
export const closedReviews = (db: Db): Promise<GuidanceReview[]> => reviews(db, eq(guidanceReviews.state, "closed"), [desc(guidanceReviews.closedAt)]);

/** One review; undefined where there is none. */
export async function reviewById(db: Db, id: string): Promise<GuidanceReview | undefined> {
  const known = z.uuid().safeParse(id);
  return known.success ? (await reviews(db, eq(guidanceReviews.id, known.data), []))[0] : undefined;
}

async function reviews(db: Db, where: SQL, orderBy: SQL[]): Promise<GuidanceReview[]> {
  const [opener, closer] = [alias(people, "opener"), alias(people, "closer")];
  const rows = await db
    .select({ review: guidanceReviews, opener: opener.name, closer: closer.name })
    .from(guidanceReviews)
    .leftJoin(opener, eq(opener.id, guidanceReviews.openedBy))
    .leftJoin(closer, eq(closer.id, guidanceReviews.closedBy))
    .where(where)
    .orderBy(...orderBy)
    .limit(mostListed);
  const versions = await versionsById(db, [...new Set(rows.map(({ review }) => review.standardVersionId))]);
  return rows.map(({ review, opener, closer }) => {
    const { standard } = versions.find(({ id }) => id === review.standardVersionId)!;
    const criterion = standard.criteria.find(({ id }) => id === review.criterion);
    return {
      id: review.id,
      standard: `${standard.title} ${standard.version}`,
      criterion: { id: review.criterion, title: criterion?.title ?? "", scope: criterion?.must_have ? "mustHaves" : "everything" },
      quarter: review.quarter,
      why: review.why,
      figures: Figures.nullable().parse(review.figures),
      opened: { at: review.openedAt.toISOString(), by: opener, reason: review.openedReason },
      closed: review.closedAt && review.outcome ? { at: review.closedAt.toISOString(), by: closer ?? "", outcome: review.outcome, reason: review.reason ?? "" } : null,
    };
  });
}

/** What is being looked at already, or was in this quarter: nothing is looked at twice. */
export const reviewsStanding = (tx: Db, quarter: Quarter) =>
  tx
    .select({ versionId: guidanceReviews.standardVersionId, criterion: guidanceReviews.criterion })
    .from(guidanceReviews)
    .where(or(eq(guidanceReviews.state, "open"), eq(guidanceReviews.quarter, quarter)));

type Answer = { ok: true; id: string } | { ok: false; why: GuidanceRefusal | ReasonFault };

/** A moderator asks at once for a look at what one criterion says. Undefined where no version has it. */
export function askForReview(
  db: Db,
  clock: Clock,
  actor: Actor,
  { versionId, criterion, reason }: { versionId: string; criterion: string; reason: string },
): Promise<Answer | undefined> {
  return db.transaction(async (tx): Promise<Answer | undefined> => {
    const version = await versionById(tx, versionId);
    if (!version?.standard.criteria.some(({ id }) => id === criterion)) return undefined;
    const now = clock.now();
    const quarter = quarterOf(londonDay(now));
    const there = (await reviewsStanding(tx, quarter)).some((each) => each.versionId === versionId && each.criterion === criterion);
    const permission = permitGuidance("ask", { state: "none", standings: guidanceStandings(actor), met: there ? [] : ["not_this_quarter"], reason });
    if (!permission.ok) return permission;
    const fault = reasonFault(reason);
    if (fault) return { ok: false, why: fault };
    const pairs = await blindPairs(tx, { key: version.standard.key, from: boundsOf(quarter).from });
    const figures = agreementOver(pairs.filter((each) => each.versionId === versionId && each.criterion === criterion));
    const [opened] = await tx
      .insert(guidanceReviews)
      .values({ standardVersionId: versionId, criterion, quarter, why: "asked", figures, state: "open", openedAt: now, openedBy: actor.personId, openedReason: reason.trim() })
      .onConflictDoNothing()
      .returning({ id: guidanceReviews.id });
    if (!opened) return { ok: false, why: "not_this_quarter" };
    await record(tx, { personId: actor.personId }, now, { type: "guidance.opened", subject: opened.id, data: { criterion, quarter, why: "asked" } });
    return { ok: true, id: opened.id };
  });
}

/** A moderator or an editor says what came of it: which words were changed, or why none. Once. Undefined where there is no such review. */
export function closeReview(db: Db, clock: Clock, actor: Actor, { id, outcome, reason }: { id: string; outcome: GuidanceOutcome; reason: string }): Promise<Answer | undefined> {
  return db.transaction(async (tx): Promise<Answer | undefined> => {
    const known = z.uuid().safeParse(id);
    const [held] = known.success ? await tx.select({ state: guidanceReviews.state }).from(guidanceReviews).where(eq(guidanceReviews.id, known.data)).for("update") : [];
    if (!held) return undefined;
    const permission = permitGuidance("close", { state: held.state, standings: guidanceStandings(actor), reason });
    if (!permission.ok) return permission;
    const fault = reasonFault(reason);
    if (fault) return { ok: false, why: fault };
    const now = clock.now();
    await tx
      .update(guidanceReviews)
      .set({ state: "closed", outcome, reason: reason.trim(), closedAt: now, closedBy: actor.personId })
      .where(and(eq(guidanceReviews.id, id), eq(guidanceReviews.state, "open")));
    await record(tx, { personId: actor.personId }, now, { type: "guidance.closed", subject: id, data: { outcome } });
    return { ok: true, id };
  });
}
