import { join } from "node:path";
import { sql } from "drizzle-orm";
import { standardVersions } from "#db/schema/standards";
import { type By, record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { type LoadedVersion, loadStandards, standardsFolder } from "./load.server";
import { keepTranslations, type NewTranslation, newTranslations } from "./translation/publish-translations.server";
import { type Fault, faultLine, shownPath } from "./yaml-file.server";

/** A published version whose files no longer say what was published. */
export type ChangedVersion = { folder: string; key: string; version: string; published: string; found: string };
/** A published version without a folder. One that was published in the browser (`byEditor`) has none until somebody puts its files there: that is no fault. */
export type NotOnDisk = { key: string; version: string; byEditor: boolean };
/** `translate`: new words for versions that are published or about to be. */
export type Plan = { publish: LoadedVersion[]; unchanged: LoadedVersion[]; notOnDisk: NotOnDisk[]; translate: NewTranslation[] };
/** The published versions' ids by name. */
type Ids = ReadonlyMap<string, string>;
export type Refusal =
  | { ok: false; why: "faults"; faults: Fault[] }
  | { ok: false; why: "changed"; changed: ChangedVersion[] }
  /** Asked for by name, and no folder holds them. */
  | { ok: false; why: "no_such_version"; names: string[] }
  /** Each with the version it comes from, which is neither published nor about to be. */
  | { ok: false; why: "out_of_order"; early: { name: string; from: string }[] };

/** One publication at a time, whoever publishes, until the transaction ends. */
export const publishLock = sql`select pg_advisory_xact_lock(hashtext('publish standards'))`;

/**
 * Publishes every version of the folder that is not published yet: its canonical content and hash, for ever.
 * Keeps the translations of published versions that say something new; the newest counts.
 * Doing it again does nothing. Refuses the whole folder when any file has a fault, or when the files of a published
 * version no longer have its hash: a published version is corrected by a new one, never by an edit.
 * `only` chooses versions by name (`referral-capacity@1.0.0`); one whose `from` is not published yet is refused.
 */
export async function publishStandards(db: Db, clock: Clock, by: By, folder = standardsFolder, only?: readonly string[]): Promise<Refusal | ({ ok: true } & Plan)> {
  return db.transaction(async (tx) => {
    await tx.execute(publishLock);
    const { ids = new Map<string, string>(), ...plan } = await planned(tx, folder, only);
    if (!plan.ok) return plan;
    const publishedAt = clock.now();
    const rows = plan.publish.map(({ standard: { key, version, code, title }, sha256, content }) => ({
      key,
      version,
      code,
      title,
      sha256,
      content,
      publishedAt,
      publishedBy: "personId" in by ? `person:${by.personId}` : `system:${by.system}`,
    }));
    const { id, key, version } = standardVersions;
    const added = rows.length === 0 ? [] : await tx.insert(standardVersions).values(rows).returning({ id, key, version });
    for (const { key, version, sha256 } of rows) await record(tx, by, publishedAt, { type: "standard.published", subject: `${key}@${version}`, data: { key, version, sha256 } });
    await keepTranslations(tx, publishedAt, by, plan.translate, new Map([...ids, ...added.map((each) => [`${each.key}@${each.version}`, each.id] as const)]));
    return plan;
  });
}

/** What `publishStandards` would do now, and its refusals. Changes nothing. */
export async function planPublication(db: Db, folder = standardsFolder, only?: readonly string[]): Promise<Refusal | ({ ok: true } & Plan)> {
  const { ids: _, ...plan } = await planned(db, folder, only);
  return plan;
}

async function planned(db: Db, folder: string, only?: readonly string[]): Promise<(Refusal & { ids?: undefined }) | ({ ok: true; ids: Ids } & Plan)> {
  const { versions, faults } = loadStandards(folder);
  if (faults.length > 0) return { ok: false, why: "faults", faults };
  const { id, key, version, sha256, publishedBy } = standardVersions;
  const rows = await db.select({ id, key, version, sha256, publishedBy }).from(standardVersions).orderBy(key, version);
  const published = new Map(rows.map((row) => [`${row.key}@${row.version}`, row.sha256]));
  const hashOf = (each: LoadedVersion) => published.get(nameOf(each));
  const changed = versions.flatMap((each) => {
    const before = hashOf(each);
    return before && before !== each.sha256 ? [{ folder: each.folder, key: each.standard.key, version: each.standard.version, published: before, found: each.sha256 }] : [];
  });
  if (changed.length > 0) return { ok: false, why: "changed", changed };
  const names = only?.filter((name) => !versions.some((each) => nameOf(each) === name)) ?? [];
  if (names.length > 0) return { ok: false, why: "no_such_version", names };
  const publish = versions.filter((each) => !hashOf(each) && (only?.includes(nameOf(each)) ?? true));
  const there = new Set([...published.keys(), ...publish.map(nameOf)]);
  const early = publish.flatMap((each) => {
    const from = cameFrom(each);
    return from === undefined || there.has(from) ? [] : [{ name: nameOf(each), from }];
  });
  if (early.length > 0) return { ok: false, why: "out_of_order", early };
  const here = new Set(versions.map(nameOf));
  const notOnDisk = rows
    .filter((row) => !here.has(`${row.key}@${row.version}`))
    .map((row) => ({ key: row.key, version: row.version, byEditor: row.publishedBy.startsWith("person:") }));
  const unchanged = versions.filter((each) => hashOf(each));
  const ids = new Map(rows.map((row) => [`${row.key}@${row.version}`, row.id]));
  const asked = unchanged.filter((each) => only?.includes(nameOf(each)) ?? true);
  return { ok: true, publish, unchanged, notOnDisk, translate: await newTranslations(db, [...publish, ...asked], ids), ids };
}

const nameOf = ({ standard: { key, version } }: LoadedVersion) => `${key}@${version}`;
const cameFrom = ({ standard: { key, changes } }: LoadedVersion) => changes && `${key}@${changes.from}`;

/** A version without a folder, for a person at a terminal. */
export const notOnDiskWords = ({ key, version, byEditor }: NotOnDisk) =>
  byEditor
    ? `${key}@${version} was published in the browser and is not in ${shownPath(standardsFolder)}/: an editor can download its files`
    : `${key}@${version} is published and its folder is missing: put ${shownPath(join(standardsFolder, key, version))} back`;

/** A refusal for a person at a terminal: what is wrong, where, and what to do about it. */
export function refusalWords(refusal: Refusal): string {
  if (refusal.why === "faults") return ["The standards have faults; nothing was published.", ...refusal.faults.map(faultLine)].join("\n");
  if (refusal.why === "no_such_version") return refusal.names.map((name) => `There is no ${name}; nothing was published.`).join("\n");
  if (refusal.why === "out_of_order") return refusal.early.map(({ name, from }) => `${name} comes from ${from}, which is not published; nothing was published.`).join("\n");
  return refusal.changed
    .map(({ folder, key, version, published, found }) =>
      [
        `${shownPath(folder)}: ${key}@${version} was published and can no longer be edited; nothing was published.`,
        `  published ${published}`,
        `  found     ${found}`,
        "  Put the files back as they were, and make the change in a new version's folder.",
      ].join("\n"),
    )
    .join("\n");
}
