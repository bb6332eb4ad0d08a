import type { Criterion } from "#standards/format";
import { canonical } from "./canonical";

/** What a criterion consists of, in the order a reader wants it; `key` and `id` never change. */
export const fields = [
  "section",
  "title",
  "statement",
  "must_have",
  "weight",
  "applies",
  "na_reasons",
  "why",
  "source",
  "good",
  "not_yet",
  "developing",
  "met",
  "leading",
  "evidence",
  "ask",
  "facts",
  "core_topic",
] as const;
export type Field = (typeof fields)[number];

/** Where a field stands in a criterion's file. */
export const pathOf = (field: Field): string[] => (levels.has(field) ? ["levels", field] : [field]);

const levels = new Set<Field>(["not_yet", "developing", "met", "leading"]);

export function partOf(criterion: Criterion, field: Field): unknown {
  return pathOf(field).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], criterion);
}

/** The fields in which two versions of one criterion differ. */
export const differing = (before: Criterion, after: Criterion): Field[] => fields.filter((field) => canonical([partOf(before, field)]) !== canonical([partOf(after, field)]));
