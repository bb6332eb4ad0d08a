import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** What a group's people are told of who reads their case, of ties, and of their objection. The scheme's own people are told in English. */
export const interestsWords = wordsFrom({ en, cy });
