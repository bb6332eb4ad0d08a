import { canonical } from "../canonical";
import { type Word, wordsChanged } from "../pieces";
import type { Field } from "./field";
import { valueWords } from "./value-words";
import { criterionIn, type VersionFiles } from "./version-files";
import { contentOf, valueAt } from "./yaml-text";

/** One thing that is said otherwise: its text, with the words that came and went. */
export type Difference = { label: string; words: Word[] };
/** What is different about one criterion, or about the version as a whole (no `id`, no title). */
export type Differing = { id?: string; title: string; kind: "added" | "retired" | "changed"; differences: Difference[] };

type Fields = { standard: readonly Field[]; criterion: readonly Field[] };
type Labels = Record<string, string>;

/** What a draft says otherwise than the version it began from, in words: its own head first, then criterion by criterion. Holds for a draft with faults too. `labels` name the facts. */
export function differencesBetween(before: VersionFiles, after: VersionFiles, fields: Fields, labels: Labels): Differing[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => criterionIn(path)).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const head = changedFields(contentOf(before["standard.yaml"]), contentOf(after["standard.yaml"]), fields.standard, labels);
  return [
    ...(head.length > 0 ? [{ title: "", kind: "changed" as const, differences: head }] : []),
    ...paths.flatMap((path) => ofCriterion(path, before[path], after[path], fields.criterion, labels)),
  ];
}

function ofCriterion(path: string, before: string | undefined, after: string | undefined, fields: readonly Field[], labels: Labels): Differing[] {
  if (before === after) return [];
  const [was, is] = [contentOf(before), contentOf(after)];
  const kind = before === undefined ? "added" : after === undefined ? "retired" : "changed";
  const differences = changedFields(was, is, kind === "changed" ? fields : fields.filter(({ name }) => whole.includes(name)), labels);
  if (kind === "changed" && differences.length === 0) return [];
  return [{ id: criterionIn(path)!, title: String(valueAt(is ?? was, ["title"]) ?? ""), kind, differences }];
}

/** What is shown of a criterion that came or went as a whole. */
const whole = ["title", "statement", "met", "leading"];

const changedFields = (was: unknown, is: unknown, fields: readonly Field[], labels: Labels): Difference[] =>
  fields
    .map((field) => ({ field, was: valueAt(was, field.path), is: valueAt(is, field.path) }))
    .filter(({ was, is }) => canonical(was ?? null) !== canonical(is ?? null))
    .map(({ field, was, is }) => ({ label: field.label, words: wordsChanged({ old: valueWords(field, was, labels), new: valueWords(field, is, labels) }) }));

/** Criteria that are different and that the change list does not name: each is somebody's answer, and has to say what becomes of it. */
export function notListed(differing: readonly Differing[], changes: unknown): string[] {
  const listed = (Array.isArray(valueAt(changes, ["changes"])) ? valueAt(changes, ["changes"]) : []) as { criteria?: unknown; successors?: unknown }[];
  const named = listed.flatMap(({ criteria, successors }) => [criteria, successors].flat());
  return differing.flatMap(({ id }) => (id === undefined || named.includes(id) ? [] : [id]));
}
