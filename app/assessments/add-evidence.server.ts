import type { Criterion } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { fileRefusalStatus, fileRefusalWords } from "~/evidence/file-kinds";
import { storeEvidence } from "~/evidence/store.server";
import type { UploadRead } from "~/evidence/upload.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import type { FieldErrors } from "~/ui/form";
import { askingWords } from "./asking/words/asking-words";
import { readEvidenceForm, type TypedEvidence, typedEvidence } from "./evidence-typed";
import { waysOffered } from "./parts";
import type { HeldAward } from "./questions";
import { refusalStatus, refusalWords } from "./refusal-words";
import { showEvidence } from "./show-evidence.server";

export type AddEvidenceForm = {
  assessmentId: string;
  organisationId: string;
  criterion: Criterion;
  awards: readonly HeldAward[];
  read: UploadRead;
  /** For what is said about it. */
  language: Language;
  /** Nothing is added yet: the form comes back as it was typed, and its file is kept. */
  later: boolean;
};
/** `stored` in `typed` names a file that was kept although another field was wrong: it need not be sent again. */
export type EvidenceAdded = { ok: true } | { ok: false; status: number; typed: TypedEvidence; errors: FieldErrors };

/** Adds one thing from the plain form: the file is stored first, then the thing is shown; a file that was stored stays when the rest must be put right. Undefined when it is not the actor's. */
export async function addEvidence(
  db: Db,
  clock: Clock,
  actor: Actor,
  { assessmentId, organisationId, criterion, awards, read, language, later }: AddEvidenceForm,
): Promise<EvidenceAdded | undefined> {
  const wrong = (status: number, typed: TypedEvidence, errors: FieldErrors): EvidenceAdded => ({ ok: false, status, typed, errors });
  if (!read.ok && read.why === "unreadable") return wrong(400, typedEvidence(new FormData()), { kind: askingWords(language)("evidence.unreadable") });
  const typed = typedEvidence(read.ok ? read.upload.fields : read.fields);
  if (!read.ok) return wrong(413, typed, { file: fileRefusalWords("too_big", language) });
  const stored = read.upload.file && (await storeEvidence(db, clock, actor, { organisationId, ...read.upload.file }));
  if (stored && !stored.ok) return wrong(fileRefusalStatus(stored.why), typed, { file: fileRefusalWords(stored.why, language) });
  const filled = stored ? { ...typed, stored: stored.file.id } : typed;
  if (later) return wrong(200, filled, {});
  const item = readEvidenceForm(filled, { ways: waysOffered(criterion, awards), today: londonDay(clock.now()), language });
  if (!item.ok) return wrong(422, filled, item.errors);
  const shown = await showEvidence(db, clock, actor, { assessmentId, criterion: criterion.id, item: item.item });
  if (!shown) return undefined;
  return shown.ok ? shown : wrong(refusalStatus(shown.why), filled, { kind: refusalWords(shown.why, language) });
}
