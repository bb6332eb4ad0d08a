import { and, eq, inArray, ne } from "drizzle-orm";
import { standardDraftEdits, standardDrafts } from "#db/schema/standards";
import { type Actor, hasRole } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type StandardVersion, versionById, versionsOf } from "../versions.server";
import { baseFiles } from "./base-files.server";
import type { Draft } from "./draft";
import { holdDraft } from "./find-draft.server";
import { permitDraft } from "./moves";
import { type OntoNewer, ontoNewer } from "./onto-newer";
import type { Side } from "./three-way";

/** `madeFrom`: the revision of the draft that the form showed; `to`: the version it was to be moved onto. */
export type MovingOnto = { draftId: string; madeFrom: number; to: string; choices: Record<string, Side> };
export type MovedOnto = { ok: true } | { ok: false; why: "wrong_state" | "up_to_date" | "changed_meanwhile" | "number_taken" } | { ok: false; why: "undecided"; open: string[] };
export type Onto = OntoNewer & { from: string; to: string };

/** What moving a draft onto the newest version would make of it. Undefined where it begins from that one already. */
export async function ontoNewest(db: Db, draft: Draft, choices: Record<string, Side> = {}): Promise<(Onto & { base: StandardVersion }) | undefined> {
  const [[newest], base] = [await versionsOf(db, draft.key), await versionById(db, draft.baseVersionId)];
  if (!newest || !base || newest.id === base.id) return undefined;
  const at = (version: StandardVersion) => ({ version: version.standard.version, files: baseFiles(version) });
  return { ...ontoNewer(draft, at(base), at(newest), choices), from: base.standard.version, to: newest.standard.version, base: newest };
}

/**
 * Moves a draft onto the newest version: what only one side changed is taken, what both changed is what was chosen for each. Whoever does it wrote part of it.
 * Refused while anything is not chosen, when the draft or the newest version is no longer what was shown, and when another draft has the number. Undefined for who is no editor, or no such draft.
 */
export async function moveOntoNewest(db: Db, clock: Clock, actor: Actor, { draftId, madeFrom, to, choices }: MovingOnto): Promise<MovedOnto | undefined> {
  if (!hasRole(actor, "editor")) return undefined;
  return db.transaction(async (tx): Promise<MovedOnto | undefined> => {
    const draft = await holdDraft(tx, draftId);
    if (!draft) return undefined;
    if (!permitDraft("write", { state: draft.state, bars: [], met: [] }).ok) return { ok: false, why: "wrong_state" };
    const onto = await ontoNewest(tx, draft, choices);
    if (!onto) return { ok: false, why: "up_to_date" };
    if (draft.revision !== madeFrom || onto.to !== to) return { ok: false, why: "changed_meanwhile" };
    const open = onto.clashes.filter(({ id }) => choices[id] === undefined).map(({ id }) => id);
    if (open.length > 0) return { ok: false, why: "undecided", open };
    if (await isTaken(tx, draft, onto.version)) return { ok: false, why: "number_taken" };
    await keep(tx, clock.now(), actor, draft, onto);
    return { ok: true };
  });
}

async function isTaken(tx: Db, { id, key }: Draft, version: string) {
  const open = and(eq(standardDrafts.key, key), eq(standardDrafts.version, version), inArray(standardDrafts.state, ["draft", "consultation"]), ne(standardDrafts.id, id));
  return (await tx.select({ id: standardDrafts.id }).from(standardDrafts).where(open)).length > 0;
}

async function keep(tx: Db, at: Date, actor: Actor, { id, revision }: Draft, { files, version, base, from, to }: Onto & { base: StandardVersion }) {
  await tx
    .update(standardDrafts)
    .set({ files, version, baseVersionId: base.id, revision: revision + 1 })
    .where(eq(standardDrafts.id, id));
  await tx.insert(standardDraftEdits).values({ draftId: id, name: "moved", by: actor.personId, at });
  await record(tx, { personId: actor.personId }, at, { type: "standard.draft_moved", subject: id, data: { from, to, version, revision: revision + 1 } });
}
