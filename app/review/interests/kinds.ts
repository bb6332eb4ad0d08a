import { addDays, addMonths, type Day } from "~/platform/calendar";

/** A kind of tie to a group: for how many months after its end it still counts, and whether a moderator may allow somebody to read in spite of it. `yours`: said to them; `theirs`: said of them. */
type KindOfTie = { months: number; waivable: boolean; yours: string; theirs: string };

/** The ties that bar a reader, and those that only bring them near (Standard rules §C.5): 24 months unless it says otherwise, and only the near ones may be allowed, in writing. */
export const kinds = {
  belongs: {
    months: 24,
    waivable: false,
    yours: "you work or volunteer there, are a trustee or member, or use what they offer",
    theirs: "works or volunteers there, is a trustee or member, or uses what the group offers",
  },
  family: { months: 24, waivable: false, yours: "somebody of your close family does", theirs: "has close family who belong to the group" },
  adviser: { months: 36, waivable: false, yours: "you were paid to advise or mentor them", theirs: "was paid to advise or mentor the group" },
  funder: { months: 24, waivable: false, yours: "you fund them or commission from them", theirs: "funds the group or commissions from it" },
  rival: { months: 24, waivable: false, yours: "you compete with them for the same contract", theirs: "competes with the group for the same contract" },
  same_house: { months: 24, waivable: false, yours: "you share a building or a host body with them", theirs: "shares a building or a host body with the group" },
  knows_somebody: { months: 0, waivable: true, yours: "you know somebody there socially", theirs: "knows somebody there socially" },
  lives_nearby: { months: 0, waivable: true, yours: "you live near them", theirs: "lives near the group" },
  same_partnership: { months: 0, waivable: true, yours: "you have worked in the same partnership as they have", theirs: "has worked in the same partnership as the group" },
  long_ago: {
    months: 0,
    waivable: true,
    yours: "you had a tie that would bar you, and it ended before the time it counts",
    theirs: "had a closer tie, which ended before the time it counts",
  },
} as const satisfies Record<string, KindOfTie>;

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as [Kind, ...Kind[]];
/** Those that bring somebody near and bar nobody. */
export type DistanceKind = { [Name in Kind]: (typeof kinds)[Name]["waivable"] extends true ? Name : never }[Kind];
export const barKinds = kindNames.filter((kind) => !kinds[kind].waivable);
export const distanceKinds = kindNames.filter((kind) => kinds[kind].waivable) as [DistanceKind, ...DistanceKind[]];

/** A tie to the group in question, as it was stated. `until`: the last day on which it held; null while it does. */
export type KnownInterest = { kind: Kind; until: Day | null };

/** The first day on which a tie that last held on this day counts no longer: the last day of its months is still one of them. */
export const freeFrom = (until: Day, months: number): Day => addDays(addMonths(until, months), 1);

/** Whether a tie still counts on this day. */
export const counts = ({ kind, until }: KnownInterest, today: Day): boolean => until === null || today < freeFrom(until, kinds[kind].months);

/** The tie that bars somebody today, and from when on it does not: of several the one that bars longest. */
export function barOf(interests: readonly KnownInterest[], today: Day): { kind: Kind; free: Day | null } | undefined {
  const bars = interests
    .filter((each) => !kinds[each.kind].waivable && counts(each, today))
    .map(({ kind, until }) => ({ kind, free: until && freeFrom(until, kinds[kind].months) }));
  return bars.reduce<(typeof bars)[number] | undefined>((longest, each) => (longest && (longest.free ?? "~") >= (each.free ?? "~") ? longest : each), undefined);
}

/** Whoever has a tie that bars today. */
export const barredBy = (ties: readonly { personId: string; interests: readonly KnownInterest[] }[], today: Day): string[] =>
  ties.flatMap(({ personId, interests }) => (barOf(interests, today) ? [personId] : []));

/** A tie that is no bar, and that a moderator has to allow before they read. */
export const nearTie = (interests: readonly KnownInterest[], today: Day): DistanceKind | undefined =>
  distanceKinds.find((kind) => interests.some((each) => each.kind === kind && counts(each, today)));
