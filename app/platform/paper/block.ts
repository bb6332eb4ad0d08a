/** Blocks: things that know how tall they are before they are drawn. A page is put together from them, measured, and only then drawn. */
import { type Colour, colours, type Drawing, type Point, type Vector } from "./drawing";
import { breakEvenly, breakLines, type Stretch, textOf } from "./fit";
import { drawShaped, isShaped } from "./shaped-line";

export type Block = { height: number; draw(at: Point): Drawing[] };

/** `leading` is from one baseline to the next. */
export type Type = { size: number; leading: number; colour: Colour };

export const gap = (height: number): Block => ({ height, draw: () => [] });

/** One under the other. What is undefined is left out. */
export function stack(...parts: (Block | undefined)[]): Block {
  const blocks = parts.filter((part) => part !== undefined);
  return {
    height: total(blocks),
    draw: ({ x, y }) => blocks.flatMap((block, place) => block.draw({ x, y: y + total(blocks.slice(0, place)) })),
  };
}

/** Side by side, tops level; `left` is from the left edge of the whole. */
export function beside(...cells: { left: number; block: Block }[]): Block {
  return {
    height: Math.max(0, ...cells.map(({ block }) => block.height)),
    draw: ({ x, y }) => cells.flatMap(({ left, block }) => block.draw({ x: x + left, y })),
  };
}

/** Text in lines of at most `width`. `evenly` for titles. */
export function text(stretches: readonly Stretch[], type: Type, width: number, how: "ragged" | "evenly" = "ragged"): Block {
  const lines = how === "evenly" ? breakEvenly(stretches, type.size, width) : breakLines(stretches, type.size, width);
  return {
    height: lines.length * type.leading,
    draw: ({ x, y }) =>
      lines.flatMap((line, place): Drawing[] => {
        const on = y + place * type.leading + baseline(type);
        if (isShaped(line)) return drawShaped(line, { x, y: on }, type);
        // pdfmake takes the top of the tallest face's ascent; we think in baselines, which are the same for all faces.
        const ascent = Math.max(...line.runs.map(({ face }) => face.ascent)) * type.size;
        return [{ absolutePosition: { x: round(x), y: round(on - ascent) }, text: textOf(line), fontSize: type.size, color: type.colour, noWrap: true }];
      }),
  };
}

/** Text that ends at the right edge: one line. */
export function textToRight(stretches: readonly Stretch[], type: Type, width: number): Block {
  const needed = breakLines(stretches, type.size, Number.POSITIVE_INFINITY)[0]?.width ?? 0;
  return beside({ left: width - needed, block: text(stretches, type, Number.POSITIVE_INFINITY) });
}

/** How far below its top the first baseline of a text lies. */
export const baseline = ({ size, leading }: Pick<Type, "size" | "leading">): number => (leading - size) / 2 + 0.78 * size;

/** Shapes whose coordinates are from the block's own top left corner. */
export function shapes(height: number, vectors: (at: Point) => Vector[]): Block {
  return { height, draw: (at) => [{ absolutePosition: { x: 0, y: 0 }, canvas: vectors(at) }] };
}

export const rule = (width: number): Block =>
  shapes(0.75, ({ x, y }) => [{ type: "line", x1: x, y1: round(y), x2: x + width, y2: round(y), lineWidth: 0.75, lineColor: colours.rush }]);

const total = (blocks: readonly Block[]) => blocks.reduce((sum, { height }) => sum + height, 0);
const round = (length: number) => Math.round(length * 100) / 100;
