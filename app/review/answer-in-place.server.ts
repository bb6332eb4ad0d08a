import { z } from "zod";
import type { Criterion } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import type { EvidenceItem } from "~/assessments/answer";
import type { TypedEvidence } from "~/assessments/evidence-typed";
import { readEvidence } from "~/assessments/read-evidence.server";
import type { UploadRead } from "~/evidence/upload.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import type { FieldErrors } from "~/ui/form";
import { SupplementContent } from "./supplement";
import { reviewWords } from "./words/review-words";

/** What came of a form in which something is drafted in place: kept, or what is wrong beside what was typed. */
export type Answered = { ok: true } | { ok: false; status: number; words?: string; typed?: TypedEvidence; errors: FieldErrors };
type Drafted<Why extends string> = { ok: true } | { ok: false; why: Why };

/** `later`: nothing is kept yet, another language was chosen. `saidOf`: why something was refused, in the reader's words, and with which status. */
type Form<Why extends string> = {
  organisationId: string;
  criterion: Criterion;
  read: UploadRead;
  language: Language;
  later: boolean;
  saidOf: (refused: { why: Why }) => { words: string; status: number };
  draft: {
    write: (words: string) => Promise<Drafted<Why> | undefined>;
    add: (item: EvidenceItem) => Promise<Drafted<Why> | undefined>;
    takeOff: (at: { place: number; savedAt: string }) => Promise<Drafted<Why> | undefined>;
  };
};

const Removal = z.object({ place: z.coerce.number().int().min(0), saved_at: z.string() });

/** What was pressed on a page where a group drafts words and things to show for one criterion: words kept, a thing shown, or taken off again. Undefined when it is not the actor's. */
export async function answerInPlace<Why extends string>(db: Db, clock: Clock, actor: Actor, form: Form<Why>): Promise<Answered | undefined> {
  const { organisationId, criterion, read, language, later, saidOf, draft } = form;
  const fields = read.ok ? read.upload.fields : read.why === "too_big" ? read.fields : new FormData();
  const told = (drafted: Drafted<Why> | undefined, field: string, typed: { words?: string; typed?: TypedEvidence } = {}): Answered | undefined => {
    if (!drafted || drafted.ok) return drafted;
    const { words, status } = saidOf(drafted);
    return { ok: false, status, ...typed, errors: { [field]: words } };
  };
  if (fields.get("move") === "words") {
    const words = SupplementContent.shape.words.safeParse(fields.get("words"));
    if (!words.success) return { ok: false, status: 422, words: String(fields.get("words") ?? ""), errors: { words: reviewWords(language)("deferral.refused.words") } };
    return told(await draft.write(words.data), "words", { words: words.data });
  }
  const removal = Removal.safeParse(Object.fromEntries(fields));
  if (fields.get("move") === "remove" && removal.success) return told(await draft.takeOff({ place: removal.data.place, savedAt: removal.data.saved_at }), "shown");
  const item = await readEvidence(db, clock, actor, { organisationId, criterion, awards: [], read, language, later });
  if (!item.ok) return item;
  return told(await draft.add(item.item), "kind", { typed: item.filled });
}
