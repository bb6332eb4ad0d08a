/** The little of fontkit that we use. */
declare module "fontkit" {
  export type Font = {
    unitsPerEm: number;
    ascent: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string): { advanceWidth: number };
  };
  export function openSync(path: string): Font;
}
