import { type Actor, membershipIn } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { linkWorkerTermKeys, standardInTerm } from "~/standards/term";
import { allInLanguage } from "~/standards/translation/in-language.server";
import type { StandardVersion } from "~/standards/versions.server";
import { type Assessment, assessmentFor } from "./draft.server";

/** An assessment whose standard is in its reader's words. Rules, ids and numbers are those of the version; `version.content` is what was published. */
export type AssessmentAsRead = Assessment & { textIn: Language };

/** For whatever shows an assessment to its own people; commands take `assessmentFor`. In English one read, in another language one more. */
export async function assessmentAsRead(db: Db, actor: Actor, id: string): Promise<AssessmentAsRead | undefined> {
  const assessment = await assessmentFor(db, actor, id);
  if (!assessment) return undefined;
  const [read] = await versionsAsRead(db, actor, assessment.organisationId, [assessment.version]);
  return { ...assessment, ...read! };
}

/** Versions as a person of this organisation reads them: in their language where somebody has translated them, otherwise in English, with the organisation's word for link workers. */
async function versionsAsRead(db: Db, actor: Actor, organisationId: string, versions: StandardVersion[]): Promise<{ version: StandardVersion; textIn: Language }[]> {
  const term = linkWorkerTermKeys.find((each) => each === membershipIn(actor, organisationId)?.linkWorkerTerm) ?? "link_worker";
  const read = await allInLanguage(db, versions, actor.language);
  return versions.map((version, at) => {
    const { standard, textIn } = read[at]!;
    return { version: { ...version, standard: textIn === "en" ? standardInTerm(standard, term) : standard }, textIn };
  });
}
