import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { remember } from "~/platform/remember";
import { canonical } from "../canonical";
import { type LoadedVersion, loadStandards, sha256 } from "../load.server";
import type { Fault } from "../yaml-file.server";
import type { VersionFiles } from "./version-files";

/** What `standards check` says of a draft: the version it would be, or every fault, with files named as in the version's folder. */
export type Checked = { version?: LoadedVersion; faults: Fault[] };
type Place = { key: string; version: string; files: VersionFiles };

const known = remember("checked drafts", () => new Map<string, Checked>());
const knownAtMost = 40;

/**
 * Checks a draft through the same door as a folder: its files are laid out beside those of the version it began from, read, and cleared away.
 * What was checked once is known as long as the process lives: the same files always get the same answer.
 */
export function checkDraft({ key, version, files }: Place, base: Place): Checked {
  const name = sha256(canonical([key, version, files, base.version, base.files]));
  const before = known.get(name);
  if (before) return before;
  const checked = checkAfresh({ key, version, files }, base);
  if (known.size >= knownAtMost) known.clear();
  known.set(name, checked);
  return checked;
}

function checkAfresh(draft: Place, base: Place): Checked {
  const folder = mkdtempSync(join(tmpdir(), "waymark-draft-"));
  try {
    layOut(join(folder, draft.key, base.version), base.files);
    const own = join(folder, draft.key, draft.version);
    layOut(own, draft.files);
    const { versions, faults } = loadStandards(folder);
    const found = versions.find((each) => each.folder === own);
    const inside = faults.map((fault) => ({ ...fault, file: relative(own, resolve(fault.file)) })).filter(({ file }) => !file.startsWith(".."));
    return { ...(found && inside.length === 0 ? { version: found } : {}), faults: inside };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function layOut(folder: string, files: VersionFiles) {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
