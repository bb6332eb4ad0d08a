import { eq } from "drizzle-orm";
import { standardDraftEdits, standardDrafts } from "#db/schema/standards";
import { type Actor, hasRole } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { sha256 } from "../load.server";
import type { Draft } from "./draft";
import { holdDraft } from "./find-draft.server";
import { permitDraft } from "./moves";
import type { VersionFiles } from "./version-files";

/** What a form was made from: the mark of a file's text. Of a file that is not there it is the mark of nothing. */
export const markOf = (text: string | undefined) => sha256(text ?? "").slice(0, 16);

/** `text` undefined takes the file out. `madeFrom` is the `markOf` the text that the form showed. */
export type Writing = { draftId: string; path: string; madeFrom: string; text: string | undefined };
export type Written = { ok: true; revision: number } | { ok: false; why: "wrong_state" } | { ok: false; why: "changed_meanwhile"; text: string | undefined };

/**
 * Saves one file of a draft, faults and all: a draft may be half finished. Saving what is there already is no edit.
 * When somebody else saved the same file since the form was made, nothing is overwritten: the answer brings their text. Undefined for who is no editor, or no such draft.
 */
export async function writeFile(db: Db, clock: Clock, actor: Actor, { draftId, path, madeFrom, text }: Writing): Promise<Written | undefined> {
  if (!hasRole(actor, "editor")) return undefined;
  return db.transaction(async (tx): Promise<Written | undefined> => {
    const draft = await holdDraft(tx, draftId);
    if (!draft) return undefined;
    if (!permitDraft("write", { state: draft.state, bars: [], met: [] }).ok) return { ok: false, why: "wrong_state" };
    const there = draft.files[path];
    if (there === text) return { ok: true, revision: draft.revision };
    if (markOf(there) !== madeFrom) return { ok: false, why: "changed_meanwhile", text: there };
    return { ok: true, revision: await save(tx, clock, actor, draft, path, text) };
  });
}

async function save(tx: Db, clock: Clock, actor: Actor, draft: Draft, path: string, text: string | undefined) {
  const at = clock.now();
  const revision = draft.revision + 1;
  await tx
    .update(standardDrafts)
    .set({ files: withFile(draft.files, path, text), revision })
    .where(eq(standardDrafts.id, draft.id));
  await tx.insert(standardDraftEdits).values({ draftId: draft.id, name: "wrote", path, by: actor.personId, at });
  await record(tx, { personId: actor.personId }, at, { type: "standard.draft_written", subject: draft.id, data: { path, revision } });
  return revision;
}

function withFile(files: VersionFiles, path: string, text: string | undefined): VersionFiles {
  const { [path]: _before, ...others } = files;
  return text === undefined ? others : { ...others, [path]: text };
}
