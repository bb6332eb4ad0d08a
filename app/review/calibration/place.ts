type Rated = { criteria: readonly string[]; ratings: readonly { criterion: string; ratedBy: string }[] };

/** What somebody has still to rate, from this criterion on and then from the start; null when they are done. */
export function nextToRate({ criteria, ratings }: Rated, personId: string, after?: string): string | null {
  const mine = new Set(ratings.filter(({ ratedBy }) => ratedBy === personId).map(({ criterion }) => criterion));
  const from = after === undefined ? 0 : criteria.indexOf(after) + 1;
  return [...criteria.slice(from), ...criteria.slice(0, from)].find((each) => !mine.has(each)) ?? null;
}
