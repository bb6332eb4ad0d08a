import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** The words of the public page on how far assessors agree. */
export const reliabilityWords = wordsFrom({ en, cy });
