import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** The words of the pages on which a group answers a standard. */
export const assessmentWords = wordsFrom({ en, cy });
