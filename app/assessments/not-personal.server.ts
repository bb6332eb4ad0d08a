import { and, eq, like } from "drizzle-orm";
import { plausibilityReplies } from "#db/schema/assessments";
import type { Facts } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { factsOf } from "~/providers/facts.server";
import { type AssessmentAsRead, assessmentAsRead } from "./as-read.server";
import { type Assessment, assessmentFor, type HeldAnswer, heldAnswers } from "./draft.server";
import type { Missing } from "./missing";
import { type Doubt, doubtKey, doubtsIn, doubtWords, type NotTaken, reasonBounds } from "./not-personal";
import { standingsIn } from "./reach";
import { permit, type Refusal } from "./workflow";

/** A doubt with what its people said to it; empty when nothing. */
export type AnsweredDoubt = Doubt & { reason: string };

/** Everything in a draft's words that stops it, with what was said of these very words. One read, where there is anything. */
export async function doubtsOf(db: Db, { id, version }: Assessment, facts: Facts, held: readonly HeldAnswer[]): Promise<AnsweredDoubt[]> {
  const doubts = doubtsIn(version.standard, facts, held);
  if (doubts.length === 0) return [];
  const { check, words, assessmentId } = plausibilityReplies;
  const said = await db
    .select({ check, words })
    .from(plausibilityReplies)
    .where(and(eq(assessmentId, id), like(check, "personal:%")));
  return doubts.map((doubt) => ({ ...doubt, reason: doubt.mayBeSaid ? (said.find((each) => each.check === doubtKey(doubt))?.words ?? "") : "" }));
}

/** Of what stops a draft, what is left when its people's word on their own words is taken. */
export const stillStops = (stops: Missing[], doubts: readonly AnsweredDoubt[]): Missing[] =>
  stops.filter(({ criterion, field, why }) => why !== "personal" || !doubts.some((doubt) => doubt.reason !== "" && doubt.criterion === criterion && doubt.field === field));

/** What goes with the answers when they are sent: that we asked, and what was said. */
export const saidWithAnswers = (doubts: readonly AnsweredDoubt[]) =>
  doubts.filter(({ reason }) => reason !== "").map((doubt) => ({ check: doubtKey(doubt), warning: doubtWords(doubt), words: doubt.reason }));

/** The doubts of a draft for its own people, in their words. Undefined when it is not the actor's. */
export async function doubtsFor(db: Db, actor: Actor, assessmentId: string): Promise<{ assessment: AssessmentAsRead; doubts: AnsweredDoubt[] } | undefined> {
  const assessment = await assessmentAsRead(db, actor, assessmentId);
  if (!assessment) return undefined;
  const facts = { ...(await factsOf(db, assessment.organisationId)), ...assessment.facts };
  return { assessment, doubts: await doubtsOf(db, assessment, facts, await heldAnswers(db, assessment.id)) };
}

export type NotPersonal = { assessmentId: string; criterion: string; field: string /** The version of the answer that was shown. */; version: number; reason: string };
export type SaidNotPersonal = { ok: true } | { ok: false; why: Refusal | NotTaken };

/**
 * Somebody of the group says, with a reason, that words are no details of a person. It holds for these very words; whoever reads the answers sees it.
 * Refuses what is never let through (§G.3), words that were changed since, and once the assessment is not a draft. Undefined when it is not the actor's.
 */
export async function sayNotPersonal(db: Db, clock: Clock, actor: Actor, said: NotPersonal): Promise<SaidNotPersonal | undefined> {
  return db.transaction(async (tx): Promise<SaidNotPersonal | undefined> => {
    const assessment = await assessmentFor(tx, actor, said.assessmentId, "update");
    if (!assessment) return undefined;
    const allowed = permit("answer", { state: assessment.state, standings: standingsIn(actor, assessment.organisationId), bars: [], met: [] });
    if (!allowed.ok) return { ok: false, why: allowed.why };
    const facts = { ...(await factsOf(tx, assessment.organisationId)), ...assessment.facts };
    const held = await heldAnswers(tx, assessment.id, said.criterion);
    if (held[0] && held[0].version !== said.version) return { ok: false, why: "changed_meanwhile" };
    const doubt = doubtsIn(assessment.version.standard, facts, held).find(({ field }) => field === said.field);
    if (!doubt) return { ok: false, why: "nothing_there" };
    if (!doubt.mayBeSaid) return { ok: false, why: "never" };
    const words = said.reason.trim();
    if (words.length < reasonBounds.least) return { ok: false, why: "reason_short" };
    if (words.length > reasonBounds.most) return { ok: false, why: "reason_long" };
    const [check, reply] = [doubtKey(doubt), { words, by: actor.personId, at: clock.now() }];
    await tx
      .insert(plausibilityReplies)
      .values({ assessmentId: assessment.id, check, ...reply })
      .onConflictDoUpdate({ target: [plausibilityReplies.assessmentId, plausibilityReplies.check], set: reply });
    await record(tx, { personId: actor.personId }, reply.at, { type: "assessment.warning_answered", subject: assessment.id, data: { check } });
    return { ok: true };
  });
}
