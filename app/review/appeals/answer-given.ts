import type { Level } from "#standards/format";
import { type ReasonFault, reasonFault } from "../rating";
import { type AppealAnswer, type Ground, pointsOf } from "./appeal";
import { type AppealOf, levelsOf } from "./appeal-file";

/** An answer as it was given. A level of `null` leaves it as it is; undefined is no choice. */
export type AnswerGiven = {
  levels: Record<string, { level: Level | null | undefined; reason: string }>;
  findings: Partial<Record<Ground, { upheld: boolean | undefined; reason: string }>>;
  reason: string;
};
export type PointFault = ReasonFault | "no_choice";
/** What is wrong, by `level-RC-1.1`, `reason-RC-1.1`, `found-process`, `why-process` and `reason`. */
export type AnswerFaults = Record<string, PointFault>;

/** The answer, where it speaks to every point of the appeal and gives a reason for each; else what is wrong with it. Levels may be any, not only between those of the readers. */
export function readAnswer(file: AppealOf, given: AnswerGiven): { ok: true; answer: AppealAnswer } | { ok: false; faults: AnswerFaults } {
  const points = pointsOf(file.appeal.content);
  const standing = levelsOf(file);
  const faults: AnswerFaults = {};
  const need = (field: string, fault: PointFault | undefined) => {
    if (fault) faults[field] = fault;
  };
  const levels = points.criteria.flatMap((criterion) => {
    const { level, reason = "" } = given.levels[criterion] ?? {};
    const from = standing[criterion];
    if (from === undefined) return [];
    need(`level-${criterion}`, level === undefined ? "no_choice" : undefined);
    need(`reason-${criterion}`, reasonFault(reason));
    return [{ criterion, from, level: level ?? null, reason: reason.trim() }];
  });
  const findings = points.grounds.map((ground) => {
    const { upheld, reason = "" } = given.findings[ground] ?? {};
    need(`found-${ground}`, upheld === undefined ? "no_choice" : undefined);
    need(`why-${ground}`, reasonFault(reason));
    return { ground, upheld: upheld ?? false, reason: reason.trim() };
  });
  need("reason", reasonFault(given.reason));
  return Object.keys(faults).length > 0 ? { ok: false, faults } : { ok: true, answer: { levels, findings, reason: given.reason.trim() } };
}
