import type { Actor } from "~/accounts/actor";
import type { EvidenceItem } from "~/assessments/answer";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { withItem, withoutItem } from "./change-content.server";
import { changeDraft } from "./supplement-draft.server";

type Which = { assessmentId: string; criterion: string };
const why = "deferral";

/** Keeps what the group says about one criterion of a deferral, until it is sent. Undefined when the assessment is not the actor's, or its deferral is not about this criterion. */
export const writeWords = (db: Db, clock: Clock, actor: Actor, { words, ...which }: Which & { words: string }) =>
  changeDraft<never>(db, clock, actor, { why, ...which }, ({ content }) => ({ ...content, words }));

/** Adds one thing to show. Refuses a sixth, and a file that is not the group's or is locked or gone. */
export const addToDraft = (db: Db, clock: Clock, actor: Actor, { item, ...which }: Which & { item: EvidenceItem }) =>
  changeDraft<"too_many" | "unknown_file">(db, clock, actor, { why, ...which }, ({ content }, tx, { organisationId }) => withItem(tx, organisationId, content, item));

/** Takes one thing off again. Refuses when the list was saved again since `savedAt`: its places are not the same. */
export const takeOffDraft = (db: Db, clock: Clock, actor: Actor, { place, savedAt, ...which }: Which & { place: number; savedAt: string }) =>
  changeDraft<"moved">(db, clock, actor, { why, ...which }, (held) => withoutItem(held, { place, savedAt }));
