import { z } from "zod";
import type { Level } from "#standards/format";

/** Two readers' levels of one criterion of one case. */
export type Pair = readonly [first: Level, second: Level];

/** Pairs counted: rows are the first reader's levels 0–3, columns the second's. */
export type Matrix = readonly (readonly number[])[];
const counts = z
  .array(z.int("expected a whole number").min(0, "expected 0 or more"), { error: "expected a row of four counts" })
  .length(4, "expected four counts, for the levels 0 to 3");
export const MatrixInput = z.object(
  { matrix: z.array(counts, { error: "expected four rows" }).length(4, "expected four rows, for the levels 0 to 3") },
  { error: "expected an object with a matrix" },
);

/** Fractions. Null: not defined. */
export type Agreement = {
  n: number;
  exact: number | null;
  met_not_met: number | null;
  kappa: number | null;
  kappa_linear: number | null;
  kappa_quadratic: number | null;
  ac1: number | null;
};

/** Figures about fewer pairs than this are not published, and kappa is never shown alone (Standard rules §C.5). */
export const leastToPublish = 50;

const levels = [0, 1, 2, 3] as const satisfies readonly Level[];

export const matrixOf = (pairs: readonly Pair[]): Matrix =>
  levels.map((row) => levels.map((column) => pairs.filter(([first, second]) => first === row && second === column).length));

/** So many pairs with these two levels. */
export type CountedPair = { first: Level; second: Level; pairs: number };

export const agreementOver = (counted: readonly CountedPair[]): Agreement =>
  agreementIn(levels.map((row) => levels.map((column) => sum(counted.filter(({ first, second }) => first === row && second === column).map(({ pairs }) => pairs)))));

export const agreementBetween = (pairs: readonly Pair[]): Agreement => agreementIn(matrixOf(pairs));

/**
 * How far two readers agree. Never NaN: a figure that is not defined is null, which is all of them without a pair, and every kappa where all pairs are in one cell.
 * `exact` and `met_not_met`: the share with the same level, and with the same side of Met.
 * `kappa`: Cohen 1960, A coefficient of agreement for nominal scales. `kappa_linear` and `kappa_quadratic`: Cohen 1968, Weighted kappa,
 * where a difference weighs as much as the levels are apart, or the square of it. `ac1`: Gwet 2008, Computing inter-rater reliability
 * in the presence of high agreement, over the four levels of the scale, whether or not all of them occur.
 */
export function agreementIn(matrix: Matrix): Agreement {
  const count = (row: Level, column: Level) => matrix[row]?.[column] ?? 0;
  const cells = levels.flatMap((row) => levels.map((column) => ({ row, column, count: count(row, column) })));
  const n = sum(cells.map((cell) => cell.count));
  if (n === 0) return { n, exact: null, met_not_met: null, kappa: null, kappa_linear: null, kappa_quadratic: null, ac1: null };
  const first = levels.map((row) => sum(levels.map((column) => count(row, column))));
  const second = levels.map((column) => sum(levels.map((row) => count(row, column))));

  const share = (counts: (row: Level, column: Level) => boolean) => sum(cells.filter(({ row, column }) => counts(row, column)).map((cell) => cell.count)) / n;
  /** One less what was seen of disagreement by what chance would bring, the same levels handed out at random. Whole numbers up to the division, so exact. */
  const kappa = (weight: (apart: number) => number) => {
    const seen = n * sum(cells.map((cell) => weight(Math.abs(cell.row - cell.column)) * cell.count));
    const byChance = sum(cells.map(({ row, column }) => weight(Math.abs(row - column)) * first[row]! * second[column]!));
    return byChance === 0 ? null : 1 - seen / byChance;
  };
  const exact = share((row, column) => row === column);
  const used = levels.map((level) => first[level]! + second[level]!);
  const byChance = sum(used.map((each) => each * (2 * n - each))) / ((levels.length - 1) * (2 * n) ** 2);
  return {
    n,
    exact,
    met_not_met: share((row, column) => row >= 2 === column >= 2),
    kappa: kappa((apart) => Math.sign(apart)),
    kappa_linear: kappa((apart) => apart),
    kappa_quadratic: kappa((apart) => apart ** 2),
    ac1: (exact - byChance) / (1 - byChance),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
