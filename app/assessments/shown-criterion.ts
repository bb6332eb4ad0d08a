import type { Criterion, Standard } from "#standards/format";
import type { Language } from "~/platform/words";

/** A criterion as somebody reads it: perhaps in other words than those its rules look at. */
export type ShownCriterion = Criterion & {
  /** The language of its texts. Left out, English. */
  textIn?: Language;
  /** Its reasons for not applying as they are kept in an answer, in the order of `na_reasons`. Left out, the same. */
  keptReasons?: readonly string[];
};
export type ShownStandard = Omit<Standard, "criteria"> & { criteria: ShownCriterion[] };

/**
 * A version in its reader's words. `read` is the same version in them, with the same criteria in the same order.
 * What an answer keeps stays the original's, so that a choice made in one language is the same choice in another.
 */
export function shownStandard(original: Standard, { standard, textIn }: { standard: Standard; textIn: Language }): ShownStandard {
  if (standard === original) return original;
  const kept = new Map(original.criteria.map(({ id, na_reasons }) => [id, na_reasons]));
  return { ...standard, criteria: standard.criteria.map((criterion) => ({ ...criterion, textIn, keptReasons: kept.get(criterion.id) ?? criterion.na_reasons })) };
}

/** The reasons for not applying: as an answer keeps each, and as it is read. */
export const reasonsOf = ({ na_reasons, keptReasons = na_reasons }: ShownCriterion) => na_reasons.map((label, place) => ({ value: keptReasons[place] ?? label, label }));
