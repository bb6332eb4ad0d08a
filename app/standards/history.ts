import type { Standard } from "#standards/format";
import { changesDisagree, type HistoryFault } from "./changes-disagree";
import { compareVersions } from "./version-order";

/** What only shows when the versions of one standard are read together: what they call things, and what each says it changes. */
export function historyFaults(unordered: readonly Standard[]): HistoryFault[] {
  const versions = [...unordered].sort((a, b) => compareVersions(a.version, b.version));
  return [...namesReused(versions), ...versions.flatMap((each, at) => ofOneVersion(versions, each, at))];
}

function ofOneVersion(versions: readonly Standard[], after: Standard, at: number): HistoryFault[] {
  const { version, changes } = after;
  const older = versions[at - 1];
  if (!changes) {
    return older ? [{ version, in: "standard", path: ["version"], message: `changes.yaml is missing beside it; expected what is different from ${older.version}` }] : [];
  }
  const before = versions.find((each) => each.version === changes.from);
  if (!before || compareVersions(changes.from, version) >= 0) {
    const known = versions.slice(0, at).map((each) => each.version);
    return [{ version, in: "changes", path: ["from"], message: `expected an earlier version of this standard (${known.join(", ") || "there is none"}), found ${changes.from}` }];
  }
  return changesDisagree(before, after, changes).map((each) => ({ version, ...each }));
}

/** An id and its key are for ever: neither is given to anything else, and what has gone does not come back. */
function namesReused(versions: readonly Standard[]): HistoryFault[] {
  const found: HistoryFault[] = [];
  const keyOf = new Map<string, { key: string; version: string }>();
  const idOf = new Map<string, { id: string; version: string }>();
  const goneIn = new Map<string, string>();
  for (const { version, criteria } of versions) {
    for (const { id, key } of criteria) {
      const say = (name: "id" | "key", message: string) => found.push({ version, in: { criterion: id }, path: [name], message });
      const [before, other, gone] = [keyOf.get(id), idOf.get(key), goneIn.get(id)];
      if (before && before.key !== key) say("key", `${id} is ${before.key} in ${before.version}; expected the same key, or another id, found ${key}`);
      else if (other && other.id !== id) say("key", `the key ${key} is ${other.id}’s in ${other.version}; expected one that was never used`);
      if (gone) say("id", `${id} ended with ${gone} and never comes back; expected an id that was never used`);
      if (!before) keyOf.set(id, { key, version });
      if (!other) idOf.set(key, { id, version });
    }
    for (const id of keyOf.keys()) if (!goneIn.has(id) && !criteria.some((each) => each.id === id)) goneIn.set(id, version);
  }
  return found;
}
