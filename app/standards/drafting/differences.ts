import { canonical } from "../canonical";
import type { Field } from "./field";
import { criterionIn, type VersionFiles } from "./version-files";
import { contentOf, valueAt } from "./yaml-text";

/** One thing that is said otherwise. Empty text for what was not, or is no longer, there. */
export type Difference = { label: string; before: string; after: string };
/** What is different about one criterion, or about the version as a whole (no `id`). */
export type Differing = { id?: string; title: string; kind: "added" | "retired" | "changed"; differences: Difference[] };

type Fields = { standard: readonly Field[]; criterion: readonly Field[] };

/** What a draft says otherwise than the version it began from, in words: its own head first, then criterion by criterion. Holds for a draft with faults too. */
export function differencesBetween(before: VersionFiles, after: VersionFiles, fields: Fields): Differing[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => criterionIn(path)).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const head = changedFields(contentOf(before["standard.yaml"]), contentOf(after["standard.yaml"]), fields.standard);
  return [
    ...(head.length > 0 ? [{ title: "The standard as a whole", kind: "changed" as const, differences: head }] : []),
    ...paths.flatMap((path) => ofCriterion(path, before[path], after[path], fields.criterion)),
  ];
}

function ofCriterion(path: string, before: string | undefined, after: string | undefined, fields: readonly Field[]): Differing[] {
  if (before === after) return [];
  const [was, is] = [contentOf(before), contentOf(after)];
  const differing = { id: criterionIn(path)!, title: words(valueAt(is ?? was, ["title"])) };
  if (before === undefined) return [{ ...differing, kind: "added", differences: [] }];
  if (after === undefined) return [{ ...differing, kind: "retired", differences: [] }];
  const differences = changedFields(was, is, fields);
  return differences.length > 0 ? [{ ...differing, kind: "changed", differences }] : [];
}

const changedFields = (was: unknown, is: unknown, fields: readonly Field[]): Difference[] =>
  fields
    .map(({ label, path }) => ({ label, was: valueAt(was, path), is: valueAt(is, path) }))
    .filter(({ was, is }) => canonical(was ?? null) !== canonical(is ?? null))
    .map(({ label, was, is }) => ({ label, before: words(was), after: words(is) }));

/** Criteria that are different and that the change list does not name: each is somebody's answer, and has to say what becomes of it. */
export function notListed(differing: readonly Differing[], changes: unknown): string[] {
  const listed = (Array.isArray(valueAt(changes, ["changes"])) ? valueAt(changes, ["changes"]) : []) as { criteria?: unknown; successors?: unknown }[];
  const named = listed.flatMap(({ criteria, successors }) => [criteria, successors].flat());
  return differing.flatMap(({ id }) => (id === undefined || named.includes(id) ? [] : [id]));
}

function words(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(words).join("; ");
  if (typeof value === "object") return Object.values(value).map(words).join(": ");
  return String(value);
}
