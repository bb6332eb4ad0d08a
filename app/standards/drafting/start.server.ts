import { standardDraftEdits, standardDrafts } from "#db/schema/standards";
import { type Actor, hasRole } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { versionsOf } from "../versions.server";
import { baseFiles } from "./base-files.server";
import { changesPath, standardPath } from "./draft";
import { nextVersion, type Part } from "./next-version";
import { editFile, newFile, type VersionFiles } from "./version-files";

export type DraftStarted = { ok: true; draftId: string } | { ok: false; why: "already_begun"; version: string };

/** Begins a new version of a standard from the newest there is, with that one's very files. Refuses a number that somebody is writing already. Undefined for who is no editor, or no such standard. */
export async function startDraft(db: Db, clock: Clock, actor: Actor, { key, part }: { key: string; part: Part }): Promise<DraftStarted | undefined> {
  if (!hasRole(actor, "editor")) return undefined;
  const [base] = await versionsOf(db, key);
  if (!base) return undefined;
  const version = nextVersion(base.standard.version, part);
  const at = clock.now();
  const files = firstFiles(baseFiles(base), base.standard.version, version, londonDay(at));
  return db.transaction(async (tx): Promise<DraftStarted> => {
    const [row] = await tx
      .insert(standardDrafts)
      .values({ key, version, baseVersionId: base.id, files, state: "draft", revision: 1, createdAt: at, createdBy: actor.personId })
      .onConflictDoNothing()
      .returning({ id: standardDrafts.id });
    if (!row) return { ok: false, why: "already_begun", version };
    await tx.insert(standardDraftEdits).values({ draftId: row.id, name: "started", by: actor.personId, at });
    await record(tx, { personId: actor.personId }, at, { type: "standard.draft_started", subject: row.id, data: { key, version, from: base.standard.version } });
    return { ok: true, draftId: row.id };
  });
}

/** The files of the version before, with the new number and days, and a list of changes that is still empty. */
function firstFiles(files: VersionFiles, from: string, version: string, today: string): VersionFiles {
  const edits = [
    { path: ["version"], value: version },
    { path: ["published_on"], value: today },
    { path: ["effective_from"], value: today },
  ];
  return { ...files, [standardPath]: editFile(standardPath, files[standardPath], edits), [changesPath]: newFile(changesPath, { from, changes: [] }) };
}
