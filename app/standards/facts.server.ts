import type { Fact } from "#standards/facts-format";
import { remember } from "~/platform/remember";
import type { Language } from "~/platform/words";
import { loadFacts, standardsFolder } from "./load.server";
import { readFactTranslations } from "./translation/read-facts.server";

/** The facts a provider can state, in the order of `standards/facts.yaml`. Throws when that file has a fault: start-up checks it first. */
export const structuredFacts = (): Fact[] =>
  remember("structured facts", () => {
    const { facts } = loadFacts();
    if (facts.length === 0) throw new Error("standards/facts.yaml cannot be read; `waymark standards check` says why.");
    return facts;
  });

/** The same in the words of a language. */
export const factsIn = (language: Language): Fact[] =>
  language === "en"
    ? structuredFacts()
    : remember(`structured facts in ${language}`, () => readFactTranslations(standardsFolder, structuredFacts()).languages.get(language) ?? structuredFacts());

/** What each fact is called, for rules said in words. */
export const factLabels = (language: Language = "en"): Record<string, string> => Object.fromEntries(factsIn(language).map(({ key, label }) => [key, label]));
