import type { Day } from "~/platform/calendar";

/** A check-in that was sent, with its private words. */
export type SeenCheckIn = { on: Day; by: string; notTrue: string[]; asked: string[]; factsRight: boolean; insuranceUntil: Day; words: string; plan: string };
