import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** The words of questions and answers: the form of a self-assessment in both its shapes, what it says is missing, checking it, and what was sent. */
export const askingWords = wordsFrom({ en, cy });
