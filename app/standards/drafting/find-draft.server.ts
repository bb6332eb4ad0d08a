import { and, desc, eq, gte, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { people } from "#db/schema/accounts";
import { standardDraftEdits, standardDrafts } from "#db/schema/standards";
import type { Day } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import type { Draft } from "./draft";

const Files = z.record(z.string(), z.string());
type Row = typeof standardDrafts.$inferSelect;

/** A row as the rules see it. */
export const draftOf = ({ id, key, version, baseVersionId, state, revision, files, consultationEndsOn }: Row): Draft => ({
  id,
  key,
  version,
  baseVersionId,
  state,
  revision,
  files: Files.parse(files),
  consultationEndsOn,
});

/** One draft; undefined when no draft has this id. */
export async function findDraft(db: Db, id: string): Promise<Draft | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined;
  const [row] = await db.select().from(standardDrafts).where(eq(standardDrafts.id, id));
  return row && draftOf(row);
}

/** One draft, held still until the transaction ends. */
export async function holdDraft(tx: Db, id: string): Promise<Draft | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined;
  const [row] = await tx.select().from(standardDrafts).where(eq(standardDrafts.id, id)).for("update");
  return row && draftOf(row);
}

/** The draft of this number that was ever put to its readers, the newest first. Discarded ones are nobody's business. */
export async function consultedDraft(db: Db, key: string, version: string): Promise<Draft | undefined> {
  const wasConsulted = sql`exists (select 1 from ${standardDraftEdits} e where e.draft_id = ${standardDrafts.id} and e.name = 'consulted')`;
  const [row] = await db
    .select()
    .from(standardDrafts)
    .where(and(eq(standardDrafts.key, key), eq(standardDrafts.version, version), inArray(standardDrafts.state, ["draft", "consultation", "published"]), wasConsulted))
    .orderBy(desc(standardDrafts.createdAt))
    .limit(1);
  return row && draftOf(row);
}

export type OpenConsultation = { version: string; until: Day };

/** The versions of a standard that readers may say something about on a day, the one that ends first first. */
export async function openConsultations(db: Db, key: string, today: Day): Promise<OpenConsultation[]> {
  const { version, consultationEndsOn: until, state } = standardDrafts;
  const rows = await db
    .select({ version, until })
    .from(standardDrafts)
    .where(and(eq(standardDrafts.key, key), eq(state, "consultation"), gte(until, today)))
    .orderBy(until, version);
  return rows.flatMap((row) => (row.until === null ? [] : [{ version: row.version, until: row.until }]));
}

export type DraftEdit = { id: string; name: string; path: string | null; at: Date; personId: string; by: string };

/** What was done to a draft and by whom, the newest first. */
export const editsOf = (db: Db, draftId: string): Promise<DraftEdit[]> =>
  db
    .select({
      id: standardDraftEdits.id,
      name: standardDraftEdits.name,
      path: standardDraftEdits.path,
      at: standardDraftEdits.at,
      personId: standardDraftEdits.by,
      by: people.name,
    })
    .from(standardDraftEdits)
    .innerJoin(people, eq(people.id, standardDraftEdits.by))
    .where(eq(standardDraftEdits.draftId, draftId))
    .orderBy(desc(standardDraftEdits.seq));

/** Did this person write any part of it: started it, saved a file, or moved it onto a newer version? */
export const wrote = (edits: readonly Pick<DraftEdit, "name" | "personId">[], personId: string) =>
  edits.some((edit) => edit.personId === personId && ["started", "wrote", "moved"].includes(edit.name));
