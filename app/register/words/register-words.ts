import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** The words of the pages for everybody: a mark, a provider, the register, checking. */
export const registerWords = wordsFrom({ en, cy });
