import type { Change, ChangeType } from "#standards/changes-format";
import type { Facts, Standard } from "#standards/format";
import { applies } from "~/standards/applies";

/** Somebody's open draft, or mark in force, under a version of the standard that is about to change. */
export type OpenDraft = { organisation: string; standard: Standard; facts: Facts | null };
export type LiveMark = { organisation: string; code: string; version: string };
export type Touched = { drafts: string[]; marks: string[] };

/** When a change reaches a mark that is in force (§D). Those that are not here never do. */
export const reachesMarks: Partial<Record<ChangeType, string>> = {
  critical_on: "to show it in the time it gives",
  applicability_widened: "at the yearly check-in",
  descriptor_raised: "at the renewal",
  descriptor_top_only: "at the renewal",
  meaning_changed: "at the renewal",
  advisory_to_scored: "at the renewal",
  added: "at the renewal",
  na_claim_removed: "at the renewal",
  split: "at the renewal",
  merge: "at the renewal",
  award_rule: "at the renewal",
};

/**
 * Whose work one change touches, by name: every draft that is asked one of its criteria, under the facts it was given; every mark in force where the change reaches marks at all.
 * A change that names no criterion is about the whole, and touches every draft. `next` is the version that brings the change: a new criterion is only there.
 */
export function touchedBy({ type, criteria }: Pick<Change, "type" | "criteria">, next: Standard, work: { drafts: readonly OpenDraft[]; marks: readonly LiveMark[] }): Touched {
  const asked = ({ standard, facts }: OpenDraft) => criteria.length === 0 || criteria.some((id) => isAsked(id, standard, next, facts));
  return {
    drafts: work.drafts.filter(asked).map(({ organisation }) => organisation),
    marks: reachesMarks[type] === undefined ? [] : work.marks.map(({ organisation }) => organisation),
  };
}

function isAsked(id: string, standard: Standard, next: Standard, facts: Facts | null) {
  const versions = [standard, next].flatMap(({ criteria }) => criteria.find((each) => each.id === id) ?? []);
  return versions.some((criterion) => facts === null || applies(criterion.applies, facts));
}

/** "2 open drafts (A, B), 1 live mark (C) at the renewal", or that nobody is touched. */
export function touchedWords(type: ChangeType, { drafts, marks }: Touched): string {
  const parts = [
    ...(drafts.length > 0 ? [`${drafts.length} open ${drafts.length === 1 ? "draft" : "drafts"} (${drafts.join(", ")})`] : []),
    ...(marks.length > 0 ? [`${marks.length} live ${marks.length === 1 ? "mark" : "marks"} ${reachesMarks[type]} (${marks.join(", ")})`] : []),
  ];
  return parts.length === 0 ? "no open draft and no live mark" : parts.join(", ");
}
