import { lapsesOn } from "~/marks/conditions";
import { statusOf } from "~/marks/status";
import { noMarkHeldFrom } from "~/marks/status-words";
import { type Day, londonDay, startOfDay } from "~/platform/calendar";
import { roomTurnsOn } from "~/providers/capacity";
import { breakTurnsOn } from "~/providers/closures";
import type { PublicProvider } from "../provider";

/** The last moment at which something else was to be said of a provider: `written` is when something about it was last written down; of what time alone does, the latest that has happened. */
export function lastModified({ marks, statement, facts }: Pick<PublicProvider, "marks" | "statement" | "facts">, written: Date, now: Date): Date {
  const ranges = facts.planned_closures?.value;
  const days = [...marks.flatMap(({ facts: given }) => markTurnsOn(given, now)), ...roomTurnsOn(statement), ...breakTurnsOn(Array.isArray(ranges) ? ranges : [])];
  const today = londonDay(now);
  const [latest] = days
    .filter((day) => day <= today)
    .sort()
    .reverse();
  const turned = latest ? startOfDay(latest) : written;
  return turned > written ? turned : written;
}

function markTurnsOn(given: Parameters<typeof statusOf>[0], now: Date): Day[] {
  const { history, status, since } = statusOf(given, now);
  return [...history.map(({ from }) => from), ...(status === "withdrawn" ? [noMarkHeldFrom(since)] : []), ...(given.conditions ? [lapsesOn(given.conditions)] : [])];
}
