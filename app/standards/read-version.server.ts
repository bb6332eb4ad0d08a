import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Change, ChangeSet } from "#standards/changes-format";
import type { Fact } from "#standards/facts-format";
import { Criterion, type Standard, StandardFile } from "#standards/format";
import type { HistoryFault } from "./changes-disagree";
import { contradictions } from "./contradictions";
import { salvage } from "./salvage";
import { type LoadedTranslation, readTranslations } from "./translation/read-translation.server";
import { type Fault, readYaml, shownPath, type YamlFile } from "./yaml-file.server";

type Read<T> = YamlFile<T> & { path: string; value: T; broken: Set<PropertyKey> };

/**
 * A version's files, read as far as they can be: where one has a fault, `standard` holds what is right about it,
 * so that everything else that is wrong is said as well. `place` answers nothing for what a fault was said about already.
 */
export type VersionFiles = {
  folder: string;
  standard: Standard;
  raw: { head: unknown; criteria: unknown[]; changes: unknown };
  faults: Fault[];
  /** What is whole of the folder's translations. Their faults stop no version from being read. */
  translations: LoadedTranslation[];
  translationFaults: Fault[];
  place(file: HistoryFault["in"], path: PropertyKey[], message: string): Fault | undefined;
};

/** Reads one version's folder. `walked` says how many levels below the asked-for folder it lies: what is further up is somebody else's, and may be called anything. */
export function readVersion(folder: string, walked: number, facts: Fact[]): VersionFiles | { faults: Fault[] } {
  const file = join(folder, "standard.yaml");
  if (!existsSync(file)) return { faults: [{ file: shownPath(file), line: 1, column: 1, message: "this file is missing; expected the version's title, sections and scoring" }] };
  const found = criterionFiles(folder).map(readCriterion);
  const head = readHead(file, folder, found);
  if (found.length === 0) return { faults: [...head.faults, head.fault([], "there is no criterion; expected files such as criteria/RC-1.1.yaml")] };

  const criteria = inReadingOrder(
    found,
    head.value.sections.map(({ id }) => id),
  );
  const changes = readChanges(folder);
  const standard: Standard = { ...head.value, criteria: criteria.map(({ value }) => value), ...(changes && { changes: changes.value }) };
  const said = (one: Read<unknown>, path: PropertyKey[], message: string) => (path[0] !== undefined && one.broken.has(path[0]) ? undefined : one.fault(path, message));
  const fileOf = (file: HistoryFault["in"]): Read<unknown> =>
    file === "standard" ? head : file === "changes" ? (changes ?? head) : (criteria.find(({ value }) => value.id === file.criterion) ?? head);
  const wrong = contradictions(standard, facts).map(({ criterion, path, message }) => said(criterion === undefined ? head : criteria[criterion]!, path, message));
  const place: VersionFiles["place"] = (file, path, message) => said(fileOf(file), path, message);
  return {
    folder,
    standard,
    ...readTranslations(folder, standard, { place, broken: (file, key) => fileOf(file).broken.has(key) }),
    raw: { head: head.raw, criteria: criteria.map(({ raw }) => raw), changes: changes?.raw },
    faults: [head, ...(changes ? [changes] : []), ...criteria].flatMap(({ faults }) => faults).concat(wrongNames(folder, walked, head, criteria), there(wrong)),
    place,
  };
}

const there = (faults: (Fault | undefined)[]) => faults.filter((fault) => fault !== undefined);

const blank: Criterion = {
  id: "",
  key: "",
  section: "",
  title: "",
  statement: "",
  why: "",
  source: { references: [], beyond_paper: false },
  good: "",
  levels: { not_yet: "", developing: "", met: { tests: [] }, leading: { tests: [] } },
  evidence: { kinds: [], what: "", lightest: "" },
  must_have: false,
  weight: 1,
  applies: "always",
  na_reasons: [],
  facts: [],
  ask: "",
};

function readCriterion(path: string): Read<Criterion> {
  const file = readYaml(path, Criterion);
  return { ...file, path, ...(file.value ? { value: file.value, broken: new Set() } : salvage(Criterion, file.raw, { ...blank, id: basename(path, ".yaml") })) };
}

function readHead(path: string, folder: string, criteria: Read<Criterion>[]): Read<StandardFile> {
  const file = readYaml(path, StandardFile);
  if (file.value) return { ...file, path, value: file.value, broken: new Set() };
  const sections = [...new Set(criteria.map(({ value }) => value.section))].map((id) => ({ id, title: "" }));
  const scoring = { essentials: 0, assured: 100, section: 0, conditions_max: 0, defer_max: 0, commend: 100, na_claim_max: 0, basis_min: 0 };
  const code = criteria[0]?.value.id.slice(0, 2) ?? "";
  const instead: StandardFile = {
    code,
    key: basename(dirname(folder)),
    version: basename(folder),
    title: "",
    purpose: "",
    gate: "always",
    published_on: "",
    effective_from: "",
    scoring,
    sections,
  };
  return { ...file, path, ...salvage(StandardFile, file.raw, instead) };
}

/** A standard's first version has none. Of changes with a fault, those that are right; what they leave unsaid is then not told. */
function readChanges(folder: string): Read<ChangeSet> | undefined {
  const path = join(folder, "changes.yaml");
  if (!existsSync(path)) return undefined;
  const file = readYaml(path, ChangeSet);
  if (file.value) return { ...file, path, value: file.value, broken: new Set() };
  const { value, broken } = salvage(ChangeSet, file.raw, { from: "", changes: [] as Change[] });
  if (!broken.has("changes")) return { ...file, path, value, broken };
  const typed = (file.raw as { changes?: unknown } | undefined)?.changes;
  const changes = Array.isArray(typed) ? typed.map((each) => Change.safeParse(each).data ?? unread) : [];
  return { ...file, path, value: { ...value, changes }, broken: new Set([...broken].filter((key) => key !== "changes")) };
}

/** Stands where a change could not be read, so that the others keep their place. The grammar lets no other change be without a `what`. */
const unread: Change = { type: "award_rule", criteria: [], successors: [], what: "", reason: "", what_to_do: "" };

function criterionFiles(folder: string) {
  const inside = join(folder, "criteria");
  if (!existsSync(inside)) return [];
  return readdirSync(inside)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(inside, name));
}

/** Section by section as `standard.yaml` lists them, then by number: 2 before 10. */
function inReadingOrder(criteria: Read<Criterion>[], sections: string[]) {
  const place = ({ value }: Read<Criterion>) => [sections.indexOf(value.section), ...value.id.split(/[-.]/).slice(1).map(Number)];
  return [...criteria].sort((a, b) => {
    const [left, right] = [place(a), place(b)];
    const at = left.findIndex((number, index) => number !== right[index]);
    return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
  });
}

function wrongNames(folder: string, walked: number, head: Read<StandardFile>, criteria: Read<Criterion>[]): Fault[] {
  const { key, version } = head.value;
  const faults: Fault[] = [];
  if (walked >= 1 && basename(folder) !== version) faults.push(head.fault(["version"], `expected ${basename(folder)}, as the folder is called, found ${version}`));
  if (walked >= 2 && basename(dirname(folder)) !== key) faults.push(head.fault(["key"], `expected ${basename(dirname(folder))}, as the folder is called, found ${key}`));
  for (const criterion of criteria) {
    const name = basename(criterion.path, ".yaml");
    if (name !== criterion.value.id) faults.push(criterion.fault(["id"], `expected ${name}, as the file is called, found ${criterion.value.id}`));
  }
  return faults;
}
