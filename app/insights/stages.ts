import type { CaseState } from "~/assessments/workflow";
import { type Day, londonDay } from "~/platform/calendar";
import type { Nation } from "~/review/bank-holidays";
import type { Pause } from "~/review/clocks";
import { workingDaysAfter } from "~/review/working-days";

/** What a case goes through, in order. `provider`: it waits for the group, and is not in our hands. */
export const stages = ["readers", "reading", "settling", "decision", "provider"] as const;
export type Stage = (typeof stages)[number];

/** To which stage the days of a state belong. */
const stageOf: Record<CaseState, Stage | null> = {
  waiting: "readers",
  declaring: "readers",
  assessing: "reading",
  moderating: "settling",
  checking: "provider",
  deciding: "decision",
  deferred: "provider",
  decided: null,
  withdrawn: null,
};

/** A case that was decided. `moves`: those that changed its state, oldest first, up to its decision. */
export type Decided = { openedAt: Date; nation: Nation; moves: readonly { to: CaseState; at: Date }[]; pause: Pause | null };

/** Working days by stage, those of each that the case went through, and all of them in which it was in our hands. */
export type Took = Partial<Record<Stage, number>> & { whole: number };

/** How long a decided case took: every working day of the provider's nation after that of sending belongs to one stage, those on which the group was awaited to none of ours. */
export function tookOf({ openedAt, nation, moves, pause }: Decided): Took {
  const took: Took = { whole: 0 };
  let [state, since]: [CaseState, Day] = ["waiting", londonDay(openedAt)];
  for (const { to, at } of moves) {
    const until = londonDay(at);
    const stage = stageOf[state];
    if (stage) {
      const days = workingDaysAfter(since, until, nation);
      const awaited = stage === "provider" || !pause ? 0 : overlap({ after: since, until }, pause, nation);
      took[stage] = (took[stage] ?? 0) + days - awaited;
      if (awaited > 0) took.provider = (took.provider ?? 0) + awaited;
      if (stage !== "provider") took.whole += days - awaited;
    }
    [state, since] = [to, until];
  }
  return took;
}

const overlap = (one: Pause, other: Pause, nation: Nation): number =>
  workingDaysAfter(one.after > other.after ? one.after : other.after, one.until < other.until ? one.until : other.until, nation);
