import type { CaseState } from "~/assessments/workflow";
import type { Day } from "~/platform/calendar";
import type { NextStep } from "./next-step";
import type { Part } from "./part";

/** How the cases of a desk are grouped, the most pressing first. */
export const deskGroups = ["settle", "choose_readers", "decide", "mine", "with_others", "closed"] as const;
export type DeskGroup = (typeof deskGroups)[number];

export const groupWords: Record<DeskGroup, string> = {
  settle: "Differences to settle",
  choose_readers: "Waiting for readers",
  decide: "Ready to decide",
  mine: "Yours to read",
  with_others: "With others",
  closed: "Closed",
};

/** One case as a line of somebody's desk. */
export type CaseRow = {
  id: string;
  number: string;
  provider: string;
  area: string;
  standard: string;
  state: CaseState;
  group: DeskGroup;
  /** Working days left of those for reading; null once it is read. */
  daysLeft: number | null;
  /** The last day for the answers of the group, while they are awaited. */
  awaitedUntil: Day | null;
  /** What this person is in the case. */
  part: Part | null;
  declared: boolean;
  /** Must-haves this reader has still to rate; for everybody else those that either reader has. Null where nothing is rated yet or any more. */
  mustHavesLeft: number | null;
  /** Differences still to settle, and whether one of them is two or three levels wide. */
  toSettle: number;
  wide: boolean;
  next: NextStep | null;
};
