import type { Actor } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { applicable } from "~/standards/applies";
import { canonical } from "~/standards/canonical";
import type { FieldErrors } from "~/ui/form";
import { missingErrors, readTyped, type TypedAnswer, typedWarnings } from "./answer-form";
import { stillAsked } from "./carried";
import { assessmentFor, type HeldAnswer, heldAnswers } from "./draft.server";
import { missingIn } from "./missing";
import { type Saved, saveAnswer } from "./save.server";

export type SaveTyped = { assessmentId: string; criterion: string; typed: TypedAnswer; basedOn: number /** For what is said about it. */; language: Language };
export type TypedSaved =
  /** Kept. `missing`: what is still needed before it can be sent. `warnings`: what looks like personal details. `next`: the question after it. */
  | { is: "saved"; version: number; missing: FieldErrors; warnings: FieldErrors; next: string | undefined }
  /** Nothing was kept: this cannot be. */
  | { is: "faulty"; errors: FieldErrors }
  | { is: "changed"; theirs: HeldAnswer }
  | { is: "refused"; why: Exclude<Extract<Saved, { ok: false }>["why"], "changed_meanwhile"> };

/** Saves the plain form of one criterion, and leaves what is shown as evidence as it is. Undefined when the assessment is not the actor's. */
export async function saveTyped(db: Db, clock: Clock, actor: Actor, { assessmentId, criterion: id, typed, basedOn, language }: SaveTyped): Promise<TypedSaved | undefined> {
  const assessment = await assessmentFor(db, actor, assessmentId);
  const criterion = assessment?.version.standard.criteria.find((each) => each.id === id);
  if (!assessment || !criterion) return undefined;
  const [held] = await heldAnswers(db, assessment.id, id);
  const read = readTyped(typed, held?.answer.evidence, language);
  if (!read.ok) return { is: "faulty", errors: read.errors };
  const saved = await saveAnswer(db, clock, actor, { assessmentId, criterion: id, ...read.filled, basedOn });
  if (!saved) return undefined;
  if (saved.ok) {
    const asked = applicable(assessment.version.standard, assessment.facts ?? {});
    const changed = canonical(held?.answer ?? {}) !== canonical(read.filled.answer);
    const still = stillAsked(held?.carried, read.filled.answer, { changed, press: false })?.needs === "still";
    const missing = missingErrors(missingIn(criterion, read.filled.answer, londonDay(clock.now()), still), language);
    return { is: "saved", version: saved.version, missing, warnings: typedWarnings(read.filled.answer, language), next: asked[asked.findIndex((each) => each.id === id) + 1]?.id };
  }
  return saved.why === "changed_meanwhile" ? { is: "changed", theirs: saved.theirs } : { is: "refused", why: saved.why };
}
