import { and, eq, inArray } from "drizzle-orm";
import { standardVersions } from "#db/schema/standards";
import { Standard } from "#standards/format";
import type { Db } from "~/platform/database.server";
import { remember } from "~/platform/remember";
import { compareVersions } from "./version-order";

/** A published version. `content` is the text whose hash `sha256` is. */
export type StandardVersion = { id: string; sha256: string; content: string; standard: Standard };

/** A published version never changes, so what was read once is right for as long as the process lives. */
const known = remember("standard versions", () => new Map<string, StandardVersion>());

/** One published version by its id. */
export async function versionById(db: Db, id: string): Promise<StandardVersion | undefined> {
  return (await versionsById(db, [id]))[0];
}

/** One published version by its name. */
export async function versionOf(db: Db, key: string, version: string): Promise<StandardVersion | undefined> {
  const [row] = await db
    .select({ id: standardVersions.id })
    .from(standardVersions)
    .where(and(eq(standardVersions.key, key), eq(standardVersions.version, version)));
  return row && versionById(db, row.id);
}

/** Every published version of one standard, the newest first. */
export async function versionsOf(db: Db, key: string): Promise<StandardVersion[]> {
  const rows = await db.select({ id: standardVersions.id, version: standardVersions.version }).from(standardVersions).where(eq(standardVersions.key, key));
  return versionsById(
    db,
    rows.sort((a, b) => compareVersions(b.version, a.version)).map(({ id }) => id),
  );
}

/** The newest published version of each standard: those that everyone takes first, then by title. */
export async function latestVersions(db: Db): Promise<StandardVersion[]> {
  const rows = await db.select({ id: standardVersions.id, key: standardVersions.key, version: standardVersions.version }).from(standardVersions);
  const newest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const before = newest.get(row.key);
    if (!before || compareVersions(row.version, before.version) > 0) newest.set(row.key, row);
  }
  return (
    await versionsById(
      db,
      [...newest.values()].map(({ id }) => id),
    )
  ).sort(everyonesFirst);
}

/** In the order asked for; ids that nothing has are left out. Reads the database only for what this process has not read yet. */
export async function versionsById(db: Db, ids: string[]): Promise<StandardVersion[]> {
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    const { id, sha256, content } = standardVersions;
    const rows = await db.select({ id, sha256, content }).from(standardVersions).where(inArray(id, unknown));
    for (const row of rows) known.set(row.id, { ...row, standard: Standard.parse(JSON.parse(row.content)) });
  }
  return ids.flatMap((id) => known.get(id) ?? []);
}

const everyonesFirst = ({ standard: a }: StandardVersion, { standard: b }: StandardVersion) =>
  Number(a.gate !== "always") - Number(b.gate !== "always") || (a.title < b.title ? -1 : 1);
