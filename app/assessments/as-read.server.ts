import { type Actor, membershipIn } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { linkWorkerTermKeys, standardInTerm } from "~/standards/term";
import { allInLanguage, type NewestRow } from "~/standards/translation/in-language.server";
import { type StandardVersion, versionsById } from "~/standards/versions.server";
import { type Assessment, assessmentAndTranslation } from "./draft.server";
import { type ShownStandard, shownStandard } from "./shown-criterion";

/** An assessment whose standard is in its reader's words. Rules, ids and numbers are those of the version; `version.content` is what was published. */
export type AssessmentAsRead = Omit<Assessment, "version"> & { version: VersionAsRead; textIn: Language };
type VersionAsRead = Omit<StandardVersion, "standard"> & { standard: ShownStandard };

/** For whatever shows an assessment to its own people; commands take `assessmentFor`. One read. */
export async function assessmentAsRead(db: Db, actor: Actor, id: string): Promise<AssessmentAsRead | undefined> {
  const found = await assessmentAndTranslation(db, actor, id);
  if (!found) return undefined;
  const { assessment, translation } = found;
  const { version } = assessment;
  const [read] = await versionsAsRead(db, readerOf(actor, assessment.organisationId), [version], translation === null ? [] : [{ id: translation, versionId: version.id }]);
  return { ...assessment, ...read! };
}

/** Whoever reads for an organisation: in their language, with the organisation's word for link workers. */
export type Reader = { language: Language; linkWorkerTerm: string | null | undefined };
export const readerOf = (actor: Actor, organisationId: string): Reader => ({ language: actor.language, linkWorkerTerm: membershipIn(actor, organisationId)?.linkWorkerTerm });

/** Versions as somebody reads them, in the order given: in their language where somebody has translated them, otherwise in English. No read in English, one in another language, unless the `newest` translations are known. */
export async function versionsAsRead(
  db: Db,
  { language, linkWorkerTerm }: Reader,
  versions: StandardVersion[],
  newest?: NewestRow[],
): Promise<{ version: VersionAsRead; textIn: Language }[]> {
  const term = linkWorkerTermKeys.find((each) => each === linkWorkerTerm) ?? "link_worker";
  const read = await allInLanguage(db, versions, language, newest);
  return versions.map((version, at) => {
    const { standard, textIn } = read[at]!;
    const said = textIn === "en" ? standardInTerm(standard, term) : standard;
    return { version: { ...version, standard: shownStandard(version.standard, { standard: said, textIn }) }, textIn };
  });
}

/** What a list says of versions, by their ids: how each is called, and its questions. Reads as `versionsAsRead`, where they have been read before. */
export async function titlesAsRead(db: Db, reader: Reader, versionIds: readonly string[]): Promise<(versionId: string) => TitlesAsRead> {
  const read = await versionsAsRead(db, reader, await versionsById(db, [...new Set(versionIds)]));
  return (versionId) => {
    const { version, textIn } = read.find((each) => each.version.id === versionId)!;
    const { title, purpose, criteria } = version.standard;
    return { title, purpose, textIn, questions: Object.fromEntries(criteria.map((each) => [each.id, each.title])) };
  };
}
export type TitlesAsRead = { title: string; purpose: string /** The language of all of them. */; textIn: Language; questions: Readonly<Record<string, string>> };
