import type { Day } from "~/platform/calendar";
import type { Clock } from "./clocks";

const told = ["answers", "deferral", "check", "appeal", "reading", "settling", "decision"] as const;
/** What a group is told is awaited in one of its cases, and until when. `left` is below nought where we are late. */
export type Awaited = { of: (typeof told)[number]; due: Day; left: number; paused: boolean };

/** Of the deadlines that run in a case, the one its group needs to know of: what is theirs to do before what is ours. Nothing of theirs that is over. */
export function awaitedIn(clocks: readonly Clock[]): Awaited | undefined {
  for (const of of told) {
    const clock = clocks.find((each) => each.of === of && (each.whose === "ours" || each.left >= 0));
    if (clock) return { of, due: clock.due, left: clock.left, paused: clock.paused };
  }
  return undefined;
}
