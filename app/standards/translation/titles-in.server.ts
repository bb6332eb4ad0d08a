import { desc, eq, inArray } from "drizzle-orm";
import { standardTranslations, standardVersions } from "#db/schema/standards";
import type { Db } from "~/platform/database.server";
import { remember } from "~/platform/remember";
import type { Language } from "~/platform/words";
import { contentRead } from "./newest.server";
import type { Titles } from "./titles";

/** A row is never changed, so its title was read once for as long as the process lives. Which row counts is asked every time. */
const known = remember("translated titles", () => new Map<string, string>());

/** The titles of all versions in a language. Asks nothing of the database for English, once for what this process has read before, and twice for what it has not. */
export async function titlesIn(db: Db, language: Language): Promise<Titles> {
  if (language === "en") return () => undefined;
  const { id, versionId, seq, content } = standardTranslations;
  const rows = await db
    .selectDistinctOn([versionId], { id, key: standardVersions.key, version: standardVersions.version })
    .from(standardTranslations)
    .innerJoin(standardVersions, eq(standardVersions.id, versionId))
    .where(eq(standardTranslations.language, language))
    .orderBy(versionId, desc(seq));
  const unread = rows.filter((row) => !known.has(row.id)).map((row) => row.id);
  if (unread.length > 0)
    for (const row of await db.select({ id, content }).from(standardTranslations).where(inArray(id, unread))) known.set(row.id, contentRead(row.content).translation.title);
  const titles = new Map(rows.map(({ id, key, version }) => [`${key}@${version}`, known.get(id)]));
  return ({ key, version }) => titles.get(`${key}@${version}`);
}
