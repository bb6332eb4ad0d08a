import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** What a group is told about showing its mark to others. */
export const showingWords = wordsFrom({ en, cy });
