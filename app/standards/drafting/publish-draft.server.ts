import { eq, sql } from "drizzle-orm";
import { standardDraftEdits, standardDrafts, standardVersions } from "#db/schema/standards";
import { type Actor, hasRole } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { publishLock } from "../publish.server";
import { versionsOf } from "../versions.server";
import { type Draft, standardPath } from "./draft";
import { type Examined, examine } from "./examine.server";
import { editsOf, holdDraft, wrote } from "./find-draft.server";
import { type DraftBar, type DraftCondition, type DraftRefusal, permitDraft } from "./moves";
import { partBetween } from "./next-version";
import { editFile, type VersionFiles } from "./version-files";
import { contentOf, valueAt } from "./yaml-text";

export type Published = { ok: true; key: string; version: string; sha256: string } | { ok: false; why: DraftRefusal };

/**
 * Publishes a draft as a version, for ever: content and hash are those that its files would give in `standards/`, dated today.
 * Refuses whoever wrote any of it; a draft with faults; one whose consultation is not over; one that began from a version that is no longer the newest.
 * Of two at once one wins and the other is told. Undefined for who is no editor, or no such draft.
 */
export async function publishDraft(db: Db, clock: Clock, actor: Actor, { draftId }: { draftId: string }): Promise<Published | undefined> {
  if (!hasRole(actor, "editor")) return undefined;
  return db.transaction(async (tx): Promise<Published | undefined> => {
    await tx.execute(publishLock);
    const draft = await holdDraft(tx, draftId);
    if (!draft) return undefined;
    const at = clock.now();
    const dated = { ...draft, files: datedFiles(draft.files, londonDay(at)) };
    const examined = await examine(tx, dated);
    const permission = permitDraft("publish", await publishingBy(tx, actor, draft, examined, londonDay(at)));
    if (!permission.ok) return permission;
    return { ok: true, ...(await keep(tx, at, actor, dated, examined)) };
  });
}

/** How publishing stands for one person on a day. */
export async function publishingBy(db: Db, actor: Actor, draft: Draft, examined: Pick<Examined, "faultless" | "base">, today: Day) {
  const [edits, [newest]] = [await editsOf(db, draft.id), await versionsOf(db, draft.key)];
  return publishingStands(draft, examined, { own: wrote(edits, actor.personId), newest: newest?.id, today });
}

/** The same from what is known already. */
export function publishingStands(
  draft: Draft,
  { faultless, base }: Pick<Examined, "faultless" | "base">,
  { own, newest, today }: { own: boolean; newest: string | undefined; today: Day },
) {
  const over = draft.state === "consultation" && draft.consultationEndsOn !== null && draft.consultationEndsOn < today;
  const met: DraftCondition[] = [];
  if (faultless) met.push("faultless");
  if (over || partBetween(base.version, draft.version) === "patch") met.push("heard");
  if (newest === draft.baseVersionId) met.push("newest_base");
  const bars: DraftBar[] = own ? ["wrote"] : [];
  return { state: draft.state, bars, met };
}

/** The day it is published, and a day of coming into use that is not before it. */
function datedFiles(files: VersionFiles, today: Day): VersionFiles {
  const head = files[standardPath];
  const from = valueAt(contentOf(head), ["effective_from"]);
  const edits = [{ path: ["published_on"], value: today }, ...(typeof from === "string" && from >= today ? [] : [{ path: ["effective_from"], value: today }])];
  return { ...files, [standardPath]: editFile(standardPath, head, edits) };
}

async function keep(tx: Db, at: Date, actor: Actor, { id, key, version, files }: Draft, { checked }: Examined) {
  const { standard, content, sha256 } = checked.version!;
  const [by, code] = [{ personId: actor.personId }, standard.code];
  await tx.insert(standardVersions).values({ key, version, code, title: standard.title, sha256, content, publishedAt: at, publishedBy: `person:${actor.personId}` });
  await tx
    .update(standardDrafts)
    .set({ state: "published", files, revision: sql`${standardDrafts.revision} + 1` })
    .where(eq(standardDrafts.id, id));
  await tx.insert(standardDraftEdits).values({ draftId: id, name: "published", by: actor.personId, at });
  await record(tx, by, at, { type: "standard.published", subject: `${key}@${version}`, data: { key, version, sha256 } });
  return { key, version, sha256 };
}
