import type { Criterion } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { filesNamed } from "~/evidence/read.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { applicable } from "~/standards/applies";
import { type Assessment, assessmentFor, type HeldAnswer, heldAnswers } from "./draft.server";
import { lastPlanDay } from "./missing";
import type { FileNames } from "./survey/from-survey";
import type { FormDays } from "./survey/to-survey";

export type Question = {
  assessment: Assessment;
  criterion: Criterion;
  section: string;
  /** From 1. */
  place: number;
  of: number;
  previous: string | undefined;
  next: string | undefined;
  held: HeldAnswer | undefined;
  files: FileNames;
  days: FormDays;
};

/** One question of an assessment with its answer so far. Undefined when the assessment is not the actor's or does not ask it; `first_questions` when it is not known yet what is asked. */
export async function questionFor(db: Db, clock: Clock, actor: Actor, assessmentId: string, criterionId: string): Promise<Question | "first_questions" | undefined> {
  const assessment = await assessmentFor(db, actor, assessmentId);
  if (!assessment) return undefined;
  const { standard } = assessment.version;
  if (!assessment.facts) return standard.criteria.some(({ id }) => id === criterionId) ? "first_questions" : undefined;
  const asked = applicable(standard, assessment.facts);
  const index = asked.findIndex(({ id }) => id === criterionId);
  const criterion = asked[index];
  if (!criterion) return undefined;
  const [held] = await heldAnswers(db, assessment.id, criterion.id);
  const files = await filesNamed(db, assessment.organisationId, held?.answer.evidence?.flatMap(({ file }) => file ?? []) ?? []);
  const today = londonDay(clock.now());
  return {
    assessment,
    criterion,
    section: standard.sections.find(({ id }) => id === criterion.section)?.title ?? "",
    place: index + 1,
    of: asked.length,
    previous: asked[index - 1]?.id,
    next: asked[index + 1]?.id,
    held,
    files: Object.fromEntries([...files].map(([id, { name, bytes }]) => [id, { name, bytes }])),
    days: { today, lastPlanDay: lastPlanDay(today) },
  };
}
