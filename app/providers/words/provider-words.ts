import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** What is said of room, of breaks and of facts, and in the forms about them. The facts' own words are in `standards/`. */
export const providerWords = wordsFrom({ en, cy });
