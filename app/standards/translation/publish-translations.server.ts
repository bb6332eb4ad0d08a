import { standardTranslations } from "#db/schema/standards";
import type { TranslationLanguage } from "#standards/translation-format";
import { type By, record } from "~/audit/record.server";
import type { Db } from "~/platform/database.server";
import { canonical } from "../canonical";
import { type LoadedVersion, sha256 } from "../load.server";
import { contentRead, newestContents } from "./newest.server";

/** A translation that is not what counts yet. `sha256` is of `content`. */
export type NewTranslation = { key: string; version: string; language: TranslationLanguage; content: string; sha256: string };

/**
 * The translations in the versions' folders that say something else than the newest that is kept. `ids` are the published versions' by name.
 * A row names the one it follows: so going back to earlier words is a row of its own, with a hash of its own.
 */
export async function newTranslations(db: Db, versions: LoadedVersion[], ids: ReadonlyMap<string, string>): Promise<NewTranslation[]> {
  const rows = ids.size > 0 ? await newestContents(db, [...ids.values()]) : [];
  return versions.flatMap(({ standard: { key, version }, translations }) =>
    translations.flatMap(({ language, translation }): NewTranslation[] => {
      const id = ids.get(`${key}@${version}`);
      const newest = rows.find((row) => row.versionId === id && row.language === language);
      if (newest && canonical(contentRead(newest.content).translation) === canonical(translation)) return [];
      const content = canonical({ ...translation, ...(newest && { follows: newest.sha256 }) });
      return [{ key, version, language, content, sha256: sha256(content) }];
    }),
  );
}

/** Keeps them. `ids` has every version's. Takes the transaction in which the plan was made, under the lock of publishing. */
export async function keepTranslations(tx: Db, at: Date, by: By, found: NewTranslation[], ids: ReadonlyMap<string, string>) {
  if (found.length === 0) return;
  await tx
    .insert(standardTranslations)
    .values(found.map(({ key, version, language, content, sha256 }) => ({ versionId: ids.get(`${key}@${version}`)!, language, content, sha256, publishedAt: at })));
  for (const { key, version, language, sha256 } of found)
    await record(tx, by, at, { type: "standard.translated", subject: `${key}@${version}`, data: { key, version, language, sha256 } });
}
