import type { Seat } from "./appeal";

/** Who is to sit on each seat, by their id. */
export type PanelChoice = Record<Seat, string>;

/** What stands against somebody on a panel. */
export type SeatFault = "nobody" | "not_panel" | "of_provider" | "involved" | "judged" | "conflict" | "twice" | "no_change";

/** Somebody who may sit on panels, and what stands against them on this one. */
export type Panellist = { personId: string; name: string; fault: SeatFault | null };
