import type { MarkStatus } from "~/marks/mark";
import { type Day, londonDay } from "~/platform/calendar";
import type { Room } from "~/providers/capacity";
import { formatShortDay } from "~/ui/dates";
import { type ProviderToday, type ReferralDetails, suspendedSince } from "./provider";

/** The line a referrer pastes into a record for a mark in force: plain text, with the days it is about and where to check again. While another mark of theirs is suspended it never says that anybody was referred. `address` without `https://`. */
export function recordLine({
  name,
  phone,
  referralDetails,
  room,
  suspended,
  now,
  address,
}: {
  name: string;
  phone: string | undefined;
  referralDetails: ReferralDetails;
  room: Room;
  suspended: ProviderToday["suspended"];
  now: Date;
  address: string;
}): string {
  const since = suspendedSince({ suspended });
  if (since)
    return `${name}: a mark of theirs SUSPENDED since ${formatShortDay(since)}, another in force, when checked ${formatShortDay(londonDay(now))}. Check before you refer; ${address}`;
  const to = phone ? `${name}, ${phone}` : name;
  return `Referred to ${to}. Mark in force ${formatShortDay(londonDay(now))}; ${roomPart(referralDetails, room)}; ${address}`;
}

/** For a mark that nobody should rely on. */
export function recordLineOver({
  name,
  status,
  since,
  now,
  address,
}: {
  name: string;
  status: Exclude<MarkStatus, "live" | "renewal_being_assessed" | "under_review">;
  since: Day;
  now: Date;
  address: string;
}): string {
  return `${name}: mark ${capitals[status]} since ${formatShortDay(since)}, when checked ${formatShortDay(londonDay(now))}; ${address}`;
}

/** For one that was withdrawn so long ago that only this is said. */
export const recordLineNone = ({ name, now, address }: { name: string; now: Date; address: string }): string =>
  `${name}: no mark held, when checked ${formatShortDay(londonDay(now))}; ${address}`;

const capitals = { suspended: "SUSPENDED", withdrawn: "WITHDRAWN", expired: "EXPIRED", surrendered: "GIVEN UP", superseded: "REPLACED" } as const;

function roomPart(referralDetails: ReferralDetails, room: Room) {
  if (referralDetails !== "checked") return "referral details not checked";
  if (room.freshness === "unknown") return "room not known";
  const on = formatShortDay(room.on);
  return room.freshness === "confirmed" ? `room confirmed ${on}` : `room not confirmed since ${on}`;
}
