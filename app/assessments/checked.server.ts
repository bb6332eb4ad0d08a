import type { Facts } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { filesNamed } from "~/evidence/read.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { offersOf } from "~/providers/offers.server";
import { applicable } from "~/standards/applies";
import type { Answer } from "./answer";
import { type AssessmentAsRead, assessmentAsRead } from "./as-read.server";
import { byCriterion, fromLastTimeIn, heldAnswers } from "./draft.server";
import { type Missing, missingFrom } from "./missing";
import { type NewerNotice, noticeOf } from "./newer.server";
import { type NextSteps, nextSteps } from "./next-steps";
import { doubtsOf, stillStops } from "./not-personal.server";
import { personalStops } from "./personal";
import { type Scope, scopeOf } from "./scope";
import type { ShownCriterion } from "./shown-criterion";
import type { FileNames } from "./survey/from-survey";
import { type ShownWarning, warningsOf } from "./warnings.server";

export type Checked = {
  assessment: AssessmentAsRead & { facts: Facts };
  answers: { criterion: ShownCriterion; answer: Answer }[];
  missing: Missing[];
  scope: Scope;
  files: FileNames;
  newer: NewerNotice | undefined;
  warnings: ShownWarning[];
  /** What would get them further by their own levels. */
  next: NextSteps | undefined;
};

/** Everything that would be sent today, with what is missing. Undefined when it is not the actor's; `first_questions` before those were answered. */
export async function checkedFor(db: Db, clock: Clock, actor: Actor, assessmentId: string): Promise<Checked | "first_questions" | undefined> {
  const assessment = await assessmentAsRead(db, actor, assessmentId);
  if (!assessment) return undefined;
  const { facts, organisationId, version } = assessment;
  if (!facts) return "first_questions";
  const [held, offers, newer] = await Promise.all([heldAnswers(db, assessment.id), offersOf(db, organisationId), noticeOf(db, clock, assessment)]);
  const answers = byCriterion(held);
  const shown = Object.values(answers).flatMap(({ evidence = [] }) => evidence.flatMap(({ file }) => file ?? []));
  const files = await filesNamed(db, organisationId, shown);
  return {
    assessment: { ...assessment, facts },
    answers: applicable(version.standard, facts).map((criterion) => ({ criterion, answer: answers[criterion.id] ?? {} })),
    missing: [
      ...missingFrom(version.standard, facts, answers, londonDay(clock.now()), fromLastTimeIn(held)),
      ...stillStops(personalStops(version.standard, facts, answers, files), await doubtsOf(db, assessment, facts, held)),
    ],
    scope: scopeOf(version.standard, offers),
    warnings: await warningsOf(db, clock, assessment, answers),
    next: nextSteps(version.standard, facts, answers),
    files: Object.fromEntries([...files].map(([id, { name, bytes, removedOn }]) => [id, { name, bytes, removedOn }])),
    newer,
  };
}
