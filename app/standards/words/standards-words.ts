import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** What is said of standards, of their versions and of workbooks: everything but their own text. */
export const standardsWords = wordsFrom({ en, cy });
