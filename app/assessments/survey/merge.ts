/** Answers by part, as they are merged: `level`, `how`, `evidence`, `na`, `plan`, `privateNote`. */
export type Parts = Record<string, unknown>;

export const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Three ways, part by part. What only one side changed is taken; what both changed, and differently, is a clash, and mine stands until somebody chooses. */
export function merge(base: Parts, mine: Parts, theirs: Parts): { merged: Parts; clashes: string[] } {
  const merged: Parts = {};
  const clashes: string[] = [];
  for (const part of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const changedByMe = !same(mine[part], base[part]);
    const changedByThem = !same(theirs[part], base[part]);
    if (changedByMe && changedByThem && !same(mine[part], theirs[part])) clashes.push(part);
    const value = changedByMe ? mine[part] : theirs[part];
    if (value !== undefined) merged[part] = value;
  }
  return { merged, clashes };
}
