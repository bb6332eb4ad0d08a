import type { ChangeType } from "#standards/changes-format";

/** Each kind of change, as somebody chooses it. */
export const changeTypeWords: Record<ChangeType, string> = {
  editorial: "Said otherwise, same meaning",
  guidance: "More help beside it",
  evidence_widened: "More is taken as evidence",
  moved: "Moved to another section",
  weight: "Counts more or less",
  critical_off: "No longer a must-have",
  award_rule: "How a mark is worked out",
  descriptor_clarified: "A level said more clearly",
  critical_on: "Now a must-have",
  applicability_narrowed: "Asked of fewer groups",
  applicability_widened: "Asked of more groups",
  advisory_to_scored: "Was advice, now counts",
  added_advisory: "New, as advice",
  added: "New, and counts",
  na_claim_removed: "Can no longer be said not to apply",
  meaning_changed: "Asks for something else",
  descriptor_top_only: "Leading asks for more",
  descriptor_raised: "A level asks for more",
  split: "One becomes several",
  merge: "Several become one",
  retired: "No longer asked",
};
