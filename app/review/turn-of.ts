import type { Day } from "~/platform/calendar";
import type { CaseFile } from "./case-file";
import { runningIn } from "./days-left";

/** What a provider may know of the case of what it sent. */
export type QuestionsTo = Pick<CaseFile, "state" | "openedAt" | "rounds" | "nation" | "organisationId" | "questionRound">;

/** Whose turn it is, for the provider: our time for reading, and its own while it is asked something. Null where nothing of that runs. */
export type TurnOf = {
  ours: { left: number; paused: boolean } | null;
  theirs: { left: number; due: Day } | null;
  /** There are questions to look back at. */
  asked: boolean;
};

/** Both clocks of a case, as its provider sees them. */
export function turnOf(asking: QuestionsTo, now: Date): TurnOf | null {
  const running = runningIn(asking, now);
  const [ours, theirs] = (["reading", "answers"] as const).map((name) => running.find(({ of }) => of === name));
  const asked = asking.questionRound !== null;
  if (!ours && !theirs && !asked) return null;
  return { ours: ours ? { left: ours.left, paused: ours.paused } : null, theirs: theirs && theirs.left >= 0 ? { left: theirs.left, due: theirs.due } : null, asked };
}
