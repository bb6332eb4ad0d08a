import type { Letter } from "~/platform/mail";
import type { Language } from "~/platform/words";
import { caseNumber } from "./case-number";
import { reviewWords } from "./words/review-words";

/** What every mail about a case needs to know. `url` is where to act; `language` is what a group's people are told in: the scheme's own are told in English. */
export type About = { name: string; language: Language; number: number; provider: string; standard: string; url: string };

export type Told = { subject: string; body: Letter };

/** Makes a mail of what it is about. */
export type Teller = (about: About) => Told;

const signature = "Waymark";

/** A case in a line, for a mail. */
export const called = ({ number, provider, standard }: About) => `${caseNumber(number)}, ${provider}: ${standard}`;

/** A mail with its greeting, its paragraphs and one thing to do. */
export const letter = (about: About, subject: string, paragraphs: string[], words: string): Told => ({
  subject,
  body: { greeting: reviewWords(about.language)("mail.hello", { name: about.name }), paragraphs, action: { words, url: about.url }, signature },
});
