import { eq } from "drizzle-orm";
import { plausibilityReplies } from "#db/schema/assessments";
import type { Criterion, Facts } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { factsOf } from "~/providers/facts.server";
import { applicable } from "~/standards/applies";
import type { Answers } from "./answer";
import { type AssessmentAsRead, assessmentAsRead } from "./as-read.server";
import { type Assessment, byCriterion, heldAnswers } from "./draft.server";
import { bearsOn, type Warning, warningsFrom } from "./plausibility";

/** What does not seem to fit, with what the provider said to it; empty when nothing. `plausibility-words.ts` has the sentence. */
export type ShownWarning = Warning & { words: string };

/** What does not seem to fit in a draft today, as far as its version asks about it, with the replies. Two reads more where the facts are not given. */
export async function warningsOf(db: Db, clock: Clock, assessment: Assessment, answers: Answers, stated?: Facts): Promise<ShownWarning[]> {
  const facts = { ...(stated ?? (await factsOf(db, assessment.organisationId))), ...assessment.facts };
  const asked = applicable(assessment.version.standard, facts);
  const found = warningsFrom(facts, answers, londonDay(clock.now())).filter(({ check }) => asked.some((criterion: Criterion) => bearsOn(check, criterion)));
  if (found.length === 0) return [];
  const replies = await db
    .select({ check: plausibilityReplies.check, words: plausibilityReplies.words })
    .from(plausibilityReplies)
    .where(eq(plausibilityReplies.assessmentId, assessment.id));
  return found.map((each) => ({ ...each, words: replies.find(({ check }) => check === each.check)?.words ?? "" }));
}

/** The same, found through the actor; undefined when it is not theirs. */
export async function warningsFor(db: Db, clock: Clock, actor: Actor, assessmentId: string): Promise<{ assessment: AssessmentAsRead; warnings: ShownWarning[] } | undefined> {
  const assessment = await assessmentAsRead(db, actor, assessmentId);
  if (!assessment) return undefined;
  return { assessment, warnings: await warningsOf(db, clock, assessment, byCriterion(await heldAnswers(db, assessment.id))) };
}
