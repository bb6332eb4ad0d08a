import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { submissions } from "#db/schema/assessments";
import { evidenceFiles } from "#db/schema/evidence";
import { assignments, cases } from "#db/schema/review";
import { type Actor, hasRole, membershipIn } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { FilesUnavailable, readStored } from "~/platform/files.server";

type ReadingStates = readonly (typeof cases.$inferSelect)["state"][];
export type EvidenceFile = typeof evidenceFiles.$inferSelect;
export type EvidenceRead = { ok: true; file: EvidenceFile; content: Buffer } | { ok: false; why: "storage_unavailable" };

/** A file with its bytes, for whoever may read it. `readingStates`: those of a case in which its readers may open what was sent. Undefined for everybody else, for a file that was never looked at, and for one that is not there. */
export async function readEvidence(db: Db, actor: Actor, id: string, readingStates: ReadingStates): Promise<EvidenceRead | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined;
  const [file] = await db.select().from(evidenceFiles).where(eq(evidenceFiles.id, id));
  if (!file || file.checkedAt === null || !(await mayRead(db, actor, file, readingStates))) return undefined;
  try {
    const content = await readStored(file.storageKey);
    return content && { ok: true, file, content };
  } catch (error) {
    if (error instanceof FilesUnavailable) return { ok: false, why: "storage_unavailable" };
    throw error;
  }
}

/** The organisation's own people; and, once it was sent, those who review that case: moderators, decision-makers, and readers who declared no conflict while there is reading to do. */
async function mayRead(db: Db, actor: Actor, file: Pick<EvidenceFile, "id" | "organisationId">, readingStates: ReadingStates): Promise<boolean> {
  if (membershipIn(actor, file.organisationId)) return true;
  const shown = and(eq(submissions.organisationId, file.organisationId), sql`${submissions.content}::jsonb -> 'files' ? ${file.id}`);
  const mine = and(eq(assignments.personId, actor.personId), isNotNull(assignments.declaredAt), isNull(assignments.endedAt));
  const desk = hasRole(actor, "moderator", "decider");
  if (!desk && !hasRole(actor, "assessor")) return false;
  const [found] = await db
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .leftJoin(assignments, and(eq(assignments.caseId, cases.id), mine))
    .where(and(shown, desk ? undefined : and(isNotNull(assignments.id), inArray(cases.state, [...readingStates]))))
    .limit(1);
  return found !== undefined;
}

/** What can be said of an organisation's files beside an answer: name and size, by id. */
export async function filesNamed(db: Db, organisationId: string, ids: readonly string[]): Promise<Map<string, { id: string; name: string; bytes: number }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: evidenceFiles.id, name: evidenceFiles.name, bytes: evidenceFiles.bytes })
    .from(evidenceFiles)
    .where(and(inArray(evidenceFiles.id, [...ids]), eq(evidenceFiles.organisationId, organisationId)));
  return new Map(rows.map((row) => [row.id, row]));
}
