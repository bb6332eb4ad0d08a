import { type Actor, membershipIn } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { linkWorkerTermKeys, standardInTerm } from "~/standards/term";
import { allInLanguage } from "~/standards/translation/in-language.server";
import type { StandardVersion } from "~/standards/versions.server";
import { type Assessment, assessmentFor } from "./draft.server";
import { type ShownStandard, shownStandard } from "./shown-criterion";

/** An assessment whose standard is in its reader's words. Rules, ids and numbers are those of the version; `version.content` is what was published. */
export type AssessmentAsRead = Omit<Assessment, "version"> & { version: VersionAsRead; textIn: Language };
type VersionAsRead = Omit<StandardVersion, "standard"> & { standard: ShownStandard };

/** For whatever shows an assessment to its own people; commands take `assessmentFor`. In English one read, in another language one more. */
export async function assessmentAsRead(db: Db, actor: Actor, id: string): Promise<AssessmentAsRead | undefined> {
  const assessment = await assessmentFor(db, actor, id);
  if (!assessment) return undefined;
  const [read] = await versionsAsRead(db, actor, assessment.organisationId, [assessment.version]);
  return { ...assessment, ...read! };
}

/** Versions as a person of this organisation reads them, in the order given: in their language where somebody has translated them, otherwise in English, with the organisation's word for link workers. No read in English, one in another language. */
export async function versionsAsRead(db: Db, actor: Actor, organisationId: string, versions: StandardVersion[]): Promise<{ version: VersionAsRead; textIn: Language }[]> {
  const term = linkWorkerTermKeys.find((each) => each === membershipIn(actor, organisationId)?.linkWorkerTerm) ?? "link_worker";
  const read = await allInLanguage(db, versions, actor.language);
  return versions.map((version, at) => {
    const { standard, textIn } = read[at]!;
    const said = textIn === "en" ? standardInTerm(standard, term) : standard;
    return { version: { ...version, standard: shownStandard(version.standard, { standard: said, textIn }) }, textIn };
  });
}
