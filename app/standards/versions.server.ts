import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { standardVersions, standardWithdrawals } from "#db/schema/standards";
import { Standard } from "#standards/format";
import { type Day, londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { remember } from "~/platform/remember";
import { inForceFrom, newestInForce, type PublishedVersion, type Standing, standingOf } from "./standing";
import { compareVersions } from "./version-order";

/** A published version. `content` is the text whose hash `sha256` is; `publishedAt` is when it was published here. */
export type StandardVersion = { id: string; sha256: string; content: string; publishedAt: Date; standard: Standard };

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

/** The version of each standard to begin with: the newest that is in force on the day. Those that everyone takes first, then by title. */
export async function latestVersions(db: Db, today: Day): Promise<StandardVersion[]> {
  const all = await publishedVersions(db);
  const keys = [...new Set(all.map(({ key }) => key))];
  return keys
    .flatMap(
      (one) =>
        newestInForce(
          all.filter(({ key }) => key === one),
          today,
        )?.found ?? [],
    )
    .sort(everyonesFirst);
}

/** Every published version of one standard with how it stands on the day, the newest first. */
export async function standingsOf(db: Db, key: string, today: Day): Promise<(StandardVersion & { stands: Standing })[]> {
  const versions = await publishedVersions(db, key);
  return versions
    .map(({ found, version }) => ({ ...found, stands: standingOf(versions, version, today)! }))
    .sort((a, b) => compareVersions(b.standard.version, a.standard.version));
}

/** Every published version that is in force or was, with the day from which. One that was withdrawn is not among them. */
export async function begunVersions(db: Db, today: Day): Promise<(StandardVersion & { inForceFrom: Day })[]> {
  const all = await publishedVersions(db);
  return all.filter((each) => !each.withdrawn && inForceFrom(each) <= today).map((each) => ({ ...each.found, inForceFrom: inForceFrom(each) }));
}

type Published = PublishedVersion & { key: string; found: StandardVersion };

/** A withdrawal counts once the second editor has confirmed it. */
async function publishedVersions(db: Db, key?: string): Promise<Published[]> {
  const rows = await db
    .select({ id: standardVersions.id, withdrawn: sql<boolean>`${standardWithdrawals.id} is not null` })
    .from(standardVersions)
    .leftJoin(standardWithdrawals, and(eq(standardWithdrawals.versionId, standardVersions.id), isNotNull(standardWithdrawals.confirmedAt)))
    .where(key === undefined ? undefined : eq(standardVersions.key, key));
  const withdrawn = new Set(rows.filter((row) => row.withdrawn).map(({ id }) => id));
  const found = await versionsById(
    db,
    rows.map(({ id }) => id),
  );
  return found.map((each) => asPublished(each, withdrawn.has(each.id)));
}

const asPublished = (found: StandardVersion, withdrawn: boolean): Published => ({
  found,
  key: found.standard.key,
  version: found.standard.version,
  publishedOn: londonDay(found.publishedAt),
  effectiveFrom: found.standard.effective_from,
  sunsetDays: found.standard.changes?.sunset_days,
  withdrawn,
});

/** In the order asked for; ids that nothing has are left out. Reads the database only for what this process has not read yet. */
export async function versionsById(db: Db, ids: string[]): Promise<StandardVersion[]> {
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    const { id, sha256, content, publishedAt } = standardVersions;
    const rows = await db.select({ id, sha256, content, publishedAt }).from(standardVersions).where(inArray(id, unknown));
    for (const row of rows) known.set(row.id, { ...row, standard: Standard.parse(JSON.parse(row.content)) });
  }
  return ids.flatMap((id) => known.get(id) ?? []);
}

const everyonesFirst = ({ standard: a }: StandardVersion, { standard: b }: StandardVersion) =>
  Number(a.gate !== "always") - Number(b.gate !== "always") || (a.title < b.title ? -1 : 1);
