import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import type { Language } from "~/platform/words";
import { inLanguage } from "~/standards/translation/in-language.server";
import { versionById } from "~/standards/versions.server";
import type { FoundDecision } from "./find-decision.server";
import type { Letter } from "./letter";
import { letterFromDecision } from "./letter-from-decision";
import { contactWords } from "./letter-words";
import { type Report, reportFromDecision } from "./report";

export type LetterIn = {
  letter: Letter;
  /** The language of the standard's own words in it: English where nobody has translated them. */
  textIn: Language;
  /** How to reach us, in words. */
  contact: string;
};

/** A decision with its standard in a language, and what goes into what we write about it. In English no read, in another language one, and one more the first time. */
async function toWrite(db: Db, decided: FoundDecision, language: Language) {
  const { baseUrl, contact } = settings();
  const version = await versionById(db, decided.standardVersionId);
  const { standard, textIn } = version ? await inLanguage(db, version, language) : { standard: decided.standard, textIn: "en" as const };
  return { decided: { ...decided, standard }, baseUrl, textIn, contact: contactWords(contact, language) };
}

/** The letter about a decision, in a language. */
export async function letterIn(db: Db, found: FoundDecision, language: Language): Promise<LetterIn> {
  const { decided, baseUrl, textIn, contact } = await toWrite(db, found, language);
  return { letter: letterFromDecision(decided, baseUrl, language), textIn, contact };
}

/** The report behind a decision, in a language. */
export async function reportIn(db: Db, found: FoundDecision, language: Language): Promise<{ report: Report; textIn: Language }> {
  const { decided, baseUrl, textIn } = await toWrite(db, found, language);
  return { report: reportFromDecision(decided, baseUrl, language), textIn };
}
