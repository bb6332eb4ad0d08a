import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** The words of things shown as evidence: why a file was not taken, what may have been found in it, and a group’s library. */
export const evidenceWords = wordsFrom({ en, cy });
