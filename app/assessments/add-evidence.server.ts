import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type EvidenceForm, type EvidenceWrong, readEvidence } from "./read-evidence.server";
import { refusalStatus, refusalWords } from "./refusal-words";
import { showEvidence } from "./show-evidence.server";

export type AddEvidenceForm = EvidenceForm & { assessmentId: string };
export type EvidenceAdded = { ok: true } | EvidenceWrong;

/** Adds one thing from the plain form: the file is stored first, then the thing is shown; a file that was stored stays when the rest must be put right. Undefined when it is not the actor's. */
export async function addEvidence(db: Db, clock: Clock, actor: Actor, { assessmentId, ...form }: AddEvidenceForm): Promise<EvidenceAdded | undefined> {
  const read = await readEvidence(db, clock, actor, form);
  if (!read.ok) return read;
  const shown = await showEvidence(db, clock, actor, { assessmentId, criterion: form.criterion.id, item: read.item });
  if (!shown || shown.ok) return shown;
  return { ok: false, status: refusalStatus(shown.why), typed: read.filled, errors: { kind: refusalWords(shown.why, form.language) } };
}
