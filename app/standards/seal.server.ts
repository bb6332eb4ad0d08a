import { writeFileSync } from "node:fs";
import { checkStandards, nameOf, sealsIn } from "./check.server";
import { loadStandards } from "./load.server";
import { schemaLine } from "./schema-line";
import type { Fault } from "./yaml-file.server";

/** Writes down the hash of every version in a folder, so that a later edit is noticed without a database. Refuses while there is any fault, an edited version among them. */
export function sealStandards(folder: string): { ok: true; names: string[] } | { ok: false; faults: Fault[] } {
  const { faults } = checkStandards(folder);
  if (faults.length > 0) return { ok: false, faults };
  const { versions } = loadStandards(folder);
  const lines = versions.map((each) => `${nameOf(each)}: ${each.sha256}\n`);
  writeFileSync(
    sealsIn(folder),
    `${schemaLine("published.yaml")}# The hash of each published version, written by \`waymark standards seal\`. What is here is never edited again.\n${lines.join("")}`,
  );
  return { ok: true, names: versions.map(nameOf) };
}
