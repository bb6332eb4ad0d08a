/**
 * The landscape behind a certificate: contour lines of a small hill computed from the mark's code, so that each certificate is a place of its own.
 * It is decoration. It proves nothing, and no text may say that it does.
 */
import { type Grid, smooth, trace } from "./contours-trace";
import { colours, type Point, page, type Vector } from "./drawing";

const step = 9;
const heights = Array.from({ length: 15 }, (_, place) => ((place + 1) * 1.12) / 15);
const across = Math.ceil(page.width / step) + 1;
const down = Math.ceil(page.height / step) + 1;

export type Contour = { path: string; index: boolean };

/** Contour lines as path data in points of an A4 page, every fifth an index line, and the top of the hill. The same seed gives the same lines. */
export function contours(seed: string): { lines: Contour[]; summit: Point } {
  const chance = sequence(seed);
  const grid = terrain(seed.length, chance);
  const lines = trace(grid, heights).flatMap((found, place) => found.map((line): Contour => ({ path: smooth(line), index: (place + 1) % 5 === 0 })));
  return { lines, summit: highest(grid) };
}

/** The same landscape as something to draw: contours, a footpath in map dashes, and a post at the top. */
export function landscape(seed: string): Vector[] {
  const { lines, summit } = contours(seed);
  const { x, y } = summit;
  const start = { x: page.width + 4, y: y + 150 };
  const footpath = `M${start.x} ${start.y}C${start.x - 40} ${start.y - 6} ${x + 70} ${y + 96} ${x + 26} ${y + 84}S${x - 30} ${y + 44} ${x} ${y + 15}`;
  return [
    ...lines.map(({ path, index }): Vector => ({ type: "path", d: path, lineColor: index ? colours.contourIndex : colours.contour, lineWidth: index ? 0.9 : 0.55 })),
    { type: "path", d: footpath, lineColor: colours.bracken, lineWidth: 1.1, dash: { length: 4.5, space: 3 } },
    { type: "path", d: `M${x - 3} ${y - 6}L${x + 4} ${y - 9}L${x + 4} ${y + 12}L${x - 3} ${y + 12}Z`, color: colours.yew },
    { type: "path", d: `M${x - 3} ${y - 13}L${x + 4} ${y - 16}L${x + 4} ${y - 11}L${x - 3} ${y - 8}Z`, color: colours.gorse },
  ];
}

/** Fractions from 0 to 1, always the same for the same seed. */
function sequence(seed: string): () => number {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 16777619);
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2246822507);
    state = Math.imul(state ^ (state >>> 13), 3266489909);
    state ^= state >>> 16;
    return (state >>> 0) / 4294967296;
  };
}

type Hill = { x: number; y: number; radius: number; height: number };

/** Heights on a grid, row by row: one main hill top right where a certificate has room for it, and gentle country round it. */
function terrain(wave: number, chance: () => number): Grid {
  const hills: Hill[] = [
    { x: 0.8 + 0.08 * chance(), y: 0.15 + 0.05 * chance(), radius: 0.27 + 0.06 * chance(), height: 1 },
    { x: 0.42 + 0.2 * chance(), y: -0.02, radius: 0.24, height: 0.5 },
    { x: 1.05, y: 0.4 + 0.1 * chance(), radius: 0.25, height: 0.75 },
    { x: 0.2, y: 0.5, radius: 0.3, height: -0.3 },
    { x: 0.9, y: 0.85 + 0.1 * chance(), radius: 0.25, height: 0.35 },
  ];
  const heights = new Float64Array(across * down);
  for (let row = 0; row < down; row++) for (let column = 0; column < across; column++) heights[row * across + column] = heightAt(hills, wave, column * step, row * step);
  return { across, down, step, heights };
}

function heightAt(hills: Hill[], wave: number, x: number, y: number): number {
  let height = 0.035 * Math.sin(x / 47 + wave) + 0.03 * Math.sin(y / 39 + x / 83);
  for (const hill of hills) {
    const size = hill.radius * page.width;
    const dx = (x - hill.x * page.width) / size;
    const dy = (y - hill.y * page.height) / size;
    height += hill.height * Math.exp(-(dx * dx + dy * dy));
  }
  return height;
}

/** The highest grid point of the free corner, where the post may stand without touching a word. */
function highest({ heights }: Grid): Point {
  let best = { x: 0, y: 0, height: Number.NEGATIVE_INFINITY };
  for (let row = Math.ceil((0.135 * page.height) / step); row * step < 0.21 * page.height; row++)
    for (let column = Math.ceil((0.76 * page.width) / step); column * step < 0.87 * page.width; column++) {
      const height = heights[row * across + column] ?? 0;
      if (height > best.height) best = { x: column * step, y: row * step, height };
    }
  return { x: best.x, y: best.y };
}
