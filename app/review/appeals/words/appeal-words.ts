import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** What a group's people read of their appeal. The scheme's own people read English. */
export const appealWords = wordsFrom({ en, cy });
