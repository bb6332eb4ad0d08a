/** A line with letters that join, stack, turn or change places: drawn as shapes, and over them, without ink, its characters for whoever searches, copies or has it read aloud. */
import { asPdfHolds, visualOrder } from "./direction";
import type { Colour, Drawing, Point } from "./drawing";
import type { Line } from "./fit";

/** The typeface of what is there without ink: every character as wide as every other. Lengths in ems. */
export const textLayer = { font: "TextLayer", advance: 0.632, ascent: 0.984 } as const;

/** Whether a line has to be drawn so. Most are set letter by letter. */
export const isShaped = (line: Line): boolean => line.runs.some(({ text, face, level }) => level > 0 || face.shaped(text));

/** The line from `at`, on its base line. Throws CannotPrint for letters that a typeface has no shape for. */
export function drawShaped({ runs }: Line, at: Point, { size, colour }: { size: number; colour: Colour }): Drawing[] {
  let pen = at.x;
  let d = "";
  for (const place of visualOrder(runs.map(({ level }) => level))) {
    const { text, face, level } = runs[place]!;
    const { path, width } = face.outline(text, level % 2 === 1);
    d += path({ x: pen, y: at.y }, size);
    pen += width * size;
  }
  const held = asPdfHolds(runs.map(({ text }) => text).join(""));
  const characters = held.reduce((sum, { text }) => sum + [...text].length, 0);
  const fontSize = round((pen - at.x) / (characters * textLayer.advance));
  return [
    { absolutePosition: { x: 0, y: 0 }, canvas: [{ type: "path", d, color: colour }] },
    ...held.map(({ text, from }) => ({
      absolutePosition: { x: round(at.x + from * textLayer.advance * fontSize), y: round(at.y - textLayer.ascent * fontSize) },
      text: [{ text, font: textLayer.font, bold: false }],
      fontSize,
      color: colour,
      noWrap: true as const,
    })),
  ];
}

const round = (length: number) => Math.round(length * 1000) / 1000;
