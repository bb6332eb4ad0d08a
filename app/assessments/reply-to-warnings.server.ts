import { plausibilityReplies } from "#db/schema/assessments";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { assessmentFor } from "./draft.server";
import type { PlausibilityCheck } from "./plausibility";
import { standingsIn } from "./reach";
import { permit, type Refusal } from "./workflow";

export type ReplyToWarnings = { assessmentId: string /** What is said to each; empty takes a reply back. */; replies: { check: PlausibilityCheck; words: string }[] };
export type Replied = { ok: true } | { ok: false; why: Refusal };

/** Says something to warnings, in place of what was said to them before. Refuses once the assessment is not a draft. Undefined when it is not the actor's. */
export async function replyToWarnings(db: Db, clock: Clock, actor: Actor, { assessmentId, replies }: ReplyToWarnings): Promise<Replied | undefined> {
  return db.transaction(async (tx): Promise<Replied | undefined> => {
    const assessment = await assessmentFor(tx, actor, assessmentId, "update");
    if (!assessment) return undefined;
    const allowed = permit("answer", { state: assessment.state, standings: standingsIn(actor, assessment.organisationId), bars: [], met: [] });
    if (!allowed.ok) return { ok: false, why: allowed.why };
    const at = clock.now();
    for (const { check, words } of replies) {
      const reply = { words: words.trim(), by: actor.personId, at };
      await tx
        .insert(plausibilityReplies)
        .values({ assessmentId: assessment.id, check, ...reply })
        .onConflictDoUpdate({ target: [plausibilityReplies.assessmentId, plausibilityReplies.check], set: reply });
      await record(tx, { personId: actor.personId }, at, { type: "assessment.warning_answered", subject: assessment.id, data: { check } });
    }
    return { ok: true };
  });
}
