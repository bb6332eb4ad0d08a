import type { Actor } from "~/accounts/actor";
import { type Member, membersOf } from "~/accounts/members.server";
import { londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { offered } from "~/standards/applies";
import { commentCounts } from "./comments.server";
import { type Assessment, assessmentFor, heldAnswers } from "./draft.server";
import { type Progress, progressOf } from "./progress";
import { sectionWorkOf } from "./section-work.server";
import { newest, nextFor, type Section, sectionsOf } from "./sections";

/** `progress` is undefined until the first questions were answered; `notForYou` when the answers to them say that the standard is for others. */
export type Overview = {
  assessment: Assessment;
  progress: Progress | undefined;
  notForYou: boolean;
  lastSaved: { at: Date; by: string } | undefined;
  sections: Section[];
  members: Member[];
  /** How many comments each question has. */
  comments: Record<string, number>;
};

/** An assessment with where each of its questions and sections stands; `progress.next` is the actor's own next question. Undefined when it is not the actor's. */
export async function overviewFor(db: Db, actor: Actor, assessmentId: string): Promise<Overview | undefined> {
  const assessment = await assessmentFor(db, actor, assessmentId);
  if (!assessment) return undefined;
  const [held, work, members, comments] = await Promise.all([
    heldAnswers(db, assessment.id),
    sectionWorkOf(db, assessment),
    membersOf(db, assessment.organisationId),
    commentCounts(db, assessment.id),
  ]);
  const { facts, version } = assessment;
  const answers = new Map(held.map(({ criterion, answer, savedAt }) => [criterion, { answer, savedOn: londonDay(savedAt) }]));
  const progress = facts && progressOf(version.standard, facts, answers);
  const sections = sectionsOf(version.standard.sections, progress?.tasks ?? [], work, held);
  const last = newest(held);
  return {
    assessment,
    progress: progress && { ...progress, next: nextFor(actor.personId, sections) },
    notForYou: facts !== undefined && !offered(version.standard, facts),
    lastSaved: last && { at: last.savedAt, by: last.savedBy },
    sections,
    members,
    comments,
  };
}
