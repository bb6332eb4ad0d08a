/** Letters that join, stack, turn or change places, by HarfBuzz, which browsers shape them with too. */
import { readFileSync } from "node:fs";
import { Blob, Buffer, Direction, Face, Font, shape } from "harfbuzzjs";
import { CannotPrint } from "./cannot-print";
import type { Outline } from "./fit";

/** Shapes text of one direction in the typeface of a file. The file is read when first needed. */
export function shaper(file: string): (text: string, rightToLeft: boolean) => Outline {
  let opened: { font: Font; em: number } | undefined;
  const open = () => (opened ??= read(file));
  return (text, rightToLeft) => {
    const { font, em } = open();
    const buffer = new Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(rightToLeft ? Direction.RTL : Direction.LTR);
    shape(font, buffer);
    const placed: { glyph: number; x: number; y: number }[] = [];
    let pen = 0;
    for (const { codepoint: glyph, xAdvance = 0, xOffset = 0, yOffset = 0 } of buffer.getGlyphInfosAndPositions()) {
      // Zero is every typeface's empty box.
      if (glyph === 0) throw CannotPrint.noFont(text);
      placed.push({ glyph, x: pen + xOffset, y: yOffset });
      pen += xAdvance;
    }
    return {
      width: pen / em,
      path: (at, size) =>
        placed
          .flatMap(({ glyph, x, y }) =>
            font
              .glyphToJson(glyph)
              .map(
                ({ type, values }) => type + values.map((value, index) => short(index % 2 === 0 ? at.x + ((x + value) / em) * size : at.y - ((y + value) / em) * size)).join(" "),
              ),
          )
          .join(""),
    };
  };
}

function read(file: string) {
  const face = new Face(new Blob(new Uint8Array(readFileSync(file)).buffer));
  return { font: new Font(face), em: face.upem };
}

const short = (value: number) => String(Math.round(value * 100) / 100);
