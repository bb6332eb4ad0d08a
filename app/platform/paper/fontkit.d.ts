/** The little of fontkit that we use. */
declare module "fontkit" {
  export type Glyph = { path: { commands: { command: "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath"; args: number[] }[] } };
  export type Font = {
    unitsPerEm: number;
    ascent: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string): { advanceWidth: number; glyphs: Glyph[]; positions: { xAdvance: number; xOffset: number; yOffset: number }[] };
  };
  export function openSync(path: string): Font;
}
