import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** What is published of how the scheme itself works, and what groups are asked for it. */
export const insightsWords = wordsFrom({ en, cy });
