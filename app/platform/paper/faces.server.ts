/** The typefaces we print with, from the packages that carry them. Read once a process. */
import { createRequire } from "node:module";
import { openSync } from "fontkit";
import { remember } from "~/platform/remember";
import type { Face, Faces } from "./fit";

// Found from this file, so that it does not matter where the process was started.
const fileOf = createRequire(import.meta.url).resolve;

/** The families as pdfmake knows them, by the name that documents use. All are under the SIL Open Font License. */
export const families = {
  Besley: { normal: fileOf("@expo-google-fonts/besley/600SemiBold/Besley_600SemiBold.ttf") },
  Atkinson: {
    normal: fileOf("@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf"),
    bold: fileOf("@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf"),
  },
  AtkinsonMono: { normal: fileOf("@expo-google-fonts/atkinson-hyperlegible-mono/600SemiBold/AtkinsonHyperlegibleMono_600SemiBold.ttf") },
};

/** The only files that rendering may read. */
export const fontFiles: ReadonlySet<string> = new Set(Object.values(families).flatMap((family) => Object.values(family)));

export const faces = (): Faces =>
  remember("typefaces", () => ({
    display: faceOf("Besley", families.Besley.normal),
    text: faceOf("Atkinson", families.Atkinson.normal),
    strong: faceOf("Atkinson", families.Atkinson.bold, true),
    code: faceOf("AtkinsonMono", families.AtkinsonMono.normal),
  }));

function faceOf(font: string, file: string, bold = false): Face {
  const read = openSync(file);
  const measured = new Map<string, number>();
  return {
    font,
    bold,
    ascent: read.ascent / read.unitsPerEm,
    has: (codePoint) => read.hasGlyphForCodePoint(codePoint),
    width(text) {
      const known = measured.get(text);
      if (known !== undefined) return known;
      const width = read.layout(text).advanceWidth / read.unitsPerEm;
      if (measured.size >= wordsKept) measured.clear();
      measured.set(text, width);
      return width;
    },
  };
}

/** Most words of a certificate are the same on every one, and shaping is the slow part of measuring. */
const wordsKept = 5000;
