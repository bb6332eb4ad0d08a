import type { ChangeType } from "#standards/changes-format";
import type { Facts, Standard } from "#standards/format";
import { applicable } from "~/standards/applies";
import { migrateThrough } from "./migrate";

/** The version that brought a question and in a sentence what is new; `later`: what later versions changed about it, before the group was asked. */
export type NewIn = { version: string; what: string; later: { version: string; what: string }[] };

const brings: readonly ChangeType[] = ["added", "added_advisory", "applicability_widened"];

/**
 * The questions that a group is asked under the last of `steps` and was not asked under `from`, neither they nor what they were made of; by id.
 * In the words of the change list. `steps` are the versions after `from`, the oldest first.
 */
export function newSince(facts: Facts, from: Standard, steps: readonly Standard[]): Record<string, NewIn> {
  const to = steps.at(-1) ?? from;
  const before = new Set(applicable(from, facts).map(({ id }) => id));
  const { origins } = migrateThrough({ facts, answers: {} }, from, steps);
  const found = applicable(to, facts).flatMap(({ id }) => {
    if (origins[id]?.sources.some((source) => before.has(source))) return [];
    const touching = steps.flatMap(({ version, changes }) =>
      (changes?.changes ?? []).flatMap(({ type, criteria, what }) => (criteria.includes(id) ? [{ version, type, what }] : [])),
    );
    const at = touching.findLastIndex(({ type }) => brings.includes(type));
    return (at < 0 ? [] : touching.slice(at, at + 1)).map(
      ({ version, what }) => [id, { version, what, later: touching.slice(at + 1).map((each) => ({ version: each.version, what: each.what })) }] as const,
    );
  });
  return Object.fromEntries(found);
}
