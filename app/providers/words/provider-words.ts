import { type Language, wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";
import welshOptions from "./options.cy.json";

/** What is said of room, of breaks and of facts. */
export const providerWords = wordsFrom({ en, cy });

/** An option of a fact in another language than that of `facts.yaml`, where there are words for it. */
export function optionIn(language: Language, fact: string, option: string): string | undefined {
  const options: Record<string, unknown> = language === "cy" ? welshOptions : {};
  const found = options[fact];
  return typeof found === "object" && found !== null ? (found as Record<string, string>)[option] : undefined;
}
