import { type AnyColumn, and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { appealSeats, appeals } from "#db/schema/appeals";
import { submissions } from "#db/schema/assessments";
import { evidenceFiles, linkCaptures } from "#db/schema/evidence";
import { privacyLocks } from "#db/schema/privacy";
import { assignments, cases, supplements } from "#db/schema/review";
import { type Actor, hasRole, membershipIn } from "~/accounts/actor";
import { type Day, londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { FilesUnavailable, readStored } from "~/platform/files.server";
import { safeName } from "./file-name";
import { findingsIn } from "./look-inside.server";
import { type Finding, type Result, resultOf } from "./personal-data";

type ReadingStates = readonly (typeof cases.$inferSelect)["state"][];
export type EvidenceFile = typeof evidenceFiles.$inferSelect;
/** `cases`: those through which somebody of the scheme may read it; none for the organisation's own people. */
export type EvidenceRead =
  | { ok: true; file: Pick<EvidenceFile, "name" | "mediaType">; content: Buffer; cases: string[] }
  | { ok: false; why: "storage_unavailable" }
  | { ok: false; why: "removed"; on: Day };

/** A file with its bytes, for whoever may read it. `readingStates`: those of a case in which its readers may open what was sent. Undefined for everybody else, for a file that was never looked at or is locked, and for one that is not there. Whoever may read it is told when it was deleted because its time was over. */
export async function readEvidence(db: Db, actor: Actor, id: string, readingStates: ReadingStates): Promise<EvidenceRead | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined;
  const file = (await servable(db, id)) ?? (await captured(db, id));
  const own = file && membershipIn(actor, file.organisationId) !== undefined;
  const through = file && !own ? await casesThrough(db, actor, file, readingStates) : [];
  if (!file || (!own && through.length === 0)) return undefined;
  if (file.removedAt) return { ok: false, why: "removed", on: londonDay(file.removedAt) };
  try {
    const content = await readStored(file.storageKey);
    return content && { ok: true, file, content, cases: through };
  } catch (error) {
    if (error instanceof FilesUnavailable) return { ok: false, why: "storage_unavailable" };
    throw error;
  }
}

async function servable(db: Db, id: string) {
  const [file] = await db.select().from(evidenceFiles).where(eq(evidenceFiles.id, id));
  return file && file.checkedAt !== null && file.lockedAt === null ? file : undefined;
}

/** A web page as it was kept: words to read, never a page. One that is locked, or was removed, is nobody's. */
async function captured(db: Db, id: string) {
  const open = sql`not exists (select 1 from ${privacyLocks} l where l.kind = 'page' and l.target = ${id} and l.state <> 'unlocked')`;
  const [page] = await db
    .select()
    .from(linkCaptures)
    .where(and(eq(linkCaptures.id, id), open));
  if (!page?.storageKey) return undefined;
  const text = page.mediaType?.includes("html") ?? true;
  const ending = text ? "html.txt" : (page.mediaType?.split("/")[1] ?? "bin");
  const name = safeName(`${new URL(page.url).hostname} ${londonDay(page.capturedAt)}.${ending}`);
  return { id, organisationId: page.organisationId, storageKey: page.storageKey, removedAt: page.removedAt, name, mediaType: text ? "text/plain; charset=utf-8" : page.mediaType! };
}

/** The cases through which a file may be read, once it was sent or added to what was sent, by those who review them: moderators, decision-makers, readers who declared no conflict while there is reading to do, and the panel of an appeal. */
async function casesThrough(db: Db, actor: Actor, file: Pick<EvidenceFile, "id" | "organisationId">, readingStates: ReadingStates): Promise<string[]> {
  const added = sql`exists (select 1 from ${supplements} where ${supplements.caseId} = ${cases.id} and ${supplements.sentAt} is not null and ${shows(supplements.content, file.id)})`;
  const shown = and(eq(submissions.organisationId, file.organisationId), sql`(${shows(submissions.content, file.id)} or ${added})`);
  const mine = and(eq(assignments.personId, actor.personId), isNotNull(assignments.declaredAt), isNull(assignments.endedAt));
  const desk = hasRole(actor, "moderator", "decider");
  const seated = hasRole(actor, "panel") ? await casesOfPanel(db, actor, shown) : [];
  if (!desk && !hasRole(actor, "assessor")) return seated;
  const found = await db
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .leftJoin(assignments, and(eq(assignments.caseId, cases.id), mine))
    .where(and(shown, desk ? undefined : and(isNotNull(assignments.id), inArray(cases.state, [...readingStates]))));
  return [...new Set([...seated, ...found.map(({ id }) => id)])];
}

/** The cases in which this person sits on the panel of an appeal and the file was shown, once all three have declared no conflict. */
async function casesOfPanel(db: Db, { personId }: Actor, shown: SQL | undefined): Promise<string[]> {
  const found = await db
    .select({ id: cases.id })
    .from(appeals)
    .innerJoin(cases, eq(cases.id, appeals.caseId))
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .innerJoin(appealSeats, and(eq(appealSeats.appealId, appeals.id), eq(appealSeats.personId, personId), isNull(appealSeats.endedAt)))
    .where(and(shown, eq(appeals.state, "deliberating")));
  return found.map(({ id }) => id);
}

/** Whether what was sent shows this file, or a web page as it was kept. */
const shows = (content: AnyColumn, id: string) =>
  sql`(${content}::jsonb -> 'files' ? ${id} or exists (select 1 from jsonb_each(${content}::jsonb -> 'links') page where page.value ->> 'capture' = ${id}))`;

/** `result`: what was found in it and not confirmed to be all right by its own people. `removedOn`: the day on which it was deleted because its time was over. */
export type NamedFile = { id: string; name: string; bytes: number; result: Result; locked: boolean; removedOn: Day | null };

/** What can be said of an organisation's files beside an answer, by id. */
export async function filesNamed(db: Db, organisationId: string, ids: readonly string[]): Promise<Map<string, NamedFile>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(evidenceFiles)
    .where(and(inArray(evidenceFiles.id, [...ids]), eq(evidenceFiles.organisationId, organisationId)));
  return new Map(rows.map((row) => [row.id, named(row)]));
}

const named = ({ id, name, bytes, findings, findingsConfirmedAt, lockedAt, removedAt }: EvidenceFile): NamedFile => ({
  id,
  name,
  bytes,
  result: findingsConfirmedAt ? "clear" : resultOf(findingsIn(findings)),
  locked: lockedAt !== null,
  removedOn: removedAt && londonDay(removedAt),
});

/** What a reader is told of a file that was sent: what was found in it, whether its own people looked, the scan, the lock, the day on which it was deleted because its time was over. By id; never found through an actor. */
export type FileState = { findings: Finding[]; confirmedAt: Date | null; scan: EvidenceFile["scan"]; locked: boolean; removedOn: Day | null };
export async function fileStates(db: Db, ids: readonly string[]): Promise<Map<string, FileState>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(evidenceFiles)
    .where(inArray(evidenceFiles.id, [...ids]));
  return new Map(
    rows.map(({ id, findings, findingsConfirmedAt, scan, lockedAt, removedAt }) => [
      id,
      { findings: findingsIn(findings), confirmedAt: findingsConfirmedAt, scan, locked: lockedAt !== null, removedOn: removedAt && londonDay(removedAt) },
    ]),
  );
}
