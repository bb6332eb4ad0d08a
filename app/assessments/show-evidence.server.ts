import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { EvidenceItem } from "./answer";
import { assessmentFor, heldAnswers } from "./draft.server";
import { mostEvidence } from "./limits";
import { type Saved, saveAnswer } from "./save.server";

type Refused = Exclude<Extract<Saved, { ok: false }>["why"], "changed_meanwhile">;
export type EvidenceShown = { ok: true } | { ok: false; why: Refused | "too_many" | "moved" };

/** Adds one thing to what an answer shows, after whatever is there by then. Refuses a sixth. Undefined when the assessment is not the actor's. */
export function showEvidence(db: Db, clock: Clock, actor: Actor, { assessmentId, criterion, item }: { assessmentId: string; criterion: string; item: EvidenceItem }) {
  return changeEvidence(db, clock, actor, { assessmentId, criterion }, (shown) => (shown.length < mostEvidence ? [...shown, item] : "too_many"));
}

/** Takes one thing off what an answer shows; a file stays stored. Refuses when the list has changed since version `basedOn` was looked at: its places are not the same. */
export function unshowEvidence(
  db: Db,
  clock: Clock,
  actor: Actor,
  { assessmentId, criterion, place, basedOn }: { assessmentId: string; criterion: string; place: number; basedOn: number },
) {
  return changeEvidence(db, clock, actor, { assessmentId, criterion }, (shown, version) =>
    version === basedOn && shown[place] ? shown.filter((_, index) => index !== place) : "moved",
  );
}

type Change = (shown: EvidenceItem[], version: number) => EvidenceItem[] | "too_many" | "moved";

/** Somebody else may save in between: looked at anew each time, until it fits. */
async function changeEvidence(
  db: Db,
  clock: Clock,
  actor: Actor,
  { assessmentId, criterion }: { assessmentId: string; criterion: string },
  change: Change,
): Promise<EvidenceShown | undefined> {
  if (!(await assessmentFor(db, actor, assessmentId))) return undefined;
  for (;;) {
    const [held] = await heldAnswers(db, assessmentId, criterion);
    const evidence = change(held?.answer.evidence ?? [], held?.version ?? 0);
    if (!Array.isArray(evidence)) return { ok: false, why: evidence };
    const saved = await saveAnswer(db, clock, actor, { assessmentId, criterion, answer: { ...held?.answer, evidence }, basedOn: held?.version ?? 0 });
    if (!saved) return undefined;
    if (saved.ok) return { ok: true };
    if (saved.why !== "changed_meanwhile") return { ok: false, why: saved.why };
  }
}
