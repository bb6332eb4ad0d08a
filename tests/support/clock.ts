import type { Clock } from "~/platform/clock";

/** Noon in London on Monday 1 June 2026. */
export const noon: Clock = { now: () => new Date("2026-06-01T11:00:00Z") };
export const at = (moment: string): Clock => ({ now: () => new Date(moment) });
