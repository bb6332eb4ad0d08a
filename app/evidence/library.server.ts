import { and, asc, count, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { evidenceFiles, otherAwards } from "#db/schema/evidence";
import { type Day, londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { allInLanguage } from "~/standards/translation/in-language.server";
import { versionsById } from "~/standards/versions.server";
import { findingsIn } from "./look-inside.server";
import type { Finding } from "./personal-data";

/** Where something is shown: a question of a self-assessment. */
export type Use = { assessmentId: string; criterion: string; standard: string; version: string /** The language of the standard's title. */; textIn: Language };
export type LibraryFile = {
  id: string;
  name: string;
  bytes: number;
  at: string;
  by: string;
  expiresOn: string | null;
  findings: Finding[];
  confirmed: boolean;
  locked: boolean;
  /** The day on which it was deleted because its time was over. */
  removedOn: Day | null;
  scanned: boolean;
  uses: Use[];
};
export type LibraryLink = { url: string; uses: Use[]; capture: { outcome: string; at: string } | null };
export type LibraryAward = { id: string; award: string; number: string; expiresOn: string };
export type Library = { files: LibraryFile[]; links: LibraryLink[]; awards: LibraryAward[]; page: number; pages: number; total: number };

const perPage = 20;
/** Links are shown all at once, up to this many. */
const mostLinks = 100;

/** Everything a group has shown, a page at a time, newest first, with the titles of standards in a language; whoever asks must belong to it. */
export async function libraryOf(db: Db, organisationId: string, asked: number, language: Language = "en"): Promise<Library> {
  const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(evidenceFiles).where(eq(evidenceFiles.organisationId, organisationId));
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(asked, pages);
  const rows = await db
    .select({ file: evidenceFiles, by: people.name })
    .from(evidenceFiles)
    .innerJoin(people, eq(people.id, evidenceFiles.uploadedBy))
    .where(eq(evidenceFiles.organisationId, organisationId))
    .orderBy(desc(evidenceFiles.uploadedAt), asc(evidenceFiles.id))
    .limit(perPage)
    .offset((page - 1) * perPage);
  const uses = await usesIn(db, organisationId, language);
  const files = rows.map(({ file, by }) => ({
    id: file.id,
    name: file.name,
    bytes: file.bytes,
    at: file.uploadedAt.toISOString(),
    by,
    expiresOn: file.expiresOn,
    findings: findingsIn(file.findings),
    confirmed: file.findingsConfirmedAt !== null,
    locked: file.lockedAt !== null,
    removedOn: file.removedAt && londonDay(file.removedAt),
    scanned: file.scan === "clean",
    uses: uses.filter((each) => each.file === file.id).map(useOf),
  }));
  return { files, links: await linksIn(db, organisationId, uses), awards: await awardsOf(db, organisationId), page, pages, total };
}

type Used = Use & { file: string | null; link: string | null };
const useOf = ({ assessmentId, criterion, standard, version, textIn }: Use): Use => ({ assessmentId, criterion, standard, version, textIn });

/** Every thing shown in a self-assessment that was not given up. */
async function usesIn(db: Db, organisationId: string, language: Language): Promise<Used[]> {
  const rows = await db.execute<Omit<Used, "textIn"> & { versionId: string }>(sql`
    select a.id as "assessmentId", w.criterion, v.id as "versionId", v.title as standard, v.version, item ->> 'file' as file,
           case when item ->> 'kind' = 'link' then item ->> 'link' end as link
    from assessments a
      join standard_versions v on v.id = a.standard_version_id
      join answers w on w.assessment_id = a.id
      cross join lateral jsonb_array_elements(coalesce(w.content -> 'evidence', '[]')) item
    where a.organisation_id = ${organisationId} and a.state <> 'withdrawn'
    order by a.created_at desc, w.criterion`);
  if (language === "en") return rows.map(({ versionId, ...use }) => ({ ...use, textIn: "en" }));
  const versions = await versionsById(db, [...new Set(rows.map(({ versionId }) => versionId))]);
  const read = await allInLanguage(db, versions, language);
  const titles = new Map(read.map(({ standard, textIn }, at) => [versions[at]!.id, { standard: standard.title, textIn }]));
  return rows.map(({ versionId, ...use }) => ({ ...use, ...titles.get(versionId)! }));
}

async function linksIn(db: Db, organisationId: string, uses: readonly Used[]): Promise<LibraryLink[]> {
  const urls = [...new Set(uses.flatMap(({ link }) => link ?? []))].slice(0, mostLinks);
  if (urls.length === 0) return [];
  const captures = await db.execute<{ url: string; outcome: string; at: string }>(sql`
    select distinct on (url) url, outcome, captured_at as at from link_captures where organisation_id = ${organisationId} order by url, captured_at desc`);
  return urls.map((url) => {
    const capture = captures.find((each) => each.url === url);
    return { url, uses: uses.filter(({ link }) => link === url).map(useOf), capture: capture ? { outcome: capture.outcome, at: new Date(capture.at).toISOString() } : null };
  });
}

/** The awards of others that a group has stated and not taken back. */
export const awardsOf = (db: Db, organisationId: string): Promise<LibraryAward[]> =>
  db
    .select({ id: otherAwards.id, award: otherAwards.award, number: otherAwards.number, expiresOn: otherAwards.expiresOn })
    .from(otherAwards)
    .where(and(eq(otherAwards.organisationId, organisationId), isNull(otherAwards.endedAt)))
    .orderBy(asc(otherAwards.statedAt));

/** What is known beside an answer of the files it shows and of those it could. `expiresOn`: the last day it is good for, where its people said one. */
export type FileAtHand = { id: string; name: string; bytes: number; expiresOn: string | null; locked: boolean; removedOn: Day | null };

/** The files named, and with them those that can be shown once more, a hundred at most, newest first; of those none that is locked or gone. One read. */
export async function filesAtHand(db: Db, organisationId: string, named: readonly string[]): Promise<FileAtHand[]> {
  const isNamed = named.length > 0 ? inArray(evidenceFiles.id, [...named]) : undefined;
  const rows = await db
    .select({
      id: evidenceFiles.id,
      name: evidenceFiles.name,
      bytes: evidenceFiles.bytes,
      expiresOn: evidenceFiles.expiresOn,
      lockedAt: evidenceFiles.lockedAt,
      removedAt: evidenceFiles.removedAt,
    })
    .from(evidenceFiles)
    .where(and(eq(evidenceFiles.organisationId, organisationId), or(and(isNull(evidenceFiles.lockedAt), isNull(evidenceFiles.removedAt)), isNamed)))
    .orderBy(...(isNamed ? [desc(isNamed)] : []), desc(evidenceFiles.uploadedAt), asc(evidenceFiles.id))
    .limit(100 + named.length);
  return rows.map(({ lockedAt, removedAt, ...row }) => ({ ...row, locked: lockedAt !== null, removedOn: removedAt && londonDay(removedAt) }));
}
