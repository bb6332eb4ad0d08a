import type { ChangeType } from "#standards/changes-format";

/** What each type of change is called on a page. */
export const changeWords: Record<ChangeType, string> = {
  editorial: "Clearer words",
  guidance: "New guidance",
  evidence_widened: "More evidence accepted",
  moved: "Moved",
  weight: "Counts differently",
  critical_off: "No must-have any more",
  award_rule: "How a mark is worked out",
  descriptor_clarified: "A level said more clearly",
  critical_on: "Now a must-have",
  applicability_narrowed: "Asked of fewer",
  applicability_widened: "Asked of more",
  advisory_to_scored: "Advice that now counts",
  added_advisory: "New, as advice",
  added: "New",
  na_claim_removed: "Can no longer be claimed not to apply",
  meaning_changed: "Means something new",
  descriptor_top_only: "Leading asks for more",
  descriptor_raised: "Met asks for more",
  split: "Now two or more",
  merge: "Now one",
  retired: "Not asked any more",
};
