import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** The draft report, as the group that it is about reads it. */
export const factCheckWords = wordsFrom({ en, cy });
