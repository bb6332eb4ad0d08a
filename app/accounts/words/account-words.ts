import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** The words about people: signing in, the bar of their pages, who is in a group. */
export const accountWords = wordsFrom({ en, cy });
