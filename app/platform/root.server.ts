import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, from the sources as from the build: modules move when they are bundled. */
export const root = above(dirname(fileURLToPath(import.meta.url)));

function above(folder: string): string {
  if (existsSync(join(folder, "package.json")) && existsSync(join(folder, "db/migrations"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("Waymark does not find its own folder: package.json and db/migrations must be above the code.");
  return above(parent);
}
