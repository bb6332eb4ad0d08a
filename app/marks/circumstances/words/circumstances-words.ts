import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** What is said of changes that a group tells us of, to the group itself. */
export const circumstancesWords = wordsFrom({ en, cy });
