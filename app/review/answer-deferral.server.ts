import { z } from "zod";
import type { Actor } from "~/accounts/actor";
import type { TypedEvidence } from "~/assessments/evidence-typed";
import { readEvidence } from "~/assessments/read-evidence.server";
import type { UploadRead } from "~/evidence/upload.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import type { FieldErrors } from "~/ui/form";
import type { DeferralView, DeferredCriterion } from "./deferral.server";
import { addToDraft, type Drafted, takeOffDraft, writeWords } from "./deferral-draft.server";
import { deferralRefusal, deferralStatus } from "./deferral-words";
import { SupplementContent } from "./supplement";
import { reviewWords } from "./words/review-words";

export type Answered = { ok: true } | { ok: false; status: number; words?: string; typed?: TypedEvidence; errors: FieldErrors };
type Form = { view: DeferralView; one: DeferredCriterion; read: UploadRead; language: Language /** Nothing is kept yet: another language was chosen. */; later: boolean };

const Removal = z.object({ place: z.coerce.number().int().min(0), saved_at: z.string() });

/** What was pressed on the page of one criterion: its words kept, a thing shown, or taken off again. Undefined when it is not the actor's. */
export async function answerDeferral(db: Db, clock: Clock, actor: Actor, { view, one, read, language, later }: Form): Promise<Answered | undefined> {
  const which = { assessmentId: view.assessmentId, criterion: one.criterion.id };
  const fields = read.ok ? read.upload.fields : read.why === "too_big" ? read.fields : new FormData();
  const told = (drafted: Drafted | undefined, field: string, typed: { words?: string; typed?: TypedEvidence } = {}): Answered | undefined =>
    !drafted || drafted.ok ? drafted : { ok: false, status: deferralStatus(drafted), ...typed, errors: { [field]: deferralRefusal(drafted, language) } };
  if (fields.get("move") === "words") {
    const words = SupplementContent.shape.words.safeParse(fields.get("words"));
    if (!words.success) return { ok: false, status: 422, words: String(fields.get("words") ?? ""), errors: { words: reviewWords(language)("deferral.refused.words") } };
    return told(await writeWords(db, clock, actor, { ...which, words: words.data }), "words", { words: words.data });
  }
  const removal = Removal.safeParse(Object.fromEntries(fields));
  if (fields.get("move") === "remove" && removal.success)
    return told(await takeOffDraft(db, clock, actor, { ...which, place: removal.data.place, savedAt: removal.data.saved_at }), "shown");
  const item = await readEvidence(db, clock, actor, { organisationId: view.organisationId, criterion: one.criterion, awards: [], read, language, later });
  if (!item.ok) return item;
  return told(await addToDraft(db, clock, actor, { ...which, item: item.item }), "kind", { typed: item.filled });
}
