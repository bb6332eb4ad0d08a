import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { confirmed } from "./carried";
import { assessmentFor, heldAnswers } from "./draft.server";
import { type Saved, saveAnswer } from "./save.server";

export type Settled = { ok: true } | { ok: false; why: Exclude<Extract<Saved, { ok: false }>["why"], "changed_meanwhile"> | "moved" };

/**
 * Says that what a carried answer asks is so: the level that was suggested is the answer's own now, or its words were read again. One press, and the answer is saved.
 * Refuses where the answer was changed since version `basedOn` was looked at. Where nothing is asked any more nothing happens. Undefined when it is not the actor's.
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
  if (!held?.carried) return { ok: true };
  const { needs, suggested } = held.carried;
  if (needs !== "reread" && !suggested) return { ok: false, why: "moved" };
  const answer = needs === "confirm" && suggested ? confirmed(held.answer, suggested) : held.answer;
  const saved = await saveAnswer(db, clock, actor, { assessmentId, criterion, answer, basedOn });
  if (!saved || saved.ok) return saved && { ok: true };
  return { ok: false, why: saved.why === "changed_meanwhile" ? "moved" : saved.why };
}
