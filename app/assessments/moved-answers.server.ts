import { inArray } from "drizzle-orm";
import { answers } from "#db/schema/assessments";
import { evidenceFiles } from "#db/schema/evidence";
import type { Standard } from "#standards/format";
import type { Db } from "~/platform/database.server";
import type { CarriedAnswers } from "./carried";
import { type Assessment, heldAnswers } from "./draft.server";
import { type Draft, migrateThrough, type Step } from "./migrate";

/** A draft as it is moved about. */
export async function movable(db: Db, { id, facts = {} }: Pick<Assessment, "id" | "facts">): Promise<Draft> {
  const held = await heldAnswers(db, id);
  return { facts, answers: Object.fromEntries(held.map(({ criterion, answer, privateNote, carried }) => [criterion, { answer, privateNote, ...(carried ? { carried } : {}) }])) };
}

/** Its answers as they are under the last of these versions. */
export async function answersMoved(db: Db, from: Assessment, steps: readonly Standard[]): Promise<Step> {
  return migrateThrough(await movable(db, from), from.version.standard, steps);
}

/** Writes moved answers into a draft that has none yet. What they showed and is gone, because its time was over, is left out. */
export async function writeMoved(tx: Db, assessmentId: string, moved: CarriedAnswers, savedAt: Date, savedBy: string) {
  const gone = await goneAmong(
    tx,
    Object.values(moved).flatMap(({ answer }) => (answer.evidence ?? []).flatMap(({ file }) => file ?? [])),
  );
  const rows = Object.entries(moved).map(([criterion, { answer, privateNote, carried }]) => ({
    assessmentId,
    criterion,
    content: answer.evidence ? { ...answer, evidence: answer.evidence.filter(({ file }) => !file || !gone.has(file)) } : answer,
    privateNote,
    carried: carried ?? null,
    version: 1,
    savedAt,
    savedBy,
  }));
  if (rows.length > 0) await tx.insert(answers).values(rows);
}

/** Those of these files whose bytes were deleted. Holds the others, so that none goes meanwhile. */
async function goneAmong(tx: Db, files: readonly string[]): Promise<Set<string>> {
  if (files.length === 0) return new Set();
  const rows = await tx
    .select({ id: evidenceFiles.id, removedAt: evidenceFiles.removedAt })
    .from(evidenceFiles)
    .where(inArray(evidenceFiles.id, [...files]))
    .for("share");
  return new Set(rows.flatMap(({ id, removedAt }) => (removedAt ? [id] : [])));
}
