import type { Db } from "~/platform/database.server";
import { type Comparison, compare } from "./compare";
import { readRange } from "./compare-range";
import { factLabels } from "./facts.server";
import { compareVersions } from "./version-order";
import { versionsOf } from "./versions.server";

export type FoundComparison = { key: string; title: string } & ({ turned: false; comparison: Comparison; older: string[] } | { turned: true; from: string; to: string });

/**
 * What is different between two published versions, from an address such as `1.0.0...2.0.0`.
 * `older` are the versions that the newer one can be compared with. `turned` when the newer stands first: the other way round is the one to show. Undefined when there is nothing to compare.
 */
export async function comparisonOf(db: Db, key: string, range: string | undefined): Promise<FoundComparison | undefined> {
  const asked = readRange(range);
  if (!asked) return undefined;
  const versions = (await versionsOf(db, key)).map(({ standard }) => standard);
  const { from, to } = asked;
  const newest = versions.find(({ version }) => version === to);
  if (!newest || !versions.some(({ version }) => version === from)) return undefined;
  const { title } = newest;
  if (compareVersions(from, to) > 0) return { key, title, turned: true, from: to, to: from };
  const comparison = compare(versions, from, to, factLabels());
  const older = versions.map(({ version }) => version).filter((version) => compareVersions(version, to) < 0);
  return comparison && { key, title, turned: false, comparison, older: older.reverse() };
}
