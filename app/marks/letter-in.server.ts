import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import type { Language } from "~/platform/words";
import { inLanguage } from "~/standards/translation/in-language.server";
import { versionById } from "~/standards/versions.server";
import type { FoundDecision } from "./find-decision.server";
import type { Letter } from "./letter";
import { letterFromDecision } from "./letter-from-decision";
import { contactWords } from "./letter-words";

export type LetterIn = {
  letter: Letter;
  /** The language of the standard's own words in it: English where nobody has translated them. */
  textIn: Language;
  /** How to reach us, in words. */
  contact: string;
};

/** The letter about a decision, in a language. In English no read, in another language one, and one more the first time. */
export async function letterIn(db: Db, decided: FoundDecision, language: Language): Promise<LetterIn> {
  const { baseUrl, contact } = settings();
  const version = await versionById(db, decided.standardVersionId);
  const { standard, textIn } = version ? await inLanguage(db, version, language) : { standard: decided.standard, textIn: "en" as const };
  return { letter: letterFromDecision({ ...decided, standard }, baseUrl, language), textIn, contact: contactWords(contact, language) };
}
