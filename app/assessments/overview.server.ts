import type { Actor } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { offered } from "~/standards/applies";
import { type Assessment, assessmentFor, heldAnswers } from "./draft.server";
import { type Progress, progressOf } from "./progress";

/** `progress` is undefined until the first questions were answered; `notForYou` when the answers to them say that the standard is for others. */
export type Overview = { assessment: Assessment; progress: Progress | undefined; notForYou: boolean; lastSaved: { at: Date; by: string } | undefined };

/** An assessment with where each of its questions stands. Undefined when it is not the actor's. */
export async function overviewFor(db: Db, actor: Actor, assessmentId: string): Promise<Overview | undefined> {
  const assessment = await assessmentFor(db, actor, assessmentId);
  if (!assessment) return undefined;
  const held = await heldAnswers(db, assessment.id);
  const { facts, version } = assessment;
  const answers = new Map(held.map(({ criterion, answer, savedAt }) => [criterion, { answer, savedOn: londonDay(savedAt) }]));
  const last = held.reduce<(typeof held)[number] | undefined>((newest, each) => (newest && newest.savedAt >= each.savedAt ? newest : each), undefined);
  return {
    assessment,
    progress: facts && progressOf(version.standard, facts, answers),
    notForYou: facts !== undefined && !offered(version.standard, facts),
    lastSaved: last && { at: last.savedAt, by: last.savedBy },
  };
}
