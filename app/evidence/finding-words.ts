import type { Language } from "~/platform/words";
import type { Finding } from "./personal-data";
import { evidenceWords } from "./words/evidence-words";

/** "an NHS number and a date of birth": what may have been found, as things to look for. Never the things themselves. */
export function listed(findings: readonly Finding[], language: Language = "en"): string {
  const t = evidenceWords(language);
  return inOneList(
    findings.map(({ kind }) => t(`found.${kind}`)),
    language,
  );
}

/** "one, two and three" */
export function inOneList(words: readonly string[], language: Language): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : evidenceWords(language)("found.and", { before: words.slice(0, -1).join(", "), last });
}

/** Beside a box in which something was typed. */
export const typedWarning = (findings: readonly Finding[], language: Language) => evidenceWords(language)("found.typed", { what: listed(findings, language) });
