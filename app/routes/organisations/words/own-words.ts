import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** The words of a group's own first page, and of the list of its self-assessments. */
export const ownWords = wordsFrom({ en, cy });
