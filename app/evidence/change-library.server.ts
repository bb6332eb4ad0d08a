import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { FieldErrors } from "~/ui/form";
import { fileRefusalStatus, fileRefusalWords } from "./file-kinds";
import { confirmFindings, endAward, setExpiry, stateAward } from "./keep-library.server";
import { readDay, type TypedLibrary, typedLibrary } from "./library-typed";
import { storeEvidence } from "./store.server";
import type { UploadRead } from "./upload.server";
import { evidenceWords } from "./words/evidence-words";

export type LibraryChanged = { ok: true } | { ok: false; status: number; typed: TypedLibrary; errors: FieldErrors };

/** The field of the form that a refused award is about. */
const awardFields = { unknown_award: "award", no_number: "number", already_there: "number" } as const;

/** Does what one of the library page's forms asks. Undefined when the thing is not the actor's, or not there. */
export async function changeLibrary(db: Db, clock: Clock, actor: Actor, organisationId: string, read: UploadRead): Promise<LibraryChanged | undefined> {
  const t = evidenceWords(actor.language);
  if (!read.ok && read.why === "unreadable") return { ok: false, status: 400, typed: typedLibrary(new FormData()), errors: { file: t("library.unreadable") } };
  const typed = typedLibrary(read.ok ? read.upload.fields : read.fields);
  const wrong = (status: number, errors: FieldErrors): LibraryChanged => ({ ok: false, status, typed, errors });
  if (!read.ok) return wrong(413, { file: fileRefusalWords("too_big", actor.language) });
  const day = readDay(typed.expires);
  const noSuchDay = t("library.day.no_such");
  const done = (answer: true | undefined): LibraryChanged | undefined => answer && { ok: true };
  switch (typed.intent) {
    case "expiry":
      if (day === undefined) return wrong(422, { [`expires-${typed.fileId}`]: noSuchDay });
      return done(await setExpiry(db, clock, actor, { organisationId, fileId: typed.fileId, expiresOn: day }));
    case "confirm":
      return done(await confirmFindings(db, clock, actor, { organisationId, fileId: typed.fileId }));
    case "award": {
      if (!day) return wrong(422, { "award-expires": day === null ? t("library.awards.no_day") : noSuchDay });
      const stated = await stateAward(db, clock, actor, { organisationId, award: typed.award, number: typed.number, expiresOn: day });
      return stated && (stated.ok ? { ok: true } : wrong(422, { [awardFields[stated.why]]: t(`library.awards.${stated.why}`) }));
    }
    case "end_award":
      return done(await endAward(db, clock, actor, { organisationId, awardId: typed.awardId }));
    default:
      if (day === undefined) return wrong(422, { expires: noSuchDay });
      return add(read.upload.file);
  }

  async function add(file: { name: string; bytes: Uint8Array } | undefined): Promise<LibraryChanged | undefined> {
    if (!file) return wrong(422, { file: t("library.add.file") });
    const stored = await storeEvidence(db, clock, actor, { organisationId, ...file });
    if (!stored) return undefined;
    if (!stored.ok) return wrong(fileRefusalStatus(stored.why), { file: fileRefusalWords(stored.why, actor.language) });
    if (day) await setExpiry(db, clock, actor, { organisationId, fileId: stored.file.id, expiresOn: day });
    return { ok: true };
  }
}
