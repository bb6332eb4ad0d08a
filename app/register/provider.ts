/** A provider as the public may see it, and what follows from it today. */
import type { FactValue } from "#standards/format";
import type { FoundMark } from "~/marks/found-mark";
import { type MarkStanding, statusOf } from "~/marks/status";
import { addMonths, type Day, londonDay } from "~/platform/calendar";
import { type CapacityStatement, type Room, roomOf, takingPeopleNow } from "~/providers/capacity";
import { type PlannedBreak, plannedBreak } from "~/providers/closures";

export type Nation = "england" | "wales" | "scotland" | "northern_ireland";

/** As it is stored. `facts` are only those that are shown to everyone; `checks` the newest of each route. */
export type PublicProvider = {
  id: string;
  slug: string;
  name: string;
  area: string;
  nation: Nation;
  identifiers: { scheme: string; id: string }[];
  marks: FoundMark[];
  statement: CapacityStatement | undefined;
  facts: Record<string, { value: FactValue; on: Day }>;
  checks: Partial<Record<Route, { worked: boolean; on: Day }>>;
};
export type Route = "phone" | "email";

export type StandingMark = { mark: FoundMark; standing: MarkStanding };

/** Whether a Referral capacity mark stands behind what is said about referring: it does, it did, it never did (Marks §C.2). */
export type ReferralDetails = "checked" | "not_currently_checked" | "not_checked";

export type ProviderToday = {
  /** In force, by title. Never by level: a level must not rank anybody. */
  inForce: StandingMark[];
  /** Not in force and still said: suspended, expired, given up, and withdrawn in the last 12 months. */
  over: StandingMark[];
  room: Room;
  /** Coming or going on. */
  plannedBreak: PlannedBreak | undefined;
  referralDetails: ReferralDetails;
  /** Checked details, an opening confirmed in the last 30 days, and no break today. */
  takingNewPeople: boolean;
};

const referralCapacity = "referral-capacity";
const monthsWithdrawnIsSaid = 12;

/** Where a provider stands at this moment. */
export function providerToday({ marks, statement, facts }: Pick<PublicProvider, "marks" | "statement" | "facts">, now: Date): ProviderToday {
  const all = marks.map((mark) => ({ mark, standing: statusOf(mark.facts, now) })).sort(byTitle);
  const inForce = all.filter(({ standing }) => standing.inForce);
  const room = roomOf(statement, now);
  const referralDetails = detailsOf(all);
  const ranges = facts.planned_closures?.value;
  const pause = plannedBreak(Array.isArray(ranges) ? ranges : [], now);
  const takingNewPeople = referralDetails === "checked" && takingPeopleNow(room) && !pause?.now;
  return { inForce, over: all.filter(({ standing }) => isStillSaid(standing, now)), room, plannedBreak: pause, referralDetails, takingNewPeople };
}

function detailsOf(all: StandingMark[]): ReferralDetails {
  const held = all.filter(({ mark }) => mark.standardKey === referralCapacity);
  if (held.some(({ standing }) => standing.inForce)) return "checked";
  return held.length > 0 ? "not_currently_checked" : "not_checked";
}

function isStillSaid({ status, inForce, since }: MarkStanding, now: Date) {
  if (inForce || status === "superseded") return false;
  return status !== "withdrawn" || londonDay(now) < addMonths(since, monthsWithdrawnIsSaid);
}

const byTitle = (a: StandingMark, b: StandingMark) =>
  a.mark.holder.standard.title === b.mark.holder.standard.title ? (a.mark.code < b.mark.code ? -1 : 1) : a.mark.holder.standard.title < b.mark.holder.standard.title ? -1 : 1;
