import { type Day, londonDay } from "~/platform/calendar";
import { conditionState } from "../condition-moves";
import type { FoundMark } from "../found-mark";
import { hasEnded, statusOf } from "../status";

/** One criterion that its holder is to show for a mark: a condition it was given on, or something newly asked of it (`topUpId`; `version` where a newer one asks). */
export type Asked = {
  criterion: string;
  topUpId: string | null;
  version: string | null;
  /** The last day on which it is in time. */
  lastDay: Day;
  /** That day is over. A top-up can still be shown; a condition cannot. */
  late: boolean;
};

/** Everything that a group can send words and evidence for now, conditions first, each criterion once: of two that ask for the same, the one that ends first. Nothing of a mark that is over, and no condition whose 90 days are (Scoring §C.1, Marks §C.2). */
export function askedOf({ facts, topUps }: Pick<FoundMark, "facts" | "topUps">, now: Date): Asked[] {
  if (hasEnded(statusOf(facts, now).status)) return [];
  const conditions = facts.conditions;
  const open = (conditions?.criteria ?? []).filter((criterion) => conditionState(facts, criterion, now) === "open");
  const asked = open.map((criterion): Asked => ({ criterion, topUpId: null, version: null, lastDay: conditions!.by, late: false }));
  for (const { id, criterion, version, lastDay } of topUps)
    if (!asked.some((each) => each.criterion === criterion)) asked.push({ criterion, topUpId: id, version, lastDay, late: londonDay(now) > lastDay });
  return asked;
}
