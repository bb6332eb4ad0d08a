/** From heights on a grid to smooth lines of one height. */
import type { Point } from "./drawing";

/** Heights at the corners of a square grid, row by row, `step` points apart. */
export type Grid = { across: number; down: number; step: number; heights: Float64Array };
export type Line = { points: Point[]; closed: boolean };
type Joint = { point: Point; neighbours: string[] };
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

/** The lines at one height, by marching squares; very short ones are left out. */
export function trace(grid: Grid, level: number): Line[] {
  const joints = new Map<string, Joint>();
  for (let row = 0; row < grid.down - 1; row++) for (let column = 0; column < grid.across - 1; column++) cross(grid, level, row, column, joints);
  const seen = new Set<string>();
  const lines: Line[] = [];
  for (const openEnds of [true, false])
    for (const [name, joint] of joints) {
      if (seen.has(name) || (openEnds && joint.neighbours.length !== 1)) continue;
      const line = follow(name, joints, seen);
      if (line.points.length >= 6) lines.push(line);
    }
  return lines;
}

/** Adds what one grid square contributes to the lines at this height: nothing, for most of them, so that is asked first. */
function cross({ across, step, heights }: Grid, level: number, row: number, column: number, joints: Map<string, Joint>) {
  const corner = row * across + column;
  const [northWest = 0, northEast = 0, southEast = 0, southWest = 0] = [heights[corner], heights[corner + 1], heights[corner + across + 1], heights[corner + across]];
  const above = (northWest > level ? 8 : 0) | (northEast > level ? 4 : 0) | (southEast > level ? 2 : 0) | (southWest > level ? 1 : 0);
  if (above === 0 || above === 15) return;
  const along = (from: number, to: number) => ((level - from) / (to - from)) * step;
  const [left, top] = [column * step, row * step];
  const joint = (side: Side): [string, Point] => {
    if (side === "north") return [`h${column},${row}`, { x: left + along(northWest, northEast), y: top }];
    if (side === "south") return [`h${column},${row + 1}`, { x: left + along(southWest, southEast), y: top + step }];
    if (side === "west") return [`v${column},${row}`, { x: left, y: top + along(northWest, southWest) }];
    return [`v${column + 1},${row}`, { x: left + step, y: top + along(northEast, southEast) }];
  };
  for (const [from, to] of crossings[above] ?? []) {
    const [one, other] = [joint(from), joint(to)];
    connect(joints, one, other[0]);
    connect(joints, other, one[0]);
  }
}

function connect(joints: Map<string, Joint>, [name, point]: [string, Point], neighbour: string) {
  const known = joints.get(name);
  if (known) known.neighbours.push(neighbour);
  else joints.set(name, { point, neighbours: [neighbour] });
}

/** Walks from joint to joint until there is nowhere new to go. */
function follow(start: string, joints: Map<string, Joint>, seen: Set<string>): Line {
  const points: Point[] = [];
  let closed = false;
  for (let name: string | undefined = start; name !== undefined; ) {
    const joint: Joint | undefined = joints.get(name);
    if (!joint) break;
    seen.add(name);
    points.push(joint.point);
    const next: string | undefined = joint.neighbours.find((each) => !seen.has(each));
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
