import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Fact, FactList } from "#standards/facts-format";
import type { Standard } from "#standards/format";
import { root } from "~/platform/root.server";
import { canonical } from "./canonical";
import { historyFaults } from "./history";
import { checkOtherAwards } from "./other-awards.server";
import { readVersion, type VersionFiles } from "./read-version.server";
import { readFactTranslations } from "./translation/read-facts.server";
import type { LoadedTranslation } from "./translation/read-translation.server";
import { type Fault, readYaml, type YamlFile } from "./yaml-file.server";

/** A version as it stands in its folder. `content` is its canonical text, as typed and without defaults, so that a growing grammar never changes its hash. */
export type LoadedVersion = { folder: string; standard: Standard; content: string; sha256: string; translations: LoadedTranslation[] };
export type Loaded = { versions: LoadedVersion[]; facts: Fact[]; faults: Fault[] };

export const standardsFolder = join(root, "standards");
export const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/**
 * Reads every version under a folder: all of `standards/`, one standard's folder or one version's.
 * Answers what could be read and every fault found; a version with a fault is not among the versions.
 */
export function loadStandards(folder = standardsFolder): Loaded {
  const { files, facts, faults } = readStandards(folder);
  return { versions: files.filter((each) => each.faults.length === 0).map(asLoaded), facts, faults };
}

/** The same, with the files at hand: for who has more to say about them. */
export function readStandards(folder: string): { files: VersionFiles[]; facts: Fact[]; faults: Fault[] } {
  const { facts, faults } = loadFacts(folder);
  const read = versionFolders(folder).map(({ path, walked }) => readVersion(path, walked, facts));
  const files = read.filter((each) => "standard" in each);
  for (const [one, found] of historyOf(files)) one.faults.push(found);
  const standards = files.map(({ standard }) => standard);
  const said = [...read.flatMap((each) => each.faults), ...files.flatMap((each) => each.translationFaults)];
  return { files, facts, faults: [...faults, ...said, ...checkOtherAwards(folder, standards)] };
}

/** The structured facts: the folder's own `facts.yaml`, else the project's. */
export function loadFacts(folder = standardsFolder): Omit<Loaded, "versions"> {
  const own = join(folder, "facts.yaml");
  const file = readYaml(existsSync(own) ? own : join(standardsFolder, "facts.yaml"), FactList);
  const facts = file.value ?? [];
  return { facts, faults: [...file.faults, ...twice(file), ...readFactTranslations(folder, facts).faults] };
}

/** A version as it is published and hashed. Its translations are beside what is hashed, not in it. */
export function asLoaded({ folder, standard, translations, raw: { head, criteria, changes } }: VersionFiles): LoadedVersion {
  const content = canonical({ ...(head as object), criteria, ...(changes !== undefined && { changes }) });
  return { folder, standard, content, sha256: sha256(content), translations };
}

/** What the versions of one standard say against each other. One that was asked for alone has no neighbours to be read with. */
function historyOf(files: VersionFiles[]): [VersionFiles, Fault][] {
  return [...new Set(files.map(({ standard }) => standard.key))].flatMap((key) => {
    const own = files.filter(({ standard }) => standard.key === key);
    if (own.length === 1 && files.length === 1) return [];
    return historyFaults(own.map(({ standard }) => standard)).flatMap((each): [VersionFiles, Fault][] => {
      const one = own.find(({ standard }) => standard.version === each.version)!;
      const fault = one.place(each.in, each.path, each.message);
      return fault ? [[one, each.unsaid ? { ...fault, unsaid: each.unsaid } : fault]] : [];
    });
  });
}

/** Folders that hold a version, with how many levels below the asked-for folder they lie. */
function versionFolders(path: string, walked = 0): { path: string; walked: number }[] {
  if (existsSync(join(path, "standard.yaml")) || existsSync(join(path, "criteria"))) return [{ path, walked }];
  if (walked === 2) return [];
  return subfolders(path).flatMap((name) => versionFolders(join(path, name), walked + 1));
}

function twice({ value = [], fault }: YamlFile<Fact[]>): Fault[] {
  return value.flatMap(({ key }, at) => (value.findIndex((each) => each.key === key) < at ? [fault([at, "key"], `the fact ${key} is there twice; expected one of its own`)] : []));
}

const subfolders = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map((each) => each.name)
    .sort();
