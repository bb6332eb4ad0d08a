import { EvidenceKind, type Standard } from "#standards/format";
import type { Language } from "~/platform/words";
import { standardsWords } from "./words/standards-words";

export const mustHaveIn = (language: Language): string => standardsWords(language)("must_have");

/** How much a criterion counts, in words: by its weight. */
export const weightWordsIn = (language: Language): string[] => ([0, 1, 2, 3] as const).map((weight) => standardsWords(language)(`weight.${weight}`));

/** What the levels are called, by number. */
export const levelNamesIn = (language: Language): string[] => ([0, 1, 2, 3] as const).map((level) => standardsWords(language)(`level.${level}`));

/** What a piece of evidence is. */
export const evidenceWordsIn = (language: Language): Record<EvidenceKind, string> =>
  Object.fromEntries(EvidenceKind.options.map((kind) => [kind, standardsWords(language)(`evidence.${kind}`)])) as Record<EvidenceKind, string>;

// In English: for the pages of work.
export const weightWords = weightWordsIn("en");
export const evidenceWords = evidenceWordsIn("en");

const scoringTerms = ["points", "essentials", "assured", "commended", "conditions", "deferred", "not_applicable"] as const;

/** How a mark of this version is worked out, a sentence each (Standard rules §C.1). */
export function scoringWords({ scoring }: Standard, language: Language = "en"): { term: string; words: string }[] {
  const t = standardsWords(language);
  return scoringTerms.map((each) => ({ term: t(`scoring.${each}.term`), words: t(`scoring.${each}.words`, scoring) }));
}

/** The sentences on how a mark is worked out that another version does not say. */
export function scoringLines(standard: Standard, other: Standard, language: Language = "en"): string {
  const others = new Set(scoringWords(other, language).map(({ words }) => words));
  return scoringWords(standard, language)
    .filter(({ words }) => !others.has(words))
    .map(({ term, words }) => `${term}: ${words}`)
    .join("\n");
}
