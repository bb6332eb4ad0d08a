import { z } from "zod";
import { startOfDay } from "~/platform/calendar";

/** Seconds by which a cursor lies before the moment of asking. What was being written then, with the time of its beginning, is found by the next question. */
const overlap = 60;

const Moment = z.iso.datetime({ offset: true });
const Day = z.iso.date();

export type Since = { ok: true; since: Date | undefined } | { ok: false };

/** `since` as it stands in an address: an instant of ISO 8601 with its zone, which every cursor of ours is, or a day, which begins in London. Nothing where it is not asked. A plus sign that was read as a space is a plus sign. */
export function readSince(asked: string | null): Since {
  const text = asked?.trim().replace(" ", "+") ?? "";
  if (text === "") return { ok: true, since: undefined };
  if (Day.safeParse(text).success) return { ok: true, since: startOfDay(text) };
  return Moment.safeParse(text).success ? { ok: true, since: new Date(text) } : { ok: false };
}

/** Where to go on from, for whoever asked at this moment. A line may come twice at the seam; none is left out. */
export const cursorAt = (now: Date): string => new Date(now.getTime() - overlap * 1000).toISOString();
