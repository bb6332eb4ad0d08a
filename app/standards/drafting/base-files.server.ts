import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadStandards, standardsFolder } from "../load.server";
import type { StandardVersion } from "../versions.server";
import { filesFrom, type VersionFiles } from "./version-files";

/** A published version's files: those of its folder where it is here and says what was published; else written from what was published. */
export function baseFiles({ standard: { key, version }, content, sha256 }: Pick<StandardVersion, "standard" | "content" | "sha256">, folder = standardsFolder): VersionFiles {
  const own = join(folder, key, version);
  const onDisk = existsSync(own) ? loadStandards(own).versions[0] : undefined;
  return onDisk?.sha256 === sha256 ? filesIn(own) : filesFrom(content);
}

/** The YAML files of a version's folder as text. */
export function filesIn(folder: string): VersionFiles {
  const names = ["standard.yaml", "changes.yaml"].filter((name) => existsSync(join(folder, name)));
  const criteria = readdirSync(join(folder, "criteria"))
    .filter((name) => name.endsWith(".yaml"))
    .sort();
  return Object.fromEntries([...names, ...criteria.map((name) => `criteria/${name}`)].map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
