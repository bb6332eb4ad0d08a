import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Standard } from "#standards/format";
import { CriterionTranslation, StandardTranslation, type Translation, type TranslationLanguage, translationLanguages } from "#standards/translation-format";
import { type Fault, readYaml, shownPath } from "../yaml-file.server";
import { type Unlike, unlikeLists, unlikeSections } from "./unlike";

export type LoadedTranslation = { language: TranslationLanguage; translation: Translation };
/** `place`: a fault in the original, at these keys of `standard.yaml` or of a criterion's file; undefined where a fault was said already. `broken`: whether that part of it could not be read, so that nothing can be held against it. */
type InOriginal = {
  place(file: OriginalFile, path: PropertyKey[], message: string): Fault | undefined;
  broken(file: OriginalFile, key: PropertyKey): boolean;
};
type OriginalFile = "standard" | { criterion: string };

/**
 * The translations in a version's folder, held against the version: every text is there, and nothing that the version does not say.
 * A translation with a fault is not among them. `original` says where in the version something is missing whose file is missing altogether.
 */
export function readTranslations(folder: string, standard: Standard, original: InOriginal): { translations: LoadedTranslation[]; translationFaults: Fault[] } {
  const read = translationLanguages.filter((language) => existsSync(join(folder, language))).map((language) => readOne(join(folder, language), language, standard, original));
  return { translations: read.flatMap(({ found }) => found ?? []), translationFaults: read.flatMap(({ faults }) => faults) };
}

function readOne(folder: string, language: TranslationLanguage, standard: Standard, original: InOriginal): { found?: LoadedTranslation; faults: Fault[] } {
  const held = (file: OriginalFile, found: Unlike[]) => found.filter(({ path }) => !original.broken(file, path[0]!));
  const head = readFile(
    join(folder, "standard.yaml"),
    StandardTranslation,
    (raw) => held("standard", unlikeSections(standard, raw)),
    (message) => original.place("standard", ["title"], message),
  );
  const criteria = standard.criteria.map((each) => {
    const path = join(folder, "criteria", `${each.id}.yaml`);
    return {
      id: each.id,
      ...readFile(
        path,
        CriterionTranslation,
        (raw) => held({ criterion: each.id }, unlikeLists(each, raw)),
        (message) => original.place({ criterion: each.id }, ["title"], message),
      ),
    };
  });
  const faults = [...head.faults, ...criteria.flatMap((each) => each.faults), ...orphans(folder, standard)];
  if (!head.value || faults.length > 0) return { faults };
  const said = Object.fromEntries(criteria.flatMap(({ id, value }) => (value ? [[id, value]] : [])));
  return { found: { language, translation: { ...head.value, criteria: said } }, faults };
}

function readFile<T>(path: string, grammar: Parameters<typeof readYaml<T>>[1], unlike: (raw: unknown) => Unlike[], original: (message: string) => Fault | undefined) {
  if (!existsSync(path)) {
    const fault = original(`missing translation: there is no ${shownPath(path)}`);
    return { value: undefined, faults: fault ? [fault] : [] };
  }
  const { value, raw, faults, fault } = readYaml(path, grammar, (name, expected) => `missing translation: "${name}"; ${expected}`);
  return { value, faults: [...faults, ...unlike(raw).map(({ path: keys, message }) => fault(keys, message))] };
}

/** Files that translate nothing of this version. */
function orphans(folder: string, { criteria }: Standard): Fault[] {
  const known = ["standard.yaml", ...criteria.map(({ id }) => join("criteria", `${id}.yaml`))];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(folder.length + 1))
    .filter((path) => !known.includes(path))
    .sort()
    .map((path) => ({
      file: shownPath(join(folder, path)),
      line: 1,
      column: 1,
      message: `there is nothing called ${basename(path, ".yaml")} to translate in the original; expected standard.yaml or criteria/ID.yaml`,
    }));
}
