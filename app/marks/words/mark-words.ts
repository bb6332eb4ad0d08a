import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** What is said of a mark, its level and its status. The certificate has words of its own. */
export const markWords = wordsFrom({ en, cy });
