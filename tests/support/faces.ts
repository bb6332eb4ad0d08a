import type { Face, Faces } from "~/platform/paper/fit";

/** Faces with letters all of one width, so that what a layout does can be worked out by counting. They know Latin letters and our punctuation. */
const face = (font: string, bold = false): Face => ({
  font,
  bold,
  ascent: 1,
  has: (codePoint) => (codePoint >= 0x20 && codePoint < 0x250) || (codePoint >= 0x2010 && codePoint <= 0x2026),
  width: (text) => 0.55 * [...text].length,
  shaped: () => false,
  outline: (text) => ({ width: 0.55 * [...text].length, path: () => "" }),
});

export const evenFaces: Faces = { display: face("Besley"), text: face("Atkinson"), strong: face("Atkinson", true), code: face("AtkinsonMono"), others: [] };
