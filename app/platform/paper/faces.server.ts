/** The typefaces we print with, from the packages that carry them. Read once a process. */
import { createRequire } from "node:module";
import { type Font, openSync } from "fontkit";
import { remember } from "~/platform/remember";
import { turns } from "./direction";
import type { Face, Faces } from "./fit";
import { textLayer } from "./shaped-line";
import { shaper } from "./shaping.server";

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

/** For what the families above do not have, the first that does, by what each is asked for: letter by letter, or as shapes where `shaped` says so. */
const others: readonly { font: string; file: string; has: RegExp; shaped?: RegExp }[] = [
  {
    font: "NotoSans",
    file: fileOf("@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf"),
    has: /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u,
  },
  { font: "NotoSansArabic", file: fileOf("@expo-google-fonts/noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf"), has: /\p{Script_Extensions=Arabic}/u, shaped: /./ },
  { font: "NotoSansHebrew", file: fileOf("@expo-google-fonts/noto-sans-hebrew/600SemiBold/NotoSansHebrew_600SemiBold.ttf"), has: /\p{Script_Extensions=Hebrew}/u, shaped: /./ },
  {
    font: "NotoSansDevanagari",
    file: fileOf("@expo-google-fonts/noto-sans-devanagari/600SemiBold/NotoSansDevanagari_600SemiBold.ttf"),
    has: /\p{Script_Extensions=Devanagari}/u,
    shaped: /./,
  },
  { font: "NotoSansBengali", file: fileOf("@expo-google-fonts/noto-sans-bengali/600SemiBold/NotoSansBengali_600SemiBold.ttf"), has: /\p{Script_Extensions=Bengali}/u, shaped: /./ },
  {
    font: "NotoSansGurmukhi",
    file: fileOf("@expo-google-fonts/noto-sans-gurmukhi/600SemiBold/NotoSansGurmukhi_600SemiBold.ttf"),
    has: /\p{Script_Extensions=Gurmukhi}/u,
    shaped: /./,
  },
  {
    font: "NotoSansGujarati",
    file: fileOf("@expo-google-fonts/noto-sans-gujarati/600SemiBold/NotoSansGujarati_600SemiBold.ttf"),
    has: /\p{Script_Extensions=Gujarati}/u,
    shaped: /./,
  },
  { font: "NotoSansTamil", file: fileOf("@expo-google-fonts/noto-sans-tamil/600SemiBold/NotoSansTamil_600SemiBold.ttf"), has: /\p{Script_Extensions=Tamil}/u, shaped: /./ },
  { font: "NotoSansSC", file: fileOf("@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf"), has: /[\p{Script=Han}\p{Script=Common}]/u },
  // Pictures made of several characters: put together, coloured, flags, keys.
  {
    font: "NotoEmoji",
    file: fileOf("@expo-google-fonts/noto-emoji/600SemiBold/NotoEmoji_600SemiBold.ttf"),
    has: /[\p{Script=Common}\p{Script=Inherited}]/u,
    shaped: /[\u200D\uFE0F\u20E3\p{Emoji_Modifier}\p{Regional_Indicator}]/u,
  },
];

/** What pdfmake sets letter by letter, and the characters that lie without ink over what is drawn as shapes. */
export const allFamilies: Record<string, { normal: string; bold?: string }> = {
  ...families,
  ...Object.fromEntries(others.map(({ font, file }) => [font, { normal: file }])),
  [textLayer.font]: { normal: fileOf("@expo-google-fonts/atkinson-hyperlegible-mono/400Regular/AtkinsonHyperlegibleMono_400Regular.ttf") },
};

/** The only files that rendering may read. */
export const fontFiles: ReadonlySet<string> = new Set(Object.values(allFamilies).flatMap((family) => Object.values(family)));

export const faces = (): Faces =>
  remember("typefaces", () => ({
    display: faceOf({ font: "Besley", file: families.Besley.normal }),
    text: faceOf({ font: "Atkinson", file: families.Atkinson.normal }),
    strong: faceOf({ font: "Atkinson", file: families.Atkinson.bold, bold: true }),
    code: faceOf({ font: "AtkinsonMono", file: families.AtkinsonMono.normal }),
    others: others.map((other) => faceOf(other)),
  }));

const latin = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;

function faceOf({ font, file, bold = false, has = latin, shaped }: { font: string; file: string; bold?: boolean; has?: RegExp; shaped?: RegExp }): Face {
  // Opened when first asked: the large ones seldom are.
  let opened: Font | undefined;
  const read = () => (opened ??= openSync(file));
  const outline = shaper(file);
  const isShaped = (text: string) => shaped?.test(text) ?? false;
  const measured = new Map<string, number>();
  return {
    font,
    bold,
    get ascent() {
      return read().ascent / read().unitsPerEm;
    },
    has: (codePoint) => has.test(String.fromCodePoint(codePoint)) && read().hasGlyphForCodePoint(codePoint),
    width(text) {
      const known = measured.get(text);
      if (known !== undefined) return known;
      const width = isShaped(text) ? outline(text, turns(text)).width : read().layout(text).advanceWidth / read().unitsPerEm;
      if (measured.size >= wordsKept) measured.clear();
      measured.set(text, width);
      return width;
    },
    shaped: isShaped,
    outline,
  };
}

/** Most words of a certificate are the same on every one, and shaping is the slow part of measuring. */
const wordsKept = 5000;
