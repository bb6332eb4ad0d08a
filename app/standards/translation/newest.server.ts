import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { standardTranslations } from "#db/schema/standards";
import { Translation, type TranslationLanguage } from "#standards/translation-format";
import type { Db } from "~/platform/database.server";

const { id, versionId, language, seq, sha256, content } = standardTranslations;

/** Which row of each version's translations counts: the newest. */
export const newestRows = (db: Db, of: TranslationLanguage, versionIds: string[]) =>
  db
    .selectDistinctOn([versionId], { id, versionId })
    .from(standardTranslations)
    .where(and(eq(language, of), inArray(versionId, versionIds)))
    .orderBy(versionId, desc(seq));

/** The same of one version, as part of a select that has the version: the row's id, or null where there is none. */
export const newestRowOf = (of: TranslationLanguage, version: PgColumn) =>
  sql<string | null>`(select newest.id from ${standardTranslations} newest where newest.version_id = ${version} and newest.language = ${of} order by newest.seq desc limit 1)`;

/** The newest translation of every version in every language, as it is kept. */
export const newestContents = (db: Db, versionIds: string[]) =>
  db
    .selectDistinctOn([versionId, language], { versionId, language, sha256, content })
    .from(standardTranslations)
    .where(inArray(versionId, versionIds))
    .orderBy(versionId, language, desc(seq));

/** What a row says, without the row that it follows. */
export function contentRead(text: string): { translation: Translation; follows?: string } {
  const { follows, ...translation } = JSON.parse(text) as { follows?: string };
  return { translation: Translation.parse(translation), ...(follows !== undefined && { follows }) };
}
