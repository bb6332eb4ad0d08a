import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** The words of how long things are kept: the rules, for everybody to read, and the warnings to groups. */
export const retentionWords = wordsFrom({ en, cy });
