/** Milliseconds that are counted together. */
export const hour = 60 * 60_000;
/** The row that all are counted in; no address looks like it. */
export const everybody = "everybody";
/** How often something may be asked for in an hour: from one network address, and by all together. */
export type Most = { address: number; everybody: number };
export type Counted = { tooMany: false } | { tooMany: true /** Seconds until the hour is over. */; retryAfter: number };
