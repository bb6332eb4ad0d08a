import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** What a group's people are told about their case. The scheme's own people are told in English. */
export const reviewWords = wordsFrom({ en, cy });
