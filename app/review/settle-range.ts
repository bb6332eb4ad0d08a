import type { Level } from "#standards/format";

/** The levels a moderator may settle on: any between the two ratings, both included. Outside needs a third reader (Standard rules §C.5). */
export const settleRange = (first: Level, second: Level): Level[] =>
  ([0, 1, 2, 3] as const).filter((level) => level >= Math.min(first, second) && level <= Math.max(first, second));
