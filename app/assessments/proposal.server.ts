import type { Actor } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type AssessmentAsRead, readerOf, versionsAsRead } from "./as-read.server";
import { assessmentFor } from "./draft.server";
import { type Fate, fatesOf } from "./fates";
import { migrateThrough } from "./migrate";
import { movable } from "./moved-answers.server";
import { newerThan } from "./newer.server";
import { type Preview, previewOf } from "./preview";

export type Proposal = {
  assessment: AssessmentAsRead;
  to: string;
  /** The last day on which the draft may be sent as it is; undefined while nothing ends that. */
  lastSubmitOn: string | undefined;
  fates: Fate[];
  preview: Preview;
};

/** What a move to the newest version would mean for a draft, before anybody agrees to it, in its reader's words. Nothing is written. Undefined when it is not the actor's; the assessment alone where there is nothing to move, or nowhere. */
export async function proposalFor(db: Db, clock: Clock, actor: Actor, assessmentId: string): Promise<Proposal | { assessment: AssessmentAsRead } | undefined> {
  const found = await assessmentFor(db, actor, assessmentId);
  if (!found) return undefined;
  const newer = found.state === "draft" ? await newerThan(db, found.version, londonDay(clock.now())) : undefined;
  const [own, next] = await versionsAsRead(db, readerOf(actor, found.organisationId), [found.version, ...(newer ? [newer.to] : [])]);
  const assessment = { ...found, ...own! };
  if (!newer || !next) return { assessment };
  const draft = await movable(db, found);
  const step = migrateThrough(draft, found.version.standard, newer.steps);
  const [from, to] = [assessment.version.standard, next.version.standard];
  return {
    assessment,
    to: to.version,
    lastSubmitOn: newer.lastSubmitOn,
    fates: fatesOf(draft.facts, from, to, newer.steps, step),
    preview: previewOf(draft, from, to, step),
  };
}
