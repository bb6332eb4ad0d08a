import { and, desc, eq } from "drizzle-orm";
import { answers, assessments } from "#db/schema/assessments";
import { standardVersions } from "#db/schema/standards";
import type { Facts } from "#standards/format";
import { type Actor, membershipIn } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { factsOf } from "~/providers/facts.server";
import { offered } from "~/standards/applies";
import { structuredFacts } from "~/standards/facts.server";
import { latestVersions, type StandardVersion, versionById } from "~/standards/versions.server";
import { type Assessment, assessmentFor } from "./draft.server";
import { fromLastTime } from "./last-time";
import { migrateThrough } from "./migrate";
import { movable, writeMoved } from "./moved-answers.server";
import { stepsBetween } from "./newer.server";
import { submissionOf } from "./submission.server";

export type Started =
  | {
      ok: true;
      assessmentId: string;
      /** False when the draft was there already. */
      fresh: boolean;
      /** The draft began with the answers of `carryFrom`. False when none were asked for, and when the draft had answers of its own. */
      carried: boolean;
    }
  | { ok: false; why: "no_such_standard" | "not_offered" | "nothing_to_carry" };

/**
 * Starts a self-assessment against the newest version of a standard that is in force. A second start answers the draft that is there, also when it is of an older version.
 * `carryFrom`, an assessment of the same organisation and standard, lends its answers to a draft in which nothing is answered yet, and is kept as its parent;
 * from an older version they come as a move would bring them. Where it was sent, each asks whether it is still true; not where it is only `takenBack`, to be sent again.
 * The first questions are not asked again when the organisation has answered them all before.
 * Undefined when the actor does not belong to the organisation. Refuses a standard that is not for what the organisation does.
 */
export async function startAssessment(
  db: Db,
  clock: Clock,
  actor: Actor,
  { organisationId, standardKey, carryFrom, takenBack = false }: { organisationId: string; standardKey: string; carryFrom?: string; takenBack?: boolean },
): Promise<Started | undefined> {
  if (!membershipIn(actor, organisationId)) return undefined;
  return db.transaction(async (tx): Promise<Started> => {
    const version = (await latestVersions(tx, londonDay(clock.now()))).find(({ standard }) => standard.key === standardKey);
    if (!version) return { ok: false, why: "no_such_standard" };
    const stated = await factsOf(tx, organisationId);
    if (!offered(version.standard, stated)) return { ok: false, why: "not_offered" };
    const parent = carryFrom === undefined ? undefined : await assessmentFor(tx, actor, carryFrom);
    if (carryFrom !== undefined && (parent?.organisationId !== organisationId || parent.version.standard.key !== standardKey)) return { ok: false, why: "nothing_to_carry" };

    const now = clock.now();
    const lending = { at: now, by: actor.personId, takenBack };
    const facts = alreadyAnswered(stated);
    const row = { organisationId, standardVersionId: version.id, state: "draft" as const, facts, parentId: parent?.id ?? null, createdAt: now, createdBy: actor.personId };
    const there = await draftOf(tx, organisationId, standardKey);
    const [made] = there ? [] : await tx.insert(assessments).values(row).onConflictDoNothing().returning({ id: assessments.id });
    if (!made) {
      const draft = there ?? (await draftOf(tx, organisationId, standardKey));
      if (!draft) throw new Error("The draft that stood in the way is not there");
      const lentBefore = parent !== undefined && parent.id === draft.parentId;
      const asked = parent && !lentBefore && !draft.answered && parent.id !== draft.id ? parent : undefined;
      const lent = asked && (await lend(tx, asked, draft, lending));
      if (!asked || !lent) return { ok: true, assessmentId: draft.id, fresh: false, carried: lentBefore };
      await tx.update(assessments).set({ parentId: asked.id }).where(eq(assessments.id, draft.id));
      await record(tx, { personId: actor.personId }, now, { type: "assessment.answers_carried", subject: draft.id, data: { parent_id: asked.id } });
      return { ok: true, assessmentId: draft.id, fresh: false, carried: true };
    }
    if (parent) await lend(tx, parent, { id: made.id, version }, lending);
    await record(tx, { personId: actor.personId }, now, { type: "assessment.started", subject: made.id, data: { standard_version_id: version.id, parent_id: parent?.id ?? null } });
    return { ok: true, assessmentId: made.id, fresh: true, carried: parent !== undefined };
  });
}

/** Asked once: what was stated before, when nothing of it is missing. */
function alreadyAnswered(stated: Facts): Facts | null {
  const keys = structuredFacts()
    .filter(({ tailoring }) => tailoring)
    .map(({ key }) => key);
  if (!keys.every((key) => stated[key] !== undefined)) return null;
  return Object.fromEntries(keys.map((key) => [key, stated[key]!]));
}

/** The draft of this standard that is there, of whatever version, held still until the transaction ends: nothing is saved into it meanwhile. */
async function draftOf(tx: Db, organisationId: string, standardKey: string) {
  const [row] = await tx
    .select({ id: assessments.id, parentId: assessments.parentId, versionId: assessments.standardVersionId })
    .from(assessments)
    .innerJoin(standardVersions, eq(standardVersions.id, assessments.standardVersionId))
    .where(and(eq(assessments.organisationId, organisationId), eq(standardVersions.key, standardKey), eq(assessments.state, "draft")))
    .orderBy(desc(assessments.createdAt))
    .limit(1)
    .for("update", { of: assessments });
  const version = row && (await versionById(tx, row.versionId));
  return row && version && { id: row.id, parentId: row.parentId, version, answered: (await tx.$count(answers, eq(answers.assessmentId, row.id))) > 0 };
}

type Lending = { at: Date; by: string; takenBack: boolean };

/** Copies answers with their private notes, and moves them on where they were given under an older version. Nothing of the parent is changed. False where they were given under a newer one. */
async function lend(tx: Db, parent: Assessment, to: { id: string; version: StandardVersion }, { at, by, takenBack }: Lending): Promise<boolean> {
  const steps = await stepsBetween(tx, parent.version.standard, to.version.standard);
  if (!steps) return false;
  const sent = parent.state === "submitted" && !takenBack ? await submissionOf(tx, parent.id) : undefined;
  const given = await movable(tx, parent);
  const answersThen = sent ? fromLastTime(given.answers, parent.version.standard, londonDay(sent.submittedAt)) : given.answers;
  await writeMoved(tx, to.id, migrateThrough({ ...given, answers: answersThen }, parent.version.standard, steps).answers, at, by);
  return true;
}
