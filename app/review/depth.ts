import { z } from "zod";
import type { Facts } from "#standards/format";
import type { Day } from "~/platform/calendar";

/** One submission in so many is read twice as a whole, drawn by lot (Standard rules §C.5). */
export const oneIn = 5;
/** One case in so many is visited, drawn by the same lot (Standard rules §C.5). */
export const oneVisitIn = 10;
/** So many cases of anybody new to reading are read twice as a whole. */
export const firstOnes = 3;

export const risks = ["children_alone", "overnight", "regulated", "concern", "first_home_visits"] as const;
export type Risk = (typeof risks)[number];

/** For so many months a concern makes a case be read twice as a whole. */
export const concernMonths = 24;

/** What is known of a provider besides what it stated. `firstMark`: it has never held one; `concern`: there was one in the last 24 months. */
export type KnownOfProvider = { firstMark: boolean; concern: boolean };

/** Nobody is asked whether people stay overnight: it is read out of what a provider says of when, where and for how long. A word too many makes us read more, and harms nobody. */
const saysOvernight = /\b(over-?night|residential|sleep-?overs?|stay(s|ing)? the night|dros nos|preswyl)\b/i;
const whenAndWhere = ["days_times", "sessions_offered", "venue", "activity_name", "opening_hours"] as const;

/** When a risk is there, by what the provider stated when it sent and what is known of it (Standard rules §C.5). */
const riskTable: Record<Risk, (facts: Facts, known: KnownOfProvider) => boolean> = {
  children_alone: (facts) => facts.works_with_under_18s === true && (facts.one_to_one_or_transport === true || facts.meets_alone_in_community === true),
  overnight: (facts) => whenAndWhere.some((key) => saysOvernight.test(JSON.stringify(facts[key] ?? ""))),
  concern: (_facts, { concern }) => concern,
  regulated: ({ regulated_service_types: types }) => Array.isArray(types) && types.length > 0,
  first_home_visits: (facts, { firstMark }) => firstMark && facts.home_visits === true,
};

/** Why a case is read twice as a whole. */
export const WholeBecause = z.enum(["drawn", "new_assessor", ...risks]);
export type WholeBecause = z.infer<typeof WholeBecause>;

export const wholeWords: Record<WholeBecause, string> = {
  drawn: "it was drawn by lot, as one in five is",
  new_assessor: "one of its readers is new to this: the first three of anybody are read so",
  children_alone: "somebody there may be alone with people under 18",
  overnight: "what the group says of when and where sounds as if people stayed overnight",
  concern: "there was a concern about the group in the last 24 months",
  regulated: "part of what the group does needs a licence or a register",
  first_home_visits: "the group visits people at home and has not held a mark before",
};

/** A lot, as it is kept so that anybody can draw it again. `commitment` is sha256 of the secret, which is not to be shown before its quarter is over. */
const Lot = z.object({ quarter: z.string(), number: z.number(), oneIn: z.number(), visitNumber: z.number().nullable(), commitment: z.string(), secret: z.string() });
export type Lot = z.infer<typeof Lot>;

/** As the database hands it over. No lot: readers were chosen, and nothing was drawn. */
export const KeptDraw = z.object({ why: z.array(WholeBecause), lot: Lot.nullable() });
export type Draw = z.infer<typeof KeptDraw>;

/** "2026-Q4": whose secret the lot comes from. */
export const quarterOf = (day: Day): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** The number that was drawn: the first 48 bits of sha256(secret, then the submission's own sha256, both in hexadecimal letters), divided by five, what is left over. Nought is a hit. */
export const numberOf = (digest: string): number => Number.parseInt(digest.slice(0, 12), 16) % oneIn;

/** The second number, for a visit: the next 48 bits of the same sha256, divided by ten, what is left over. Nought is a hit. */
export const visitNumberOf = (digest: string): number => Number.parseInt(digest.slice(12, 24), 16) % oneVisitIn;

/** Every reason there is when a case is opened; none: the second reader reads the must-haves. */
export const reasonsAtOpening = (number: number, facts: Facts, known: KnownOfProvider): WholeBecause[] => [
  ...(number === 0 ? (["drawn"] as const) : []),
  ...risks.filter((risk) => riskTable[risk](facts, known)),
];

/** Whether somebody who has been given so many cases to read before is new to it. */
export const isNewToReading = (casesBefore: number): boolean => casesBefore < firstOnes;
