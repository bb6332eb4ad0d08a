import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

export const homeWords = wordsFrom({ en, cy });
