import type { Day } from "~/platform/calendar";
import type { Ended } from "./plan-words";

export type Plan = { id: string; ending: Ended; plannedAt: string; fromDay: Day; count: number; oldest: Day };
export type PastPlan = Plan & { carriedOutAt: string; removed: number; spared: number };
export type Hold = { id: string; what: string; reason: string; by: string; at: string };
/** A privacy lead's view of it all: what is planned, what is held back, a page of what was deleted. */
export type RetentionDesk = { next: Plan[]; holds: Hold[]; past: PastPlan[]; page: number; pages: number };
