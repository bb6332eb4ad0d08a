import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** What is said of the yearly check-in, to the group whose mark it is. */
export const checkInWords = wordsFrom({ en, cy });
