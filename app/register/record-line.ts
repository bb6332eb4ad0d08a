import type { MarkStatus } from "~/marks/mark";
import { type Day, londonDay } from "~/platform/calendar";
import type { Language } from "~/platform/words";
import type { Room } from "~/providers/capacity";
import { formatShortDay } from "~/ui/dates";
import { type ProviderToday, type ReferralDetails, suspendedSince } from "./provider";
import { registerWords } from "./words/register-words";

/** The line a referrer pastes into a record for a mark in force: plain text, with the days it is about and where to check again. While another mark of theirs is suspended it never says that anybody was referred. `address` without `https://`. */
export function recordLine({
  name,
  phone,
  referralDetails,
  room,
  suspended,
  now,
  address,
  language = "en",
}: {
  name: string;
  phone: string | undefined;
  referralDetails: ReferralDetails;
  room: Room;
  suspended: ProviderToday["suspended"];
  now: Date;
  address: string;
  language?: Language;
}): string {
  const t = registerWords(language);
  const checked = formatShortDay(londonDay(now), language);
  const since = suspendedSince({ suspended });
  if (since) return t("record.suspended", { name, since: formatShortDay(since, language), checked, address });
  const known = roomKnown(referralDetails, room);
  const on = room.freshness === "unknown" ? "" : formatShortDay(room.on, language);
  return t(`record.referred.${known}`, { to: phone ? `${name}, ${phone}` : name, checked, on, address });
}

/** For a mark that nobody should rely on. */
export function recordLineOver({
  name,
  status,
  since,
  now,
  address,
  language = "en",
}: {
  name: string;
  status: Exclude<MarkStatus, "live" | "renewal_being_assessed" | "under_review">;
  since: Day;
  now: Date;
  address: string;
  language?: Language;
}): string {
  return registerWords(language)(`record.over.${status}`, { name, since: formatShortDay(since, language), checked: formatShortDay(londonDay(now), language), address });
}

/** For one that was withdrawn so long ago that only this is said. */
export const recordLineNone = ({ name, now, address, language = "en" }: { name: string; now: Date; address: string; language?: Language }): string =>
  registerWords(language)("record.none", { name, checked: formatShortDay(londonDay(now), language), address });

/** What the line may say of their room. */
function roomKnown(referralDetails: ReferralDetails, { freshness }: Room) {
  return referralDetails === "checked" ? freshness : "not_checked";
}
