const minute = 60_000;

/** Minutes between one try and the next: seven tries, the last more than a day after the first. */
export const waits = [5, 30, 120, 300, 600, 840] as const;

/** So much later than that at most, as a share of the wait: receivers that were away together are not all asked together. */
export const jitter = 0.2;

/** Tries of one delivery. A test is tried once. */
export const mostTries = waits.length + 1;

/** When the next try is, after so many that failed; undefined after the last. `chance` from 0 to 1. */
export function nextTry(tries: number, now: Date, chance: number): Date | undefined {
  const wait = waits[tries - 1];
  return wait === undefined ? undefined : new Date(now.getTime() + wait * minute * (1 + jitter * chance));
}
