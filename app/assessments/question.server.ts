import type { Actor } from "~/accounts/actor";
import { filesAtHand } from "~/evidence/library.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { applicable } from "~/standards/applies";
import { compareVersions } from "~/standards/version-order";
import { type AssessmentAsRead, assessmentAsRead } from "./as-read.server";
import type { Carried } from "./carried";
import { isAboutSessions } from "./core-topic";
import { offerAt } from "./core-topic.server";
import { type HeldAnswer, heldAnswers } from "./draft.server";
import { heldAwards } from "./held-awards.server";
import { passedIn } from "./last-time";
import { lastPlanDay } from "./missing";
import { type Ancestor, ancestorsOf } from "./moved-from.server";
import { newTo } from "./new-in-version.server";
import type { ShownQuestion } from "./shown-question";
import type { FormDays } from "./survey/to-survey";
import type { AssessmentState } from "./workflow";

export type Question = { state: AssessmentState; organisationId: string; days: FormDays; shown: ShownQuestion };

/** One question of an assessment with its answer so far. Undefined when the assessment is not the actor's or does not ask it; `first_questions` when it is not known yet what is asked. */
export async function questionFor(db: Db, clock: Clock, actor: Actor, assessmentId: string, criterionId: string): Promise<Question | "first_questions" | undefined> {
  const assessment = await assessmentAsRead(db, actor, assessmentId);
  if (!assessment) return undefined;
  const { standard } = assessment.version;
  if (!assessment.facts) return standard.criteria.some(({ id }) => id === criterionId) ? "first_questions" : undefined;
  const asked = applicable(standard, assessment.facts);
  const index = asked.findIndex(({ id }) => id === criterionId);
  const [held] = await heldAnswers(db, assessment.id, criterionId);
  const criterion = asked[index] ?? hiddenButKept(assessment, criterionId, held);
  if (!criterion) return undefined;
  const awards = await heldAwards(db, assessment.organisationId, standard.key, criterion);
  const open = { assessmentId: assessment.id, criterion, answer: held?.answer ?? {}, awards };
  const offer = assessment.state === "draft" ? await offerAt(db, assessment, open) : undefined;
  const shownFiles = [...(open.answer.evidence ?? []), ...(offer?.evidence ?? [])].flatMap(({ file }) => file ?? []);
  const files = await filesAtHand(db, assessment.organisationId, shownFiles);
  const older = assessment.parentId ? await ancestorsOf(db, assessment.id) : [];
  const today = londonDay(clock.now());
  const shown: ShownQuestion = {
    assessmentId: assessment.id,
    criterion,
    section: standard.sections.find(({ id }) => id === criterion.section)?.title ?? "",
    place: index + 1,
    of: asked.length,
    previous: asked[index - 1]?.id,
    next: asked[index + 1]?.id,
    answer: open.answer,
    privateNote: held?.privateNote ?? "",
    carried: held?.carried && {
      asks: held.carried,
      sessions: isAboutSessions(standard),
      places: placesOf(older, held.carried),
      sentBy: (held.carried.last_time && older.find(({ sentBy }) => sentBy !== null)?.sentBy) ?? undefined,
      passed: held.carried.last_time ? passedIn(criterion, held.answer, today, { files, awards }) : [],
    },
    offer,
    newIn: assessment.state === "draft" && !held?.carried ? (await newTo(db, assessment, older))[criterion.id] : undefined,
    version: held?.version ?? 0,
    lastSaved: held && { at: held.savedAt.toISOString(), by: held.savedBy },
    files: Object.fromEntries(files.filter(({ id }) => shownFiles.includes(id)).map(({ id, name, bytes, removedOn }) => [id, { name, bytes, removedOn }])),
    awards,
    have: assessment.state === "draft" ? files.filter(({ locked, removedOn }) => !locked && !removedOn).map(({ id, name, bytes }) => ({ id, name, bytes })) : [],
  };
  return { state: assessment.state, organisationId: assessment.organisationId, days: { today, lastPlanDay: lastPlanDay(today) }, shown };
}

/** What was typed under an older version stays readable, even where the question had been hidden by the facts. */
const hiddenButKept = ({ state, version }: AssessmentAsRead, criterionId: string, held: HeldAnswer | undefined) =>
  state === "migrated" && held ? version.standard.criteria.find(({ id }) => id === criterionId) : undefined;

/** Where the answers were given: an answer that came unchanged through a version in between was given under the one before that. */
function placesOf(older: readonly Ancestor[], { from }: Carried) {
  const given = from.flatMap(({ version }) => {
    const place = older.find((each) => compareVersions(each.version, version) <= 0);
    return place ? [[version, { id: place.id, version: place.version }] as const] : [];
  });
  return Object.fromEntries(given);
}
