import { sql } from "drizzle-orm";
import { answers, assessments } from "#db/schema/assessments";
import { standardVersions } from "#db/schema/standards";
import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { versionsById } from "~/standards/versions.server";
import { Answer } from "./answer";
import { copyOf, type Given, type Open, offeredFor, saysNothing } from "./core-topic";
import { type Assessment, assessmentFor, heldAnswers } from "./draft.server";
import { heldAwards } from "./held-awards.server";
import { type Saved, saveAnswer } from "./save.server";

type Row = { assessmentId: string; criterion: string; versionId: string; content: unknown; version: number; savedAt: string };

/** What an organisation's draft may use again for one of its questions. Reads nothing where the question has no core topic or is answered; one read otherwise. */
export async function offerAt(db: Db, { organisationId }: Pick<Assessment, "organisationId">, open: Open) {
  const topic = open.criterion.core_topic;
  if (topic === undefined || !saysNothing(open.answer)) return undefined;
  return offeredFor(open, await givenOn(db, organisationId, topic));
}

/** An organisation's answers to questions with a topic, in what it is answering or has sent; twenty at most, the newest. */
async function givenOn(db: Db, organisationId: string, topic: string): Promise<Given[]> {
  const rows = await db.execute<Row>(sql`
    with own as (
      select id, standard_version_id from ${assessments} where organisation_id = ${organisationId} and state in ('draft', 'submitted')
    ), topical as (
      select v.id, asked ->> 'id' as criterion
      from ${standardVersions} v cross join lateral jsonb_array_elements(v.content::jsonb -> 'criteria') asked
      where v.id in (select standard_version_id from own) and asked ->> 'core_topic' = ${topic}
    )
    select a.assessment_id as "assessmentId", a.criterion, own.standard_version_id as "versionId", a.content, a.version, a.saved_at as "savedAt"
    from ${answers} a join own on own.id = a.assessment_id
      join topical on topical.id = own.standard_version_id and topical.criterion = a.criterion
    order by a.saved_at desc limit 20`);
  const versions = new Map((await versionsById(db, [...new Set(rows.map(({ versionId }) => versionId))])).map(({ id, standard }) => [id, standard]));
  return rows.flatMap(({ assessmentId, criterion: id, versionId, content, version, savedAt }) => {
    const standard = versions.get(versionId);
    const criterion = standard?.criteria.find((each) => each.id === id);
    return standard && criterion ? [{ assessmentId, standard: standard.title, criterion, answer: Answer.parse(content), version, savedAt: new Date(savedAt) }] : [];
  });
}

/** The answer whose words are to be used, as it was looked at. */
export type Source = { assessmentId: string; criterion: string; version: number };
export type WordsUsed =
  | { ok: true }
  /** Somebody has answered the question: nothing is written over it. */
  | { ok: false; why: "answered"; by: string }
  /** What was offered is not there any more, or says something else now. */
  | { ok: false; why: "other_words" }
  | { ok: false; why: Exclude<Extract<Saved, { ok: false }>["why"], "changed_meanwhile"> };

/**
 * Uses again, for a question with a core topic, what the same organisation said to another one: copies its words and evidence, never its level. From then on the two are apart.
 * Refuses where anything is answered already, at whatever moment it came, and where the source is no longer what was offered. Pressed twice it is one copy.
 * Undefined when the assessment is not the actor's.
 */
export async function copyWords(
  db: Db,
  clock: Clock,
  actor: Actor,
  { assessmentId, criterion: id, source }: { assessmentId: string; criterion: string; source: Source },
): Promise<WordsUsed | undefined> {
  const assessment = await assessmentFor(db, actor, assessmentId);
  if (!assessment) return undefined;
  const { standard } = assessment.version;
  const criterion = standard.criteria.find((each) => each.id === id);
  if (!criterion) return { ok: false, why: "not_asked" };
  const [held] = await heldAnswers(db, assessment.id, id);
  if (held && !saysNothing(held.answer)) return held.carried?.copied?.criterion === source.criterion ? { ok: true } : { ok: false, why: "answered", by: held.savedBy };
  const awards = await heldAwards(db, assessment.organisationId, standard.key, criterion);
  const offer = await offerAt(db, assessment, { assessmentId: assessment.id, criterion, answer: {}, awards });
  if (!offer || offer.assessmentId !== source.assessmentId || offer.criterion !== source.criterion || offer.version !== source.version) return { ok: false, why: "other_words" };
  const saved = await saveAnswer(db, clock, actor, { assessmentId: assessment.id, criterion: id, answer: copyOf(offer), basedOn: held?.version ?? 0, copied: offer });
  if (!saved || saved.ok) return saved && { ok: true };
  return saved.why === "changed_meanwhile" ? { ok: false, why: "answered", by: saved.theirs.savedBy } : { ok: false, why: saved.why };
}
