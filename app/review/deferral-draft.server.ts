import type { Actor } from "~/accounts/actor";
import type { EvidenceItem } from "~/assessments/answer";
import { mostEvidence } from "~/assessments/limits";
import { askToCapture } from "~/evidence/capture-link.server";
import { filesNamed } from "~/evidence/read.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { changeDraft, type Drafted as DraftedFor } from "./supplement-draft.server";

type Which = { assessmentId: string; criterion: string };
const why = "deferral";

export type Drafted = DraftedFor<"too_many" | "moved" | "unknown_file">;

/** Keeps what the group says about one criterion of a deferral, until it is sent. Undefined when the assessment is not the actor's, or its deferral is not about this criterion. */
export const writeWords = (db: Db, clock: Clock, actor: Actor, { words, ...which }: Which & { words: string }) =>
  changeDraft<never>(db, clock, actor, { why, ...which }, ({ content }) => ({ ...content, words }));

/** Adds one thing to show. Refuses a sixth, and a file that is not the group's or is locked or gone. */
export const addToDraft = (db: Db, clock: Clock, actor: Actor, { item, ...which }: Which & { item: EvidenceItem }) =>
  changeDraft<"too_many" | "unknown_file">(db, clock, actor, { why, ...which }, async ({ content }, tx, { organisationId }) => {
    if (content.evidence.length >= mostEvidence) return "too_many";
    if (item.file) {
      const file = (await filesNamed(tx, organisationId, [item.file])).get(item.file);
      if (!file || file.locked || file.removedOn) return "unknown_file";
    }
    if (item.link) await askToCapture(tx, organisationId, [item.link]);
    return { ...content, evidence: [...content.evidence, item] };
  });

/** Takes one thing off again. Refuses when the list was saved again since `savedAt`: its places are not the same. */
export const takeOffDraft = (db: Db, clock: Clock, actor: Actor, { place, savedAt, ...which }: Which & { place: number; savedAt: string }) =>
  changeDraft<"moved">(db, clock, actor, { why, ...which }, ({ content, savedAt: now }) =>
    now?.toISOString() === savedAt && content.evidence[place] ? { ...content, evidence: content.evidence.filter((_, index) => index !== place) } : "moved",
  );
