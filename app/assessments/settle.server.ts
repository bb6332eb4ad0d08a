import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { confirmed, settledByPress } from "./carried";
import { assessmentFor, type HeldAnswer, heldAnswers } from "./draft.server";
import { type Saved, saveAnswer } from "./save.server";

export type Settled =
  | { ok: true }
  /** The answer is not the one that was looked at. `by`: who saved it since; undefined where it asks something else than was pressed. */
  | { ok: false; why: "changed"; by: string | undefined }
  | { ok: false; why: Exclude<Extract<Saved, { ok: false }>["why"], "changed_meanwhile"> };

/**
 * Says that what a carried answer asks is so: the level that was suggested is the answer's own now, its words were read again, or what was true last time still is.
 * One press for one answer, recorded with who and when. Refuses where the answer was changed since version `basedOn` was looked at; pressed twice it is one press.
 * Undefined when it is not the actor's.
 */
export async function settleCarried(
  db: Db,
  clock: Clock,
  actor: Actor,
  { assessmentId, criterion, basedOn }: { assessmentId: string; criterion: string; basedOn: number },
): Promise<Settled | undefined> {
  const assessment = await assessmentFor(db, actor, assessmentId);
  if (!assessment) return undefined;
  const [held] = await heldAnswers(db, assessment.id, criterion);
  if (!held) return { ok: true };
  const seen = held.version === basedOn;
  if (!held.carried) return seen || held.savedBy === actor.name ? { ok: true } : changedBy(held);
  if (!seen) return changedBy(held);
  const { needs, suggested } = held.carried;
  if (!settledByPress(held.carried)) return { ok: false, why: "changed", by: undefined };
  const answer = needs === "confirm" && suggested ? confirmed(held.answer, suggested) : held.answer;
  const saved = await saveAnswer(db, clock, actor, { assessmentId, criterion, answer, basedOn, press: true });
  if (!saved || saved.ok) return saved && { ok: true };
  return saved.why === "changed_meanwhile" ? changedBy(saved.theirs) : { ok: false, why: saved.why };
}

const changedBy = ({ savedBy }: HeldAnswer): Settled => ({ ok: false, why: "changed", by: savedBy });
