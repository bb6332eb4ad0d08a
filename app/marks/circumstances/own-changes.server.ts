import type { Day } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { marksOf } from "../marks-of.server";
import { hasEnded } from "../status";
import { namesItsActivities } from "../top-ups/new-activity";
import type { ToldKind } from "./circumstance";
import { newestHeld } from "./tell-circumstance.server";
import { toldBy } from "./told.server";

/** One change as the group that told us reads it again: no names, no words of ours. */
export type OwnChange = { id: string; kind: ToldKind; toldOn: Day; lookBy: Day; lookedOn: Day | null };

/** Whether a group holds a mark, whether one that names its activities, and what it has told us. For its own people. Two reads. */
export async function ownChanges(db: Db, organisationId: string, now: Date): Promise<{ holds: boolean; namesActivities: boolean; told: OwnChange[] }> {
  const [held, told] = await Promise.all([marksOf(db, organisationId, now), toldBy(db, organisationId)]);
  const namesActivities = held.some(({ standardKey, standing }) => namesItsActivities(standardKey) && !hasEnded(standing.status));
  return {
    holds: newestHeld(held, now) !== undefined,
    namesActivities,
    told: told.map(({ id, kind, toldOn, lookBy, looked }) => ({ id, kind, toldOn, lookBy, lookedOn: looked?.on ?? null })),
  };
}
