/** By the nearest rank: the smallest of the values that at least this many of a hundred are no greater than. Always one of the values; undefined where there is none. `percent`: a whole number from 1 to 100. */
export function percentile(values: readonly number[], percent: number): number | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.ceil((percent * sorted.length) / 100) - 1];
}
