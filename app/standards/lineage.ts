import type { Standard } from "#standards/format";
import { endingTypes } from "./explains";

/** Criteria that belong together because some took the place of others: those there were, those there are, and those that came and went on the way. */
export type Line = { was: string[]; is: string[]; between: string[] };
type Path = readonly Pick<Standard, "criteria" | "changes">[];

/**
 * Follows every criterion of the first version to what it is in the last, through whatever it was split into, joined with or retired for.
 * Every criterion of either is in exactly one line. `path`: the versions one after the other, the oldest first.
 */
export function linesThrough(path: Path): Line[] {
  const of = new Map<string, Set<string>>();
  for (const { criteria } of path) for (const { id } of criteria) if (!of.has(id)) of.set(id, new Set([id]));
  for (const { changes } of path.slice(1)) {
    for (const { type, criteria, successors } of changes?.changes ?? []) if (endingTypes.includes(type)) join(of, [...criteria, ...successors]);
  }
  const [first, last] = [idsOf(path[0]), idsOf(path.at(-1))];
  return [...new Set(of.values())]
    .map((line) => [...line].sort(byNumber))
    .map((line) => ({
      was: line.filter((id) => first.has(id)),
      is: line.filter((id) => last.has(id)),
      between: line.filter((id) => !first.has(id) && !last.has(id)),
    }))
    .sort((a, b) => byNumber(firstOf(a), firstOf(b)));
}

function join(of: Map<string, Set<string>>, ids: string[]) {
  const merged = new Set(ids.flatMap((id) => [...(of.get(id) ?? [])]));
  for (const id of merged) of.set(id, merged);
}

const idsOf = (version: Path[number] | undefined) => new Set(version?.criteria.map(({ id }) => id));
const firstOf = ({ was, is, between }: Line) => [...was, ...is, ...between].sort(byNumber)[0] ?? "";
const byNumber = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });
