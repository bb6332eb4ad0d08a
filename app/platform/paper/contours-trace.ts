/** From heights on a grid to smooth lines of one height. */
import type { Point } from "./drawing";

/** Heights at the corners of a square grid, row by row, `step` points apart. */
export type Grid = { across: number; down: number; step: number; heights: Float64Array };
export type Line = { points: Point[]; closed: boolean };
/** Where a contour crosses one side of a grid square, with the two crossings beside it. */
type Joint = { point: Point; neighbours: number[] };
/** By the number of the side it crosses: twice that of the corner it starts at, and one more for a side that goes down. */
type Joints = Map<number, Joint>;
/** A grid square by its north-west corner, with the heights of all four. */
type Square = { column: number; row: number; northWest: number; northEast: number; southEast: number; southWest: number };
type Side = "north" | "east" | "south" | "west";

// Which sides of a grid square a contour crosses, by which of its corners are above it (north-west 8, north-east 4, south-east 2, south-west 1).
const crossings: readonly (readonly [Side, Side])[][] = [
  [],
  [["west", "south"]],
  [["south", "east"]],
  [["west", "east"]],
  [["north", "east"]],
  [
    ["west", "north"],
    ["south", "east"],
  ],
  [["north", "south"]],
  [["west", "north"]],
  [["west", "north"]],
  [["north", "south"]],
  [
    ["north", "east"],
    ["west", "south"],
  ],
  [["north", "east"]],
  [["west", "east"]],
  [["south", "east"]],
  [["west", "south"]],
  [],
];

/** The lines at each of these heights, by marching squares; very short ones are left out. */
export function trace(grid: Grid, levels: readonly number[]): Line[][] {
  return jointsAt(grid, levels).map((joints) => {
    const seen = new Set<number>();
    const lines: Line[] = [];
    for (const openEnds of [true, false])
      for (const [name, joint] of joints) {
        if (seen.has(name) || (openEnds && joint.neighbours.length !== 1)) continue;
        const line = follow(name, joints, seen);
        if (line.points.length >= 6) lines.push(line);
      }
    return lines;
  });
}

/** Looks at every grid square once, and at the few heights that lie between its corners. */
function jointsAt(grid: Grid, levels: readonly number[]): Joints[] {
  const { across, down, heights } = grid;
  const found = levels.map((level) => ({ level, joints: new Map() as Joints }));
  for (let row = 0; row < down - 1; row++)
    for (let column = 0; column < across - 1; column++) {
      const corner = row * across + column;
      const square: Square = {
        column,
        row,
        northWest: heights[corner] ?? 0,
        northEast: heights[corner + 1] ?? 0,
        southEast: heights[corner + across + 1] ?? 0,
        southWest: heights[corner + across] ?? 0,
      };
      const { northWest, northEast, southEast, southWest } = square;
      const lowest = Math.min(northWest, northEast, southEast, southWest);
      const highest = Math.max(northWest, northEast, southEast, southWest);
      for (const { level, joints } of found) if (lowest <= level && level < highest) cross(grid, square, level, joints);
    }
  return found.map(({ joints }) => joints);
}

/** Adds what one grid square contributes to the lines at this height. */
function cross({ across, step }: Grid, { column, row, northWest, northEast, southEast, southWest }: Square, level: number, joints: Joints) {
  const corner = row * across + column;
  const above = (northWest > level ? 8 : 0) | (northEast > level ? 4 : 0) | (southEast > level ? 2 : 0) | (southWest > level ? 1 : 0);
  const along = (from: number, to: number) => ((level - from) / (to - from)) * step;
  const [left, top] = [column * step, row * step];
  const joint = (side: Side): [number, Point] => {
    if (side === "north") return [2 * corner, { x: left + along(northWest, northEast), y: top }];
    if (side === "south") return [2 * (corner + across), { x: left + along(southWest, southEast), y: top + step }];
    if (side === "west") return [2 * corner + 1, { x: left, y: top + along(northWest, southWest) }];
    return [2 * (corner + 1) + 1, { x: left + step, y: top + along(northEast, southEast) }];
  };
  for (const [from, to] of crossings[above] ?? []) {
    const [one, other] = [joint(from), joint(to)];
    connect(joints, one, other[0]);
    connect(joints, other, one[0]);
  }
}

function connect(joints: Joints, [name, point]: [number, Point], neighbour: number) {
  const known = joints.get(name);
  if (known) known.neighbours.push(neighbour);
  else joints.set(name, { point, neighbours: [neighbour] });
}

/** Walks from joint to joint until there is nowhere new to go. */
function follow(start: number, joints: Joints, seen: Set<number>): Line {
  const points: Point[] = [];
  let closed = false;
  for (let name: number | undefined = start; name !== undefined; ) {
    const joint: Joint | undefined = joints.get(name);
    if (!joint) break;
    seen.add(name);
    points.push(joint.point);
    const next: number | undefined = joint.neighbours.find((each) => !seen.has(each));
    closed = next === undefined && joint.neighbours.length === 2 && joint.neighbours.includes(start);
    name = next;
  }
  return { points, closed };
}

/** Every other point of a line, joined by curves that pass through them (Catmull–Rom as Bézier). */
export function smooth({ points, closed }: Line): string {
  const kept = points.filter((_, place) => place % 2 === 0 || place === points.length - 1);
  const count = kept.length;
  const at = (place: number): Point => kept[closed ? (place + count) % count : Math.max(0, Math.min(count - 1, place))] ?? { x: 0, y: 0 };
  const spot = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  let path = `M${spot(at(0).x, at(0).y)}`;
  for (let place = 0; place < (closed ? count : count - 1); place++) {
    const [before, from, to, after] = [at(place - 1), at(place), at(place + 1), at(place + 2)];
    path += `C${spot(from.x + (to.x - before.x) / 6, from.y + (to.y - before.y) / 6)} ${spot(to.x - (after.x - from.x) / 6, to.y - (after.y - from.y) / 6)} ${spot(to.x, to.y)}`;
  }
  return closed ? `${path}Z` : path;
}
