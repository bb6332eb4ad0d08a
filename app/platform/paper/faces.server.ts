/** The typefaces we print with, from the packages that carry them. Read once a process. */
import { createRequire } from "node:module";
import { type Font, openSync } from "fontkit";
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

/** For what the families above do not have, the first that does: Greek, Cyrillic and every Latin letter; Chinese; pictures. */
const scripts = {
  NotoSans: { normal: fileOf("@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf") },
  NotoSansSC: { normal: fileOf("@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf") },
  NotoEmoji: { normal: fileOf("@expo-google-fonts/noto-emoji/600SemiBold/NotoEmoji_600SemiBold.ttf") },
};
export const allFamilies = { ...families, ...scripts };

/** The only files that rendering may read. */
export const fontFiles: ReadonlySet<string> = new Set(Object.values(allFamilies).flatMap((family) => Object.values(family)));

export const faces = (): Faces =>
  remember("typefaces", () => ({
    display: faceOf("Besley", families.Besley.normal),
    text: faceOf("Atkinson", families.Atkinson.normal),
    strong: faceOf("Atkinson", families.Atkinson.bold, true),
    code: faceOf("AtkinsonMono", families.AtkinsonMono.normal),
    others: Object.entries(scripts).map(([font, { normal }]) => faceOf(font, normal)),
  }));

function faceOf(font: string, file: string, bold = false): Face {
  // Opened when first asked: the large ones seldom are.
  let opened: Font | undefined;
  const read = () => (opened ??= openSync(file));
  const measured = new Map<string, number>();
  return {
    font,
    bold,
    get ascent() {
      return read().ascent / read().unitsPerEm;
    },
    has: (codePoint) => setAsTyped.test(String.fromCodePoint(codePoint)) && read().hasGlyphForCodePoint(codePoint),
    width(text) {
      const known = measured.get(text);
      if (known !== undefined) return known;
      const width = read().layout(text).advanceWidth / read().unitsPerEm;
      if (measured.size >= wordsKept) measured.clear();
      measured.set(text, width);
      return width;
    },
  };
}

/** Not scripts whose letters join or stack, though a typeface may have them: what is copied out of a PDF would not be what was typed. */
const setAsTyped = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Common}\p{Script=Inherited}]/u;
/** Most words of a certificate are the same on every one, and shaping is the slow part of measuring. */
const wordsKept = 5000;
