import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** The words of the public log, and of the register's daily copies. */
export const logWords = wordsFrom({ en, cy });
