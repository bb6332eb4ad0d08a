import { withoutTurns } from "~/platform/without-turns";

/** Characters without a shape that say how the letters beside them join, or that three people are one family. */
export const joiners = /\u200C|\u200D|\uFE0F/;

const pasted = /\u00AD|\u200B|\u2060|\uFE0E|\uFEFF/g;
const joining = ["Arabic", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Tamil"].map((script) => `\\p{Script_Extensions=${script}}`).join("");
/** Where nothing beside them joins. A picture may be told to be one, and be put together with the next. */
const joiningNothing = new RegExp(
  `(?<![${joining}])\\u200C|(?<![${joining}]|\\p{Extended_Pictographic}\\uFE0F?|\\p{Emoji_Modifier})\\u200D|(?<!\\p{Extended_Pictographic})\\uFE0F(?!\\u20E3)`,
  "gu",
);

/** One spelling for letters with accents, and none of the invisible characters that come along when text is pasted, or turn its direction. Those that join letters stay where there is something to join. */
export function tidy(text: string): string {
  return withoutTurns(text.normalize("NFC")).replace(pasted, "").replace(joiningNothing, "").replaceAll("\u2011", "-");
}
