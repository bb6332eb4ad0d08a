import type { Actor } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type Assessment, assessmentFor } from "./draft.server";
import { type Fate, fatesOf } from "./fates";
import { migrateThrough } from "./migrate";
import { movable } from "./moved-answers.server";
import { newerThan } from "./newer.server";
import { type Preview, previewOf } from "./preview";

export type Proposal = {
  assessment: Assessment;
  to: string;
  /** The last day on which the draft may be sent as it is; undefined while nothing ends that. */
  lastSubmitOn: string | undefined;
  fates: Fate[];
  preview: Preview;
};

/** What a move to the newest version would mean for a draft, before anybody agrees to it. Nothing is written. Undefined when it is not the actor's; the assessment alone where there is nothing to move, or nowhere. */
export async function proposalFor(db: Db, clock: Clock, actor: Actor, assessmentId: string): Promise<Proposal | { assessment: Assessment } | undefined> {
  const assessment = await assessmentFor(db, actor, assessmentId);
  if (!assessment) return undefined;
  const newer = assessment.state === "draft" ? await newerThan(db, assessment.version, londonDay(clock.now())) : undefined;
  if (!newer) return { assessment };
  const draft = await movable(db, assessment);
  const [from, to] = [assessment.version.standard, newer.to.standard];
  const step = migrateThrough(draft, from, newer.steps);
  return {
    assessment,
    to: to.version,
    lastSubmitOn: newer.lastSubmitOn,
    fates: fatesOf(draft.facts, from, to, newer.steps, step),
    preview: previewOf(draft, from, to, step),
  };
}
