import type { Actor } from "~/accounts/actor";
import { type Member, membersOf } from "~/accounts/members.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { offered } from "~/standards/applies";
import { type AssessmentAsRead, assessmentAsRead } from "./as-read.server";
import { commentCounts } from "./comments.server";
import { heldAnswers } from "./draft.server";
import { ancestorsOf, type MovedFrom, moveAmong, movedBackTo, movedTo } from "./moved-from.server";
import { newTo } from "./new-in-version.server";
import { type NewerNotice, noticeOf } from "./newer.server";
import { type Progress, progressOf } from "./progress";
import { sectionWorkOf } from "./section-work.server";
import { newest, nextFor, type Section, sectionsOf } from "./sections";

export type Overview = {
  assessment: AssessmentAsRead;
  /** Undefined until the first questions were answered. */
  progress: Progress | undefined;
  /** The answers to them say that the standard is for others. */
  notForYou: boolean;
  lastSaved: { at: Date; by: string } | undefined;
  sections: Section[];
  members: Member[];
  /** How many comments each question has. */
  comments: Record<string, number>;
  /** A newer version that the draft may move to. */
  newer: NewerNotice | undefined;
  /** The move it came from. `untouched`: nobody has changed an answer since, so it can be undone. */
  moved: (MovedFrom & { untouched: boolean }) | undefined;
  /** The questions that are new to them, with the version that brought each. */
  newIn: Record<string, string>;
  /** Where its answers went on. */
  movedTo: string | undefined;
  /** The draft it was moved from and back to. */
  movedBackTo: string | undefined;
  /** What was answered, also where it is not asked by the facts as they stand. */
  answered: { id: string; title: string }[];
};

/** An assessment with where each of its questions and sections stands; `progress.next` is the actor's own next question. Undefined when it is not the actor's. */
export async function overviewFor(db: Db, clock: Clock, actor: Actor, assessmentId: string): Promise<Overview | undefined> {
  const assessment = await assessmentAsRead(db, actor, assessmentId);
  if (!assessment) return undefined;
  const { facts, version, state } = assessment;
  const [held, work, members, comments, newer, older, on, back] = await Promise.all([
    heldAnswers(db, assessment.id),
    sectionWorkOf(db, assessment),
    membersOf(db, assessment.organisationId),
    commentCounts(db, assessment.id),
    state === "draft" ? noticeOf(db, clock, assessment) : undefined,
    state === "draft" && assessment.parentId ? ancestorsOf(db, assessment.id) : [],
    state === "migrated" ? movedTo(db, assessment.id) : undefined,
    state === "withdrawn" ? movedBackTo(db, assessment.id) : undefined,
  ]);
  const answers = new Map(held.map(({ criterion, answer, carried, savedAt }) => [criterion, { answer, carried, savedOn: londonDay(savedAt) }]));
  const progress = facts && progressOf(version.standard, facts, answers);
  const sections = sectionsOf(version.standard.sections, progress?.tasks ?? [], work, held);
  const last = newest(held);
  const moved = moveAmong(older);
  return {
    assessment,
    progress: progress && { ...progress, next: nextFor(actor.personId, sections) },
    notForYou: facts !== undefined && !offered(version.standard, facts),
    lastSaved: last && { at: last.savedAt, by: last.savedBy },
    sections,
    members,
    comments,
    newer,
    moved: moved && { ...moved, untouched: held.every((each) => each.version === 1 && each.savedAt <= moved.at) },
    movedTo: on,
    movedBackTo: back,
    newIn: Object.fromEntries(Object.entries(await newTo(db, assessment, older)).map(([id, { version: since }]) => [id, since])),
    answered: version.standard.criteria.filter(({ id }) => answers.has(id)).map(({ id, title }) => ({ id, title })),
  };
}
