import type { Level } from "#standards/format";

/** What becomes of two ratings of one criterion. `level` where the table itself settles it; `flagged` where the guidance should be looked at again. */
export type Difference =
  | { how: "same" | "lower_stands"; level: Level }
  /** The two readers talk; without an agreed level it goes to the moderator. */
  | { how: "talk"; flagged: false }
  | { how: "moderator"; flagged: boolean };

export type Distance = "same" | "one_apart_same_side" | "one_apart_across_met" | "two_or_three_apart";

/** Standard rules §C.5, row for row. */
export const differenceTable = {
  same: { critical: "same", other: "same", flagged: false },
  one_apart_same_side: { critical: "lower_stands", other: "lower_stands", flagged: false },
  one_apart_across_met: { critical: "moderator", other: "talk", flagged: false },
  two_or_three_apart: { critical: "moderator", other: "moderator", flagged: true },
} as const satisfies Record<Distance, { critical: Difference["how"]; other: Difference["how"]; flagged: boolean }>;

/** How far apart two levels are, as the table counts it. The side changes between Developing and Met. */
export function distanceBetween(first: Level, second: Level): Distance {
  const apart = Math.abs(first - second);
  if (apart === 0) return "same";
  if (apart > 1) return "two_or_three_apart";
  return first >= 2 === second >= 2 ? "one_apart_same_side" : "one_apart_across_met";
}

/** What the table says of these two. Which of them was first makes no difference. */
export function differenceOf(first: Level, second: Level, critical: boolean): Difference {
  const row = differenceTable[distanceBetween(first, second)];
  const how = critical ? row.critical : row.other;
  if (how === "same" || how === "lower_stands") return { how, level: Math.min(first, second) as Level };
  return how === "talk" ? { how, flagged: false } : { how, flagged: row.flagged };
}
