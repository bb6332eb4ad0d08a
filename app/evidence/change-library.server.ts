import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { FieldErrors } from "~/ui/form";
import { fileRefusalStatus, fileRefusalWords } from "./file-kinds";
import { confirmFindings, endAward, setExpiry, stateAward } from "./keep-library.server";
import { readDay, type TypedLibrary, typedLibrary } from "./library-typed";
import { storeEvidence } from "./store.server";
import type { UploadRead } from "./upload.server";

export type LibraryChanged = { ok: true } | { ok: false; status: number; typed: TypedLibrary; errors: FieldErrors };

const noSuchDay = "Enter a real date, such as 31 3 2027";
const awardWords = {
  unknown_award: { award: "Choose an award from the list" },
  no_number: { number: "Enter the number or reference of the award" },
  already_there: { number: "This award is on your list already" },
};

/** Does what one of the library page's forms asks. Undefined when the thing is not the actor's, or not there. */
export async function changeLibrary(db: Db, clock: Clock, actor: Actor, organisationId: string, read: UploadRead): Promise<LibraryChanged | undefined> {
  if (!read.ok && read.why === "unreadable")
    return { ok: false, status: 400, typed: typedLibrary(new FormData()), errors: { file: "The form could not be read. Fill it in again" } };
  const typed = typedLibrary(read.ok ? read.upload.fields : read.fields);
  const wrong = (status: number, errors: FieldErrors): LibraryChanged => ({ ok: false, status, typed, errors });
  if (!read.ok) return wrong(413, { file: fileRefusalWords("too_big") });
  const day = readDay(typed.expires);
  const done = (answer: true | undefined): LibraryChanged | undefined => answer && { ok: true };
  switch (typed.intent) {
    case "expiry":
      if (day === undefined) return wrong(422, { [`expires-${typed.fileId}`]: noSuchDay });
      return done(await setExpiry(db, clock, actor, { organisationId, fileId: typed.fileId, expiresOn: day }));
    case "confirm":
      return done(await confirmFindings(db, clock, actor, { organisationId, fileId: typed.fileId }));
    case "award": {
      if (!day) return wrong(422, { "award-expires": day === null ? "Enter the last day of the award" : noSuchDay });
      const stated = await stateAward(db, clock, actor, { organisationId, award: typed.award, number: typed.number, expiresOn: day });
      return stated && (stated.ok ? { ok: true } : wrong(422, awardWords[stated.why]));
    }
    case "end_award":
      return done(await endAward(db, clock, actor, { organisationId, awardId: typed.awardId }));
    default:
      if (day === undefined) return wrong(422, { expires: noSuchDay });
      return add(read.upload.file);
  }

  async function add(file: { name: string; bytes: Uint8Array } | undefined): Promise<LibraryChanged | undefined> {
    if (!file) return wrong(422, { file: "Choose a photo or file" });
    const stored = await storeEvidence(db, clock, actor, { organisationId, ...file });
    if (!stored) return undefined;
    if (!stored.ok) return wrong(fileRefusalStatus(stored.why), { file: fileRefusalWords(stored.why) });
    if (day) await setExpiry(db, clock, actor, { organisationId, fileId: stored.file.id, expiresOn: day });
    return { ok: true };
  }
}
