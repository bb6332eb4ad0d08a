/** Words as shapes, in our typefaces: a picture made of them looks the same everywhere and asks nobody for a font. */
import { type Font, openSync } from "fontkit";
import { remember } from "~/platform/remember";
import type { Point } from "./drawing";
import { families } from "./faces.server";

export type OutlineFace = "text" | "strong" | "code";

const fonts = (): Record<OutlineFace, Font> =>
  remember("outlined typefaces", () => ({ text: openSync(families.Atkinson.normal), strong: openSync(families.Atkinson.bold), code: openSync(families.AtkinsonMono.normal) }));

const letters = { moveTo: "M", lineTo: "L", quadraticCurveTo: "Q", bezierCurveTo: "C", closePath: "Z" } as const;

/** The path data of a line of text that begins at `at`, on its base line; smaller than `size` where it would be wider than `width`. */
export function outline(text: string, face: OutlineFace, { at, size, width }: { at: Point; size: number; width: number }): string {
  const font = fonts()[face];
  const { glyphs, positions, advanceWidth } = font.layout(text);
  const scale = Math.min(size / font.unitsPerEm, width / advanceWidth);
  let pen = 0;
  const parts: string[] = [];
  glyphs.forEach(({ path }, place) => {
    const { xAdvance, xOffset, yOffset } = positions[place]!;
    for (const { command, args } of path.commands) {
      const placed = args.map((each, index) => (index % 2 === 0 ? at.x + (pen + xOffset + each) * scale : at.y - (yOffset + each) * scale));
      parts.push(letters[command] + placed.map(short).join(" "));
    }
    pen += xAdvance;
  });
  return parts.join("");
}

const short = (value: number) => String(Math.round(value * 100) / 100);
