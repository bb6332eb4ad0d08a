/** Room for new people, and how far it can be believed today. */
import { z } from "zod";
import { addDays, type Day, daysBetween, londonDay } from "~/platform/calendar";

export const acceptings = ["open", "waiting_list", "paused", "closed"] as const;
export type Accepting = (typeof acceptings)[number];

/** What a provider says of its room. A wait is in whole weeks and only where people can start: open or a waiting list. */
export const Capacity = z
  .strictObject({ accepting: z.enum(acceptings), waitWeeks: z.number().int().min(0).max(52).nullable(), note: z.string().trim().max(200) })
  .refine(({ accepting, waitWeeks }) => (accepting === "open" || accepting === "waiting_list") === (waitWeeks !== null), { path: ["waitWeeks"] });
export type Capacity = z.infer<typeof Capacity>;

/** The newest statement, with the moment it was made. */
export type CapacityStatement = Capacity & { confirmedAt: Date };

export type Freshness = "confirmed" | "not_confirmed" | "unknown";

/**
 * What can be said of the room today. `on` is the London day of the last confirmation, `days` how many days ago that was.
 * Old figures are there while they may be shown: as they are, or as what was last said.
 */
export type Room = (Capacity & { freshness: "confirmed"; on: Day; days: number }) | (Capacity & { freshness: "not_confirmed"; on: Day; days: number }) | { freshness: "unknown" };

const lastConfirmedDay = 30;
const lastKnownDay = 90;

/** By the age in whole calendar days, Europe/London (Standard rules §C.3): to day 30 confirmed, to day 90 not confirmed, then unknown. A pause stays "not confirmed": it does not run out. */
export function freshness(statement: Pick<CapacityStatement, "accepting" | "confirmedAt"> | undefined, now: Date): Freshness {
  if (!statement) return "unknown";
  const days = daysBetween(londonDay(statement.confirmedAt), londonDay(now));
  if (days <= lastConfirmedDay) return "confirmed";
  return days <= lastKnownDay || statement.accepting === "paused" ? "not_confirmed" : "unknown";
}

/** The days on which time alone changes how far a statement can be believed. */
export const roomTurnsOn = (statement: Pick<CapacityStatement, "confirmedAt"> | undefined): Day[] =>
  statement ? [lastConfirmedDay, lastKnownDay].map((days) => addDays(londonDay(statement.confirmedAt), days + 1)) : [];

/** The room as it may be shown today. */
export function roomOf(statement: CapacityStatement | undefined, now: Date): Room {
  const fresh = freshness(statement, now);
  if (!statement || fresh === "unknown") return { freshness: "unknown" };
  const { accepting, waitWeeks, note, confirmedAt } = statement;
  const on = londonDay(confirmedAt);
  return { freshness: fresh, accepting, waitWeeks, note, on, days: Math.max(0, daysBetween(on, londonDay(now))) };
}

/** Whether a search for somewhere that is taking people now may list this. */
export const takingPeopleNow = (room: Room) => room.freshness === "confirmed" && room.accepting === "open";
