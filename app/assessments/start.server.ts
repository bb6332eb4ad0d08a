import { and, eq, sql } from "drizzle-orm";
import { answers, assessments } from "#db/schema/assessments";
import type { Facts } from "#standards/format";
import { type Actor, membershipIn } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { factsOf } from "~/providers/facts.server";
import { offered } from "~/standards/applies";
import { structuredFacts } from "~/standards/facts.server";
import { latestVersions } from "~/standards/versions.server";
import { assessmentFor } from "./draft.server";

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
 * Starts a self-assessment against the newest version of a standard. A second start answers the draft that is there.
 * `carryFrom`, an assessment of the same organisation and standard, lends its answers to a draft in which nothing is answered yet, and is kept as its parent.
 * The first questions are not asked again when the organisation has answered them all before.
 * Undefined when the actor does not belong to the organisation. Refuses a standard that is not for what the organisation does.
 */
export async function startAssessment(
  db: Db,
  clock: Clock,
  actor: Actor,
  { organisationId, standardKey, carryFrom }: { organisationId: string; standardKey: string; carryFrom?: string },
): Promise<Started | undefined> {
  if (!membershipIn(actor, organisationId)) return undefined;
  return db.transaction(async (tx): Promise<Started> => {
    const version = (await latestVersions(tx)).find(({ standard }) => standard.key === standardKey);
    if (!version) return { ok: false, why: "no_such_standard" };
    const stated = await factsOf(tx, organisationId);
    if (!offered(version.standard, stated)) return { ok: false, why: "not_offered" };
    const parent = carryFrom === undefined ? undefined : await assessmentFor(tx, actor, carryFrom);
    if (carryFrom !== undefined && (parent?.organisationId !== organisationId || parent.version.standard.key !== standardKey)) return { ok: false, why: "nothing_to_carry" };

    const now = clock.now();
    const [made] = await tx
      .insert(assessments)
      .values({
        organisationId,
        standardVersionId: version.id,
        state: "draft",
        facts: alreadyAnswered(stated),
        parentId: parent?.id ?? null,
        createdAt: now,
        createdBy: actor.personId,
      })
      .onConflictDoNothing()
      .returning({ id: assessments.id });
    const criteria = version.standard.criteria.map(({ id }) => id);
    const lend = (to: string) => parent && carry(tx, { from: parent.id, to, criteria, at: now, by: actor.personId });
    if (!made) {
      const draft = await draftOf(tx, organisationId, version.id);
      const lentBefore = parent !== undefined && parent.id === draft.parentId;
      if (!parent || lentBefore || draft.answered || parent.id === draft.id) return { ok: true, assessmentId: draft.id, fresh: false, carried: lentBefore };
      await lend(draft.id);
      await tx.update(assessments).set({ parentId: parent.id }).where(eq(assessments.id, draft.id));
      await record(tx, { personId: actor.personId }, now, { type: "assessment.answers_carried", subject: draft.id, data: { parent_id: parent.id } });
      return { ok: true, assessmentId: draft.id, fresh: false, carried: true };
    }
    await lend(made.id);
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

/** The draft that is there, held still until the transaction ends: nothing is saved into it meanwhile. */
async function draftOf(tx: Db, organisationId: string, standardVersionId: string) {
  const [row] = await tx
    .select({ id: assessments.id, parentId: assessments.parentId })
    .from(assessments)
    .where(and(eq(assessments.organisationId, organisationId), eq(assessments.standardVersionId, standardVersionId), eq(assessments.state, "draft")))
    .for("update");
  if (!row) throw new Error("The draft that stood in the way is not there");
  return { ...row, answered: (await tx.$count(answers, eq(answers.assessmentId, row.id))) > 0 };
}

/** Copies answers with their private notes, where the version still has the criterion. Nothing of the parent is changed. */
async function carry(tx: Db, { from, to, criteria, at, by }: { from: string; to: string; criteria: string[]; at: Date; by: string }) {
  await tx.execute(sql`
    insert into ${answers} (assessment_id, criterion, content, private_note, version, saved_at, saved_by)
    select ${to}, criterion, content, private_note, 1, ${at.toISOString()}, ${by} from ${answers}
    where assessment_id = ${from} and criterion in ${criteria}`);
}
