import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** The words of telling us that something is wrong: the form, its answer, and the mails that follow. */
export const concernWords = wordsFrom({ en, cy });
