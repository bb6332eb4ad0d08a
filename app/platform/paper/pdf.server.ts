/** Documents to PDF. The one place that knows pdfmake. */
import { createRequire } from "node:module";
import type { TDocumentDefinitions } from "pdfmake/interfaces";
import { allFamilies, fontFiles } from "./faces.server";
import { textLayer } from "./shaped-line";
import { addSignatureHole, type OpenDocument, type SignatureHole } from "./signature-hole";

/** pdfmake draws paths on a canvas, but its types do not know them. */
type Document = Omit<TDocumentDefinitions, "content"> & { content: object[] };

/** A document, which pdfmake may change while it works, as bytes; with a hole in which a signature over all the other bytes is to go. */
export async function pdf(document: Document, hole?: SignatureHole): Promise<Buffer> {
  const made = (await printer()).createPdf(document as TDocumentDefinitions);
  if (hole) addSignatureHole((await made.getStream()) as unknown as OpenDocument, hole);
  return made.getBuffer();
}

let loaded: ReturnType<typeof load> | undefined;
const printer = () => (loaded ??= load());

/** Loaded when first needed: most processes never print. It may read our fonts, and nothing else from anywhere. */
async function load() {
  const { default: pdfmake } = await import("pdfmake");
  withTextLayer();
  pdfmake.setFonts(allFamilies);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path));
  return pdfmake;
}

type LaidOut = {
  glyphs: { id: number; advanceWidth: number; codePoints: number[] }[];
  positions: { xAdvance: number; yAdvance: 0; xOffset: 0; yOffset: 0; advanceWidth: number }[];
  advanceWidth: number;
};
type EmbeddedFont = {
  font: { glyphForCodePoint(codePoint: number): { id: number; advanceWidth: number } };
  scale: number;
  subset: { glyphs: number[]; includeGlyph(id: number): number };
  layout(text: string): LaidOut;
};

/** pdfmake has no place for a typeface of its user's own making, so the one that leaves no ink is made where its documents open typefaces. */
function withTextLayer() {
  const { prototype } = createRequire(import.meta.url)("pdfmake/js/PDFDocument.js").default as { prototype: { provideFont(family: string, ...style: unknown[]): EmbeddedFont } };
  const { provideFont } = prototype;
  prototype.provideFont = function (family, ...style) {
    const font = provideFont.call(this, family, ...style);
    return family === textLayer.font && !Object.hasOwn(font, "layout") ? withoutInk(font) : font;
  };
}

/** Each character one space, unshaped and in the order given, that says in the file which character it stands for. */
function withoutInk(font: EmbeddedFont): EmbeddedFont {
  const space = font.font.glyphForCodePoint(0x20);
  const advance = space.advanceWidth * font.scale;
  const places = new Map<number, number>();
  font.subset.includeGlyph = (codePoint) => {
    const place = places.get(codePoint) ?? font.subset.glyphs.push(space.id) - 1;
    places.set(codePoint, place);
    return place;
  };
  font.layout = (text) => {
    const codePoints = [...text].map((character) => character.codePointAt(0) ?? 0);
    return {
      glyphs: codePoints.map((codePoint) => ({ id: codePoint, advanceWidth: space.advanceWidth, codePoints: [codePoint] })),
      positions: codePoints.map(() => ({ xAdvance: advance, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: advance })),
      advanceWidth: codePoints.length * advance,
    };
  };
  return font;
}
