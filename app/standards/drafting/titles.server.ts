import type { Standard } from "#standards/format";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { inLanguage } from "../translation/in-language.server";
import { versionById } from "../versions.server";
import type { Draft } from "./draft";
import { draftTitle } from "./draft-view.server";
import { criteriaIn } from "./version-files";
import { contentOf, valueAt } from "./yaml-text";

/** A title, and the language it is in. */
export type TitleRead = { title: string; textIn: Language };

/** What a draft and its criteria are called in a language. A draft is not translated: a title that it took over from the version it began from is said as there, any other in English. */
export async function titlesOf(db: Db, draft: Draft, language: Language): Promise<TitleRead & { criteria: (TitleRead & { id: string })[] }> {
  const base = await versionById(db, draft.baseVersionId);
  const read = base && (await inLanguage(db, base, language));
  const said = (english: string, of: (standard: Standard) => string | undefined): TitleRead =>
    base && read && of(base.standard) === english ? { title: of(read.standard) ?? english, textIn: read.textIn } : { title: english, textIn: "en" };
  const criteria = criteriaIn(draft.files).map((id) => {
    const english = String(valueAt(contentOf(draft.files[`criteria/${id}.yaml`]), ["title"]) ?? "");
    return { id, ...said(english, (standard) => standard.criteria.find((each) => each.id === id)?.title) };
  });
  return { ...said(draftTitle(draft), ({ title }) => title), criteria };
}
