import { changesPath, type Draft, standardPath } from "./draft";
import { nextVersion, partBetween } from "./next-version";
import { type Merged, mergeFiles, type Side } from "./three-way";
import { editFile, type VersionFiles } from "./version-files";
import { contentOf, valueAt } from "./yaml-text";

type Base = { version: string; files: VersionFiles };
/** A draft as it would be on a newer base. `version` is the number it would have. */
export type OntoNewer = Merged & { version: string };

/**
 * A draft moved from the version it began from onto a newer one: the same part of the number is raised from there, its list of changes stays its own, and everything else is brought together.
 * The newer version's list of changes tells of that version, so nothing of it is taken.
 */
export function ontoNewer(draft: Pick<Draft, "version" | "files">, from: Base, to: Base, choices: Record<string, Side> = {}): OntoNewer {
  const version = nextVersion(to.version, partBetween(from.version, draft.version));
  const { files, ...found } = mergeFiles({ before: comparable(from.files), mine: comparable(draft.files), theirs: comparable(to.files) }, choices);
  const own = contentOf(draft.files[standardPath]);
  const numbered = (["published_on", "effective_from"] as const).map((key) => ({ path: [key], value: valueAt(own, [key]) }));
  const head = editFile(standardPath, files[standardPath], [{ path: ["version"], value: version }, ...numbered]);
  return { ...found, version, files: { ...files, [standardPath]: head, [changesPath]: editFile(changesPath, draft.files[changesPath], [{ path: ["from"], value: to.version }]) } };
}

/** Without what every version has of its own: its list of changes, its number and its days. */
function comparable(files: VersionFiles): VersionFiles {
  const { [changesPath]: _changes, [standardPath]: head, ...criteria } = files;
  return head === undefined ? criteria : { ...criteria, [standardPath]: editFile(standardPath, head, [{ path: ["version"], value: "" }, ...days]) };
}
const days = [
  { path: ["published_on"], value: "" },
  { path: ["effective_from"], value: "" },
];
