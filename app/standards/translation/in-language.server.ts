import { inArray } from "drizzle-orm";
import { standardTranslations } from "#db/schema/standards";
import type { Standard } from "#standards/format";
import type { Db } from "~/platform/database.server";
import { remember } from "~/platform/remember";
import { type Language, locales } from "~/platform/words";
import type { StandardVersion } from "../versions.server";
import { contentRead, newestRows } from "./newest.server";
import { isChecked, translated } from "./translated";

/** A version's standard as it is read in a language. */
export type ReadStandard = {
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
 * Asks nothing of the database for English, once for what this process has read before, and twice for what it has not.
 */
export async function allInLanguage(db: Db, versions: StandardVersion[], language: Language): Promise<ReadStandard[]> {
  const rows =
    language === "en" || versions.length === 0
      ? []
      : await newestRows(
          db,
          language,
          versions.map(({ id }) => id),
        );
  const unread = rows.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  if (unread.length > 0) {
    const { id, versionId, content } = standardTranslations;
    for (const row of await db.select({ id, versionId, content }).from(standardTranslations).where(inArray(id, unread))) {
      const { translation } = contentRead(row.content);
      const { standard } = versions.find((each) => each.id === row.versionId)!;
      known.set(row.id, { standard: translated(standard, translation), textIn: language, checked: isChecked(translation) });
    }
  }
  return versions.map(({ id, standard }) => known.get(rows.find(({ versionId }) => versionId === id)?.id ?? "") ?? { standard, textIn: "en", checked: true });
}

/** What `lang` says of a text in this language on a page in that one; nothing where they are the same. */
export const langWithin = (textIn: Language, page: Language): string | undefined => (textIn === page ? undefined : locales[textIn]);
