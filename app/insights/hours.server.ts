import { eq } from "drizzle-orm";
import { submissions } from "#db/schema/assessments";
import { applicationHours } from "#db/schema/turnaround";
import { type Actor, membershipIn } from "~/accounts/actor";
import { submissionOf } from "~/assessments/submission.server";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Size } from "./hours";

/** Whether somebody has said how long this took. One read. */
export async function hoursSaid(db: Db, submissionId: string): Promise<boolean> {
  return (await db.select({ id: applicationHours.submissionId }).from(applicationHours).where(eq(applicationHours.submissionId, submissionId))).length > 0;
}

/**
 * Keeps how many hours everybody together took, beside what was sent and never in it. Said once: later words change nothing, and are refused as `said_before`.
 * Undefined when it is not theirs to send, or was never sent.
 */
export function sayHours(db: Db, clock: Clock, actor: Actor, { assessmentId, hours, size }: { assessmentId: string; hours: number; size: Size }) {
  return db.transaction(async (tx): Promise<{ ok: true } | { ok: false; why: "said_before" } | undefined> => {
    const sent = await submissionOf(tx, assessmentId);
    const [row] = sent ? await tx.select({ organisationId: submissions.organisationId }).from(submissions).where(eq(submissions.id, sent.id)) : [];
    if (!sent || !row || membershipIn(actor, row.organisationId)?.role !== "admin") return undefined;
    const kept = await tx
      .insert(applicationHours)
      .values({ submissionId: sent.id, halfHours: hours * 2, size, saidAt: clock.now(), saidBy: actor.personId })
      .onConflictDoNothing()
      .returning({ id: applicationHours.submissionId });
    if (kept.length === 0) return { ok: false, why: "said_before" };
    await record(tx, { personId: actor.personId }, clock.now(), { type: "assessment.hours_said", subject: assessmentId, data: {} });
    return { ok: true };
  });
}
