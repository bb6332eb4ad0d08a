/** A provider as the public may see it, and what follows from it today. */
import type { FactValue } from "#standards/format";
import type { FoundMark } from "~/marks/found-mark";
import type { HolderHistory } from "~/marks/holders/holder-change";
import { type MarkStanding, statusOf } from "~/marks/status";
import { noMarkHeld } from "~/marks/status-words";
import { type Day, londonDay } from "~/platform/calendar";
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
  /** Until when they say that they are insured. Nobody is shown it: when it is over, the pages say that paperwork is being brought up to date. */
  insuredUntil?: Day | null;
  /** Names it had before, and what it has become part of. */
  history?: HolderHistory;
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
  /** Of those that are over, the ones that are suspended. No other mark and no room may outshine one. */
  suspended: StandingMark[];
  room: Room;
  /** Coming or going on. */
  plannedBreak: PlannedBreak | undefined;
  referralDetails: ReferralDetails;
  /** Checked details, an opening confirmed in the last 30 days, no break today, and no mark of theirs suspended. */
  takingNewPeople: boolean;
};

const referralCapacity = "referral-capacity";

/** Where a provider stands at this moment. */
export function providerToday({ marks, statement, facts }: Pick<PublicProvider, "marks" | "statement" | "facts">, now: Date): ProviderToday {
  const all = marks.map((mark) => ({ mark, standing: statusOf(mark.facts, now) })).sort(byTitle);
  const inForce = all.filter(({ standing }) => standing.inForce);
  const over = all.filter(({ standing }) => isStillSaid(standing, londonDay(now)));
  const suspended = over.filter(({ standing }) => standing.status === "suspended");
  const room = roomOf(statement, now);
  const referralDetails = detailsOf(all);
  const ranges = facts.planned_closures?.value;
  const pause = plannedBreak(Array.isArray(ranges) ? ranges : [], now);
  const takingNewPeople = referralDetails === "checked" && takingPeopleNow(room) && !pause?.now && suspended.length === 0;
  return { inForce, over, suspended, room, plannedBreak: pause, referralDetails, takingNewPeople };
}

/** Every mark that is said, in the order of its pages: what is suspended comes before everything else. */
export const marksSaid = ({ suspended, inForce, over }: Pick<ProviderToday, "suspended" | "inForce" | "over">): StandingMark[] => [
  ...suspended,
  ...inForce,
  ...over.filter(({ standing }) => standing.status !== "suspended"),
];

/** Since when they have had a mark suspended: the day of the first of those that are. */
export const suspendedSince = ({ suspended }: Pick<ProviderToday, "suspended">): Day | undefined => suspended.map(({ standing }) => standing.since).sort()[0];

function detailsOf(all: StandingMark[]): ReferralDetails {
  const held = all.filter(({ mark }) => mark.standardKey === referralCapacity);
  if (held.some(({ standing }) => standing.inForce)) return "checked";
  return held.length > 0 ? "not_currently_checked" : "not_checked";
}

const isStillSaid = (standing: MarkStanding, today: Day) => !standing.inForce && standing.status !== "superseded" && !noMarkHeld(standing, today);

const byTitle = (a: StandingMark, b: StandingMark) =>
  a.mark.holder.standard.title === b.mark.holder.standard.title ? (a.mark.code < b.mark.code ? -1 : 1) : a.mark.holder.standard.title < b.mark.holder.standard.title ? -1 : 1;
