import { canonical } from "../canonical";
import { criterionIn, editFile, type VersionFiles } from "./version-files";
import { contentOf, type Edit, type Path, valueAt } from "./yaml-text";

/** Which of two texts is taken where both sides changed the same thing. */
export type Side = "mine" | "theirs";
/** Something that both sides changed, and not to the same. No `path`: the whole file, which one of them took out or both wrote anew. `id` names it in a form. */
export type Clash = { id: string; file: string; path: Path; before: unknown; mine: unknown; theirs: unknown };
export type Merged = { files: VersionFiles; clashes: Clash[] /** Files as only the newer version, or only the draft, changed them. */; taken: string[]; kept: string[] };
type Three = { before: VersionFiles; mine: VersionFiles; theirs: VersionFiles };

/**
 * What a draft says (`mine`) and what a newer version says (`theirs`), brought together against what both began from (`before`): file by file, and part by part where both changed a file.
 * What only one side changed is taken as that side has it. What both changed is a clash: the draft's words stand until `choices` says otherwise.
 */
export function mergeFiles({ before, mine, theirs }: Three, choices: Record<string, Side> = {}): Merged {
  const merged: Merged = { files: {}, clashes: [], taken: [], kept: [] };
  const files = [...new Set([before, mine, theirs].flatMap(Object.keys))].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  for (const file of files) {
    const text = mergeFile(file, { before: before[file], mine: mine[file], theirs: theirs[file] }, choices, merged);
    if (text !== undefined) merged.files[file] = text;
  }
  return merged;
}

type Texts = Record<keyof Three, string | undefined>;

function mergeFile(file: string, { before, mine, theirs }: Texts, choices: Record<string, Side>, merged: Merged): string | undefined {
  const [was, own, other] = [before, mine, theirs].map((text) => contentOf(text));
  if (same(own, other)) return same(own, was) ? theirs : mine;
  if (same(own, was)) {
    merged.taken.push(file);
    return theirs;
  }
  if (same(other, was)) {
    merged.kept.push(file);
    return mine;
  }
  if (before === undefined || mine === undefined || theirs === undefined) {
    const clash: Clash = { id: file, file, path: [], before: was, mine: own, theirs: other };
    merged.clashes.push(clash);
    return choices[clash.id] === "theirs" ? theirs : mine;
  }
  const edits = partsOf([was, own, other]).flatMap((path): Edit[] => {
    const [a, b, c] = [was, own, other].map((content) => valueAt(content, path));
    if (same(a, b) || same(b, c)) return [];
    if (same(a, c)) return [{ path, value: b }];
    const clash: Clash = { id: `${file} ${path.join(".")}`, file, path, before: a, mine: b, theirs: c };
    merged.clashes.push(clash);
    return choices[clash.id] === "theirs" ? [] : [{ path, value: b }];
  });
  return editFile(file, theirs, edits);
}

const same = (a: unknown, b: unknown) => canonical(a ?? null) === canonical(b ?? null);

/** Maps whose keys are things of their own; every other value is one thing. */
const opened = ["levels", "levels.met", "levels.leading", "evidence", "source", "scoring"];

function partsOf(contents: unknown[], at: Path = []): Path[] {
  const maps = contents.map((content) => (at.length === 0 ? content : valueAt(content, at))).filter(isMap);
  const keys = [...new Set(maps.flatMap(Object.keys))];
  return keys.flatMap((key): Path[] => {
    const path = [...at, key];
    const everywhere = contents.map((content) => valueAt(content, path)).filter((value) => value !== undefined);
    return opened.includes(path.join(".")) && everywhere.every(isMap) ? partsOf(contents, path) : [path];
  });
}

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** The id of the criterion a clash is about; undefined for the standard as a whole. */
export const clashAbout = ({ file }: Pick<Clash, "file">) => criterionIn(file);
