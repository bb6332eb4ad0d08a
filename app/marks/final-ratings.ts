import type { Level } from "#standards/format";
import { agreedOn, type CaseFile, currentRatings, currentSettlements } from "~/review/case-file";

/** What a criterion came to in the end, and the words of whoever's level stands. Level null: it does not apply. */
export type FinalRating = { level: Level | null; reason: string };

/** Every criterion that was agreed on, by id. */
export function finalRatings(file: CaseFile): Record<string, FinalRating> {
  const { ratings, na_claims, came } = agreedOn(file);
  const first = currentRatings(file, "assessor");
  const second = currentRatings(file, "second_reader");
  const settled = Object.fromEntries(currentSettlements(file).map((each) => [each.criterion, each]));
  const reasonFor = (criterion: string) => {
    if (came[criterion] === "settled" || came[criterion] === "appealed") return settled[criterion]?.reason;
    if (came[criterion] === "talked") return file.talks.findLast((each) => each.criterion === criterion)?.reason;
    const stands = [first[criterion], second[criterion]].find((rating) => rating !== undefined && rating.level === (ratings[criterion] ?? null));
    return stands?.reason;
  };
  const ids = [...Object.keys(ratings), ...Object.keys(na_claims)];
  return Object.fromEntries(ids.map((id) => [id, { level: ratings[id] ?? null, reason: reasonFor(id) ?? "" }]));
}
