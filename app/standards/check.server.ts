import { existsSync } from "node:fs";
import { join } from "node:path";
import { Seals } from "#standards/published-format";
import { asLoaded, type LoadedVersion, readStandards } from "./load.server";
import type { VersionFiles } from "./read-version.server";
import { readingAge } from "./reading-age";
import { untranslated } from "./translation/untranslated.server";
import { type Fault, readYaml } from "./yaml-file.server";

const hardest = 13;

/** Where a folder of standards keeps the hashes of what is published: `KEY@VERSION: SHA-256`. */
export const sealsIn = (folder: string) => join(folder, "published.yaml");
export const nameOf = ({ standard: { key, version } }: Pick<LoadedVersion, "standard">) => `${key}@${version}`;

/**
 * Everything that is wrong with the standards in a folder, and what may be: loading's faults, a sealed version that was edited or is gone,
 * and as warnings the statements that are harder than reading age 13, and versions in fewer languages than an older one of their standard.
 */
export function checkStandards(folder: string): { versions: number; faults: Fault[]; warnings: Fault[] } {
  const { files, faults } = readStandards(folder);
  return { versions: files.length, faults: [...faults, ...brokenSeals(folder, files)], warnings: [...files.flatMap(hardStatements), ...untranslated(files)] };
}

function brokenSeals(folder: string, files: VersionFiles[]): Fault[] {
  const path = sealsIn(folder);
  if (!existsSync(path)) return [];
  const seals = readYaml(path, Seals);
  const broken = Object.entries(seals.value ?? {}).flatMap(([name, sha256]) => {
    const one = files.find((each) => nameOf(each) === name);
    if (!one) return [seals.fault([name], `${name} was published and its folder is gone; expected the files as they were`)];
    if (asLoaded(one).sha256 === sha256) return [];
    const words = `${name} was published with SHA-256 ${sha256}; expected its files as they were, found ${asLoaded(one).sha256}. Make the change in a new version's folder`;
    return one.place("standard", ["version"], words) ?? seals.fault([name], words);
  });
  return [...seals.faults, ...broken];
}

function hardStatements(version: VersionFiles): Fault[] {
  return version.standard.criteria.flatMap(({ id, statement }) => {
    const age = readingAge(statement);
    if (age <= hardest) return [];
    return version.place({ criterion: id }, ["statement"], `this reads like a text for age ${age}; expected ${hardest} or less: shorter sentences, shorter words`) ?? [];
  });
}
