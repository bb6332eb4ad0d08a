import type { Day } from "~/platform/calendar";
import type { Ended } from "./plan-words";

export type Plan = { id: string; ending: Ended; plannedAt: string; fromDay: Day; count: number; oldest: Day };
/** `groups`: whose it is, those with most of it first. Empty where it is no group's. */
export type OpenPlan = Plan & { groups: { name: string; count: number }[] };
export type PastPlan = Plan & { carriedOutAt: string; removed: number; spared: number };
export type Hold = { id: string; what: string; reason: string; by: string; at: string };
/** A privacy lead's view of it all: what is planned, what is held back, a page of what was deleted. */
export type RetentionDesk = { next: OpenPlan[]; holds: Hold[]; past: PastPlan[]; page: number; pages: number };
