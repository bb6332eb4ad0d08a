import type { Facts, Level, Standard } from "#standards/format";
import { applicable } from "~/standards/applies";
import { differenceOf } from "./differences";
import type { Part } from "./part";
import { type Depth, toRate } from "./to-rate";

/** Each reader's newest level by criterion. Null: the claim that it does not apply is accepted. */
export type Readings = Record<Part, Record<string, Level | null>>;

/** Two ratings that no table can settle. */
export type OpenDifference = { criterion: string; first: Level; second: Level; how: "talk" | "moderator"; flagged: boolean };
export type MissingRating = { criterion: string; part: Part };

/** How a criterion came to its level. */
export type Came = "one_reader" | "same" | "lower_stands" | "talked" | "settled" | "appealed" | "does_not_apply";
/** How much the second reader reads, the levels that the two readers have come to by talking, and those that an appeal has given. */
export type ReadWith = { reading?: Depth; talked?: Readonly<Record<string, Level>>; ruled?: Readonly<Record<string, Level>> };

export type Agreed = {
  /** Ready for `score`, as far as levels are agreed. */
  ratings: Record<string, Level>;
  na_claims: Record<string, "accepted">;
  came: Record<string, Came>;
  /** Not settled yet; the table's hardest first, in reading order within. */
  open: OpenDifference[];
  /** Not rated yet by a reader who has to. */
  missing: MissingRating[];
};

/**
 * Brings the readers' ratings and the moderator's settlements together. What the assessor alone rates stands; what two rated goes by the table
 * of differences; what the two have talked over to one level stands at it, and what was settled stands as settled. What an appeal has given holds whatever anybody rated. Only the assessor rules on a claim that something does not apply: no must-have allows one.
 * Ratings of criteria that do not apply are left out.
 */
export function agreedRatings(
  standard: Standard,
  facts: Facts,
  { assessor, second_reader }: Readings,
  settlements: Record<string, Level>,
  { reading, talked = {}, ruled = {} }: ReadWith = {},
): Agreed {
  const agreed: Agreed = {
    ratings: {},
    na_claims: {},
    came: {},
    open: [],
    missing: missingRatings(standard, facts, { assessor, second_reader }, reading).filter(({ criterion }) => ruled[criterion] === undefined),
  };
  for (const { id, must_have } of applicable(standard, facts)) {
    const first = assessor[id];
    const second = second_reader[id];
    const stand = (level: Level, came: Came) => {
      agreed.ratings[id] = level;
      agreed.came[id] = came;
    };
    if (ruled[id] !== undefined) {
      stand(ruled[id], "appealed");
      continue;
    }
    if (first === undefined) continue;
    if (first === null) {
      agreed.na_claims[id] = "accepted";
      agreed.came[id] = "does_not_apply";
      continue;
    }
    if (second === undefined || second === null) {
      if (!must_have && (second === null || reading !== "whole")) stand(first, "one_reader");
      continue;
    }
    const difference = differenceOf(first, second, must_have);
    const [settled, together] = [settlements[id], difference.how === "talk" ? talked[id] : undefined];
    if ("level" in difference) stand(difference.level, difference.how);
    else if (together !== undefined) stand(together, "talked");
    else if (settled !== undefined) stand(settled, "settled");
    else agreed.open.push({ criterion: id, first, second, how: difference.how, flagged: difference.flagged });
  }
  agreed.open.sort((one, other) => Number(other.flagged) - Number(one.flagged));
  return agreed;
}

/** What each reader has still to rate. */
export const missingRatings = (standard: Standard, facts: Facts, readings: Readings, reading?: Depth): MissingRating[] =>
  (["assessor", "second_reader"] as const).flatMap((part) =>
    toRate(standard, facts, part, reading)
      .filter(({ id }) => readings[part][id] === undefined)
      .map(({ id }) => ({ criterion: id, part })),
  );
