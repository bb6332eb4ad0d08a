import type { DetailSort } from "./details";
import type { LockedAs, LockKind } from "./locks";
import type { PrivacyState } from "./privacy-moves";

/** One line of the list of what was locked. `reportBy`: when a breach must have been reported. */
export type LockLine = {
  id: string;
  kind: LockKind;
  criterion: string;
  state: PrivacyState;
  lockedAt: string;
  lockedAs: LockedAs;
  case: string;
  provider: string;
  reportBy: string;
  hoursLeft: number;
};

/** One thing that was locked, as its page shows it; never what is in it. */
export type LockView = LockLine & {
  sorts: DetailSort[];
  place: string;
  lockedBy: string;
  opened: { by: string; at: string }[];
  decided: { by: string; at: string; reason: string; breach: boolean; breachReason: string } | null;
  /** The reader of this page locked it themselves, so somebody else decides. */
  mine: boolean;
};
