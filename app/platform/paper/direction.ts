/**
 * Which way text runs, by the Unicode Bidirectional Algorithm.
 * Our paper and our pages read from left to right; a name in Arabic or Hebrew turns inside them and turns nothing else.
 */
import bidiFactory from "bidi-js";

const bidi = bidiFactory();

/** Where the algorithm has anything to do: the blocks of the scripts that run from right to left. */
const turning = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

export const turns = (text: string): boolean => turning.test(text);

/** For each UTF-16 unit of a text its level: odd runs from right to left. */
export function levelsOf(text: string): Uint8Array {
  return turns(text) ? bidi.getEmbeddingLevels(text, "ltr").levels : new Uint8Array(text.length);
}

/** The places of a line's runs from left to right, each run of one level. */
export function visualOrder(levels: readonly number[]): number[] {
  const letters = "x".repeat(levels.length);
  return bidi.getReorderedIndices(letters, { levels: Uint8Array.from(levels), paragraphs: [{ start: 0, end: levels.length - 1, level: 0 }] });
}

const leftToRight = "\u200E";
const rightToLeft = "\u200F";

/** Characters that stand beside each other, the first so many places from the left. */
export type Held = { text: string; from: number };

/**
 * A line's characters as a PDF has to hold them so that what is copied out of it is the line as it was typed: words as they are read, each at its place.
 * PDF knows no direction: readers take what stands from left to right and turn round each stretch of Arabic or Hebrew, up to the next letter or number that is neither.
 * Marks that nobody sees keep spaces and signs at the ends of such a stretch out of it.
 */
export function asPdfHolds(line: string): Held[] {
  const held: Held[] = [];
  let from = 0;
  let stretch: string[] = [];
  let after: string[] = [];
  const straight = (characters: readonly string[]) => {
    const last = held.at(-1);
    if (last && last.from + [...last.text].length === from) last.text += characters.join("");
    else if (characters.length > 0) held.push({ text: characters.join(""), from });
    from += characters.length;
  };
  const close = () => {
    if (stretch.length > 0) {
      if (kindOf(stretch.at(-1)!) !== "turning") stretch.push(rightToLeft);
      from += stretch.length;
      let left = from;
      for (const word of stretch.join("").split(/(?= )|(?<= )/)) {
        const letters = [...word].reverse();
        left -= letters.length;
        held.push({ text: letters.join(""), from: left });
      }
      if (after.length > 0) after.unshift(leftToRight);
    }
    straight(after);
    stretch = [];
    after = [];
  };
  for (const character of line) {
    const kind = kindOf(character);
    if (kind === "straight") {
      close();
      straight([character]);
    } else if (kind === "turning" || (kind === "mark" && stretch.length > 0 && after.length === 0)) {
      if (stretch.length > 0) stretch.push(...after);
      else straight(after);
      after = [];
      stretch.push(character);
    } else after.push(character);
  }
  close();
  return held;
}

function kindOf(character: string): "turning" | "straight" | "mark" | "neither" {
  const name = bidi.getBidiCharTypeName(character);
  if (name === "R" || name === "AL") return "turning";
  if (name === "L" || name === "EN" || name === "AN") return "straight";
  return name === "NSM" || name === "BN" ? "mark" : "neither";
}
