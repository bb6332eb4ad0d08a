import type { MarkStatus } from "~/marks/mark";
import { type Day, londonDay } from "~/platform/calendar";
import type { Room } from "~/providers/capacity";
import { formatShortDay } from "~/ui/dates";
import type { ReferralDetails } from "./provider";

/** The line a referrer pastes into a record: plain text, with the days it is about and where to check again. `address` without `https://`. */
export function recordLine({
  name,
  phone,
  referralDetails,
  room,
  now,
  address,
}: {
  name: string;
  phone: string | undefined;
  referralDetails: ReferralDetails;
  room: Room;
  now: Date;
  address: string;
}): string {
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

const capitals = { suspended: "SUSPENDED", withdrawn: "WITHDRAWN", expired: "EXPIRED", surrendered: "GIVEN UP", superseded: "REPLACED" } as const;

function roomPart(referralDetails: ReferralDetails, room: Room) {
  if (referralDetails !== "checked") return "referral details not checked";
  if (room.freshness === "unknown") return "room not known";
  const on = formatShortDay(room.on);
  return room.freshness === "confirmed" ? `room confirmed ${on}` : `room not confirmed since ${on}`;
}
