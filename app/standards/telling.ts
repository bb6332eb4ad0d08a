import type { Criterion, Standard } from "#standards/format";
import type { Language } from "~/platform/words";

/** How texts that are compared are said: in which language, what each criterion says in it, and what facts are called. */
export type Telling = { language: Language; labels: Record<string, string>; of: (criterion: Criterion) => Criterion };
/** Says how the texts of two versions are told beside each other. */
export type Teller = (before: Standard, after: Standard) => Telling;

/** Everything in English. `labels` name the facts. */
export const inEnglish =
  (labels: Record<string, string>): Teller =>
  () => ({ language: "en", labels, of: (criterion) => criterion });

/** In the language where both versions are translated, and otherwise in English: words of one language are not compared with words of another. */
export function inLanguageOfBoth(translations: ReadonlyMap<Standard, Standard>, language: Language, labels: Record<string, string>, english: Teller): Teller {
  return (before, after) => {
    const said = [before, after].map((version) => translations.get(version));
    if (!said.every((each) => each !== undefined)) return english(before, after);
    const criteria = new Map([before, after].flatMap((version, which) => version.criteria.map((each, at) => [each, said[which]!.criteria[at]!] as const)));
    return { language, labels, of: (criterion) => criteria.get(criterion) ?? criterion };
  };
}
