import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Fact } from "#standards/facts-format";
import { FactTranslations, type TranslationLanguage, translationLanguages } from "#standards/translation-format";
import { type Fault, readYaml } from "../yaml-file.server";
import { translatedFacts, unlikeFacts } from "./translated-facts";

/** The facts of a folder in each language it has words for, and what is wrong with those words. */
export function readFactTranslations(folder: string, facts: Fact[]): { languages: Map<TranslationLanguage, Fact[]>; faults: Fault[] } {
  const languages = new Map<TranslationLanguage, Fact[]>();
  const faults = translationLanguages.flatMap((language) => {
    const path = join(folder, `facts.${language}.yaml`);
    if (!existsSync(path)) return [];
    const file = readYaml(path, FactTranslations);
    if (!file.value) return file.faults;
    languages.set(language, translatedFacts(facts, file.value));
    return unlikeFacts(facts, file.value).map(({ path: keys, message }) => file.fault(keys, message));
  });
  return { languages, faults };
}
