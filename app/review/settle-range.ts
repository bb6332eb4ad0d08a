import type { Level } from "#standards/format";

/** The levels a moderator may settle on: any between the two ratings, both included. Outside needs a third rating, and goes no further than that one (Standard rules §C.5). */
export function settleRange(first: Level, second: Level, third?: Level): Level[] {
  const given = third === undefined ? [first, second] : [first, second, third];
  return ([0, 1, 2, 3] as const).filter((level) => level >= Math.min(...given) && level <= Math.max(...given));
}
