import { inArray } from "drizzle-orm";
import { standardTranslations } from "#db/schema/standards";
import type { Standard } from "#standards/format";
import type { Translation } from "#standards/translation-format";
import type { Db } from "~/platform/database.server";
import { remember } from "~/platform/remember";
import type { Language } from "~/platform/words";
import type { StandardVersion } from "../versions.server";
import { contentRead, newestContents, newestRows } from "./newest.server";
import { isChecked, translated } from "./translated";

/** A version's standard as it is read in a language. */
export type ReadStandard = {
  /** Of the row it was read from, which never changes: the version's, or the translation's. */
  id: string;
  standard: Standard;
  /** The language its texts are in: English where nobody has translated it. */
  textIn: Language;
  /** Whether somebody who translates for a living has read them. English always counts as read. */
  checked: boolean;
};

/** A row is never changed, so what was read once is right for as long as the process lives. Which row counts is asked every time. */
const known = remember("standard translations", () => new Map<string, ReadStandard>());

/** One version in a language. */
export const inLanguage = async (db: Db, version: StandardVersion, language: Language): Promise<ReadStandard> => (await allInLanguage(db, [version], language))[0]!;

/**
 * Versions in a language, in the order given: the newest translation of each, or its English where there is none.
 * Asks nothing of the database for English, once for what this process has read before, and twice for what it has not; once less where whoever asks has the `newest` rows already.
 */
export async function allInLanguage(db: Db, versions: StandardVersion[], language: Language, newest?: NewestRow[]): Promise<ReadStandard[]> {
  const rows = newest ?? (await newestOf(db, versions, language));
  const unread = rows.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  if (unread.length > 0) {
    const { id, versionId, content } = standardTranslations;
    for (const row of await db.select({ id, versionId, content }).from(standardTranslations).where(inArray(id, unread))) {
      const { translation } = contentRead(row.content);
      const { standard } = versions.find((each) => each.id === row.versionId)!;
      known.set(row.id, { id: row.id, standard: translated(standard, translation), textIn: language, checked: isChecked(translation) });
    }
  }
  return versions.map(({ id, standard }) => known.get(rows.find(({ versionId }) => versionId === id)?.id ?? "") ?? { id, standard, textIn: "en", checked: true });
}

/** Which row of the translations counts for a version. */
export type NewestRow = { id: string; versionId: string };

async function newestOf(db: Db, versions: readonly StandardVersion[], language: Language): Promise<NewestRow[]> {
  if (language === "en" || versions.length === 0) return [];
  return newestRows(
    db,
    language,
    versions.map(({ id }) => id),
  );
}

/** The newest translation of a version by itself, with the hash of the row it is kept in; undefined where there is none, and for English. */
export async function translationOf(db: Db, version: StandardVersion, language: Language): Promise<{ translation: Translation; sha256: string } | undefined> {
  const rows = language === "en" ? [] : await newestContents(db, [version.id]);
  const row = rows.find((each) => each.language === language);
  return row && { translation: contentRead(row.content).translation, sha256: row.sha256 };
}
