import { wordsFrom } from "~/platform/words";
import cy from "./cy.json";
import en from "./en.json";

/** The words of the frame and of the pieces of page. */
export const uiWords = wordsFrom({ en, cy });
/** Whether somebody who translates for a living has read the Welsh. A test holds this to the files of all capabilities. */
export const welshChecked: boolean = cy._checked;
