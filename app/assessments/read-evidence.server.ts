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
import type { EvidenceItem } from "./answer";
import { askingWords } from "./asking/words/asking-words";
import { readEvidenceForm, type TypedEvidence, typedEvidence } from "./evidence-typed";
import { waysOffered } from "./parts";
import type { HeldAward } from "./questions";

export type EvidenceForm = {
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
export type EvidenceWrong = { ok: false; status: number; typed: TypedEvidence; errors: FieldErrors };

/** One thing to show, from the plain form: its file is stored first, and stays when the rest must be put right. `filled` is the form as it comes back if it cannot be shown after all. */
export async function readEvidence(
  db: Db,
  clock: Clock,
  actor: Actor,
  { organisationId, criterion, awards, read, language, later }: EvidenceForm,
): Promise<{ ok: true; item: EvidenceItem; filled: TypedEvidence } | EvidenceWrong> {
  const wrong = (status: number, typed: TypedEvidence, errors: FieldErrors): EvidenceWrong => ({ ok: false, status, typed, errors });
  if (!read.ok && read.why === "unreadable") return wrong(400, typedEvidence(new FormData()), { kind: askingWords(language)("evidence.unreadable") });
  const typed = typedEvidence(read.ok ? read.upload.fields : read.fields);
  if (!read.ok) return wrong(413, typed, { file: fileRefusalWords("too_big", language) });
  const stored = read.upload.file && (await storeEvidence(db, clock, actor, { organisationId, ...read.upload.file }));
  if (stored && !stored.ok) return wrong(fileRefusalStatus(stored.why), typed, { file: fileRefusalWords(stored.why, language) });
  const filled = stored ? { ...typed, stored: stored.file.id } : typed;
  if (later) return wrong(200, filled, {});
  const item = readEvidenceForm(filled, { ways: waysOffered(criterion, awards), today: londonDay(clock.now()), language });
  return item.ok ? { ok: true, item: item.item, filled } : wrong(422, filled, item.errors);
}
