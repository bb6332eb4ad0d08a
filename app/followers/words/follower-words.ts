import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** What is said to those who follow marks. */
export const followerWords = wordsFrom({ en, cy });
