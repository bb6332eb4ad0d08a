import { eq } from "drizzle-orm";
import { standardDraftEdits, standardDrafts } from "#db/schema/standards";
import { type Actor, hasRole } from "~/accounts/actor";
import type { AuditEvent } from "~/audit/event";
import { record } from "~/audit/record.server";
import { addDays, type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Draft } from "./draft";
import { examine } from "./examine.server";
import { holdDraft } from "./find-draft.server";
import { type DraftCondition, type DraftMoveName, type DraftRefusal, permitDraft } from "./moves";

export type Moved = { ok: true } | { ok: false; why: DraftRefusal };

/** The fewest and the most days that readers are given. */
export const consultationDays = { least: 7, most: 365 };

/** Puts a draft to its readers until a day, that one included. Refuses while anything in it is to be put right. Undefined for who is no editor, or no such draft. */
export function openConsultation(db: Db, clock: Clock, actor: Actor, { draftId, until }: { draftId: string; until: Day }): Promise<Moved | undefined> {
  const today = londonDay(clock.now());
  const ahead = until >= addDays(today, consultationDays.least) && until <= addDays(today, consultationDays.most);
  return move(db, clock, actor, draftId, {
    name: "consult",
    edit: "consulted",
    set: { consultationEndsOn: until },
    event: { type: "standard.consultation_opened", subject: draftId, data: { until } },
    met: async (tx, draft) => [...((await examine(tx, draft)).faultless ? (["faultless"] as const) : []), ...(ahead ? (["day_ahead"] as const) : [])],
  });
}

/** Takes a draft back to be written again after what its readers said. Their comments stay. Undefined for who is no editor, or no such draft. */
export const reopenDraft = (db: Db, clock: Clock, actor: Actor, { draftId }: { draftId: string }): Promise<Moved | undefined> =>
  move(db, clock, actor, draftId, { name: "reopen", edit: "reopened", set: { consultationEndsOn: null }, event: { type: "standard.draft_reopened", subject: draftId, data: {} } });

/** Gives a draft up. It is kept, and nothing comes of it. Undefined for who is no editor, or no such draft. */
export const discardDraft = (db: Db, clock: Clock, actor: Actor, { draftId }: { draftId: string }): Promise<Moved | undefined> =>
  move(db, clock, actor, draftId, { name: "discard", edit: "discarded", set: {}, event: { type: "standard.draft_discarded", subject: draftId, data: {} } });

type Step = {
  name: DraftMoveName;
  edit: string;
  set: { consultationEndsOn?: Day | null };
  event: AuditEvent;
  met?: (tx: Db, draft: Draft) => Promise<DraftCondition[]>;
};

async function move(db: Db, clock: Clock, actor: Actor, draftId: string, { name, edit, set, event, met }: Step): Promise<Moved | undefined> {
  if (!hasRole(actor, "editor")) return undefined;
  return db.transaction(async (tx): Promise<Moved | undefined> => {
    const draft = await holdDraft(tx, draftId);
    if (!draft) return undefined;
    const permission = permitDraft(name, { state: draft.state, bars: [], met: met ? await met(tx, draft) : [] });
    if (!permission.ok) return permission;
    const at = clock.now();
    await tx
      .update(standardDrafts)
      .set({ ...set, state: permission.to })
      .where(eq(standardDrafts.id, draftId));
    await tx.insert(standardDraftEdits).values({ draftId, name: edit, by: actor.personId, at });
    await record(tx, { personId: actor.personId }, at, event);
    return { ok: true };
  });
}
