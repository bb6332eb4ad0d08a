import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ChangeSet } from "#standards/changes-format";
import { type Fact, FactList } from "#standards/facts-format";
import { Criterion, Standard } from "#standards/format";
import { root } from "~/platform/root.server";
import { canonical } from "./canonical";
import { contradictions } from "./contradictions";
import { type HistoryFault, historyFaults } from "./history";
import { type Fault, readYaml, shownPath, type YamlFile } from "./yaml-file.server";

/** A version as it stands in its folder. `content` is its canonical text, as typed and without defaults, so that a growing grammar never changes its hash. */
export type LoadedVersion = { folder: string; standard: Standard; content: string; sha256: string };
export type Loaded = {
  versions: LoadedVersion[];
  facts: Fact[];
  faults: Fault[];
  /** Says something about a place in one of a version's files. */
  places: Map<LoadedVersion, Place>;
};
type Place = (file: HistoryFault["in"], path: PropertyKey[], message: string) => Fault;
type Read = { loaded: LoadedVersion; fault: Place };

export const standardsFolder = join(root, "standards");
export const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/**
 * Reads every version under a folder: all of `standards/`, one standard's folder or one version's.
 * Answers what could be read and every fault found; a version with a fault is not among the versions.
 */
export function loadStandards(folder = standardsFolder): Loaded {
  const { facts, faults } = loadFacts(folder);
  const read: Read[] = [];
  for (const { path, walked } of versionFolders(folder)) {
    const found = loadVersion(path, walked, facts);
    if ("faults" in found) faults.push(...found.faults);
    else read.push(found);
  }
  faults.push(...historyOf(read, faults.length > 0 || read.length < 2));
  return { versions: read.map(({ loaded }) => loaded), facts, faults, places: new Map(read.map(({ loaded, fault }) => [loaded, fault])) };
}

/** The structured facts: the folder's own `facts.yaml`, else the project's. */
export function loadFacts(folder = standardsFolder): Pick<Loaded, "facts" | "faults"> {
  const own = join(folder, "facts.yaml");
  const file = readYaml(existsSync(own) ? own : join(standardsFolder, "facts.yaml"), FactList);
  return { facts: file.value ?? [], faults: [...file.faults, ...twice(file)] };
}

/** Folders that hold a version, with how many levels below the asked-for folder they lie. */
function versionFolders(path: string, walked = 0): { path: string; walked: number }[] {
  if (existsSync(join(path, "standard.yaml")) || existsSync(join(path, "criteria"))) return [{ path, walked }];
  if (walked === 2) return [];
  return subfolders(path).flatMap((name) => versionFolders(join(path, name), walked + 1));
}

/** Versions of one standard, read together. What cannot be told while a neighbour has faults, or was not asked for, is left for later. */
function historyOf(read: Read[], apart: boolean): Fault[] {
  const keys = [...new Set(read.map(({ loaded }) => loaded.standard.key))];
  return keys.flatMap((key) => {
    const own = read.filter(({ loaded }) => loaded.standard.key === key);
    const found = historyFaults(own.map(({ loaded }) => loaded.standard));
    const telling = apart ? found.filter(({ path }) => path[0] !== "from" && path[0] !== "version") : found;
    return telling.map((each) => own.find(({ loaded }) => loaded.standard.version === each.version)!.fault(each.in, each.path, each.message));
  });
}

function loadVersion(folder: string, walked: number, facts: Fact[]): Read | { faults: Fault[] } {
  const file = join(folder, "standard.yaml");
  if (!existsSync(file)) return { faults: [{ file: shownPath(file), line: 1, column: 1, message: "this file is missing; expected the version's title, sections and scoring" }] };
  const head = readYaml(file, Standard.omit({ criteria: true, changes: true }));
  const changes = changesOf(folder);
  const criteria = criterionFiles(folder).map((path) => ({ path, ...readYaml(path, Criterion) }));
  const faults = [head, ...(changes ? [changes] : []), ...criteria].flatMap((each) => each.faults);
  if (faults.length > 0 || !head.value) return { faults };
  if (criteria.length === 0) return { faults: [head.fault([], "there is no criterion; expected files such as criteria/RC-1.1.yaml")] };

  const ordered = inReadingOrder(
    criteria as Filled[],
    head.value.sections.map(({ id }) => id),
  );
  const standard = Standard.parse({ ...head.value, criteria: ordered.map((each) => each.value), changes: changes?.value });
  const wrong = [
    ...wrongNames(folder, walked, head as YamlFile<Head>, ordered),
    ...contradictions(standard, facts).map(({ criterion, path, message }) => (criterion === undefined ? head : (ordered[criterion] as Filled)).fault(path, message)),
  ];
  if (wrong.length > 0) return { faults: wrong };
  const content = canonical({ ...(head.raw as object), criteria: ordered.map((each) => each.raw), ...(changes && { changes: changes.raw }) });
  const fileOf = (file: HistoryFault["in"]) =>
    file === "standard" ? head : file === "changes" ? (changes ?? head) : (ordered.find(({ value }) => value.id === file.criterion) ?? head);
  return { loaded: { folder, standard, content, sha256: sha256(content) }, fault: (file, path, message) => fileOf(file).fault(path, message) };
}

type Head = Omit<Standard, "criteria" | "changes">;
type Filled = YamlFile<Criterion> & { path: string; value: Criterion };

/** A standard's first version has no `changes.yaml`. */
function changesOf(folder: string) {
  const path = join(folder, "changes.yaml");
  return existsSync(path) ? readYaml(path, ChangeSet) : undefined;
}

function criterionFiles(folder: string) {
  const inside = join(folder, "criteria");
  if (!existsSync(inside)) return [];
  return readdirSync(inside)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(inside, name));
}

/** Section by section as `standard.yaml` lists them, then by number: 2 before 10. */
function inReadingOrder(criteria: Filled[], sections: string[]): Filled[] {
  const place = ({ value }: Filled) => [sections.indexOf(value.section), ...value.id.split(/[-.]/).slice(1).map(Number)];
  return [...criteria].sort((a, b) => {
    const [left, right] = [place(a), place(b)];
    const at = left.findIndex((number, index) => number !== right[index]);
    return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
  });
}

/** A folder further up than the one asked for is somebody else's, and may be called anything. */
function wrongNames(folder: string, walked: number, head: YamlFile<Head>, criteria: Filled[]): Fault[] {
  const { key, version } = head.value as Head;
  const faults: Fault[] = [];
  if (walked >= 1 && basename(folder) !== version) faults.push(head.fault(["version"], `expected ${basename(folder)}, as the folder is called, found ${version}`));
  if (walked >= 2 && basename(dirname(folder)) !== key) faults.push(head.fault(["key"], `expected ${basename(dirname(folder))}, as the folder is called, found ${key}`));
  for (const criterion of criteria) {
    const name = basename(criterion.path, ".yaml");
    if (name !== criterion.value.id) faults.push(criterion.fault(["id"], `expected ${name}, as the file is called, found ${criterion.value.id}`));
  }
  return faults;
}

function twice({ value = [], fault }: YamlFile<Fact[]>): Fault[] {
  return value.flatMap(({ key }, at) => (value.findIndex((each) => each.key === key) < at ? [fault([at, "key"], `the fact ${key} is there twice; expected one of its own`)] : []));
}

const subfolders = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map((each) => each.name)
    .sort();
