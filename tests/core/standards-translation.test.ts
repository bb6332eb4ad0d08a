import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Fact } from "#standards/facts-format";
import type { Standard } from "#standards/format";
import type { FactTranslations, Translation } from "#standards/translation-format";
import { checkStandards } from "~/standards/check.server";
import { loadFacts, loadStandards, standardsFolder } from "~/standards/load.server";
import { isChecked, translated } from "~/standards/translation/translated";
import { translatedFacts, unlikeFacts } from "~/standards/translation/translated-facts";
import type { Fault } from "~/standards/yaml-file.server";

const rc = (path: string) => `referral-capacity/1.0.0/${path}`;
const own = loadStandards(join(standardsFolder, "referral-capacity/1.0.0")).versions[0]!;
const welsh = own.translations[0]!.translation;

describe("what standards check says of a translation", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "wm-welsh-"));
    cpSync(standardsFolder, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const text = (file: string) => readFileSync(join(folder, rc(file)), "utf8");
  /** Replaces the first line that says it, and answers its number. */
  function plant(file: string, from: RegExp, to: string) {
    const lines = text(file).split("\n");
    const at = lines.findIndex((line) => from.test(line));
    if (at < 0) throw new Error(`${file} does not say ${from}`);
    lines[at] = lines[at]!.replace(from, to);
    writeFileSync(join(folder, rc(file)), lines.filter((line) => line !== "gone").join("\n"));
    return at + 1;
  }
  const lineOf = (file: string, words: RegExp) =>
    text(file)
      .split("\n")
      .findIndex((line) => words.test(line)) + 1;
  const shown = ({ file, line, column, message }: Fault) => `${file.slice(file.indexOf(rc("")) + rc("").length)}:${line}:${column}: ${message}`;
  const faults = () => checkStandards(folder).faults.map(shown);

  test("nothing, where every text is there", () => expect(faults()).toEqual([]));

  test("faults of every kind, all at once, each at its place", () => {
    const first = lineOf("cy/criteria/RC-1.1.yaml", /^checked/);
    plant("cy/criteria/RC-1.1.yaml", /^ask:.*$/, "gone");
    const developing = lineOf("cy/criteria/RC-1.2.yaml", /not_yet/);
    plant("cy/criteria/RC-1.2.yaml", /^ {2}not_yet:.*$/, "gone");
    const title = plant("cy/criteria/RC-2.1.yaml", /^title:.*$/, 'title: ""');
    const weight = plant("cy/criteria/RC-2.2.yaml", /^ask:/, "weight: 3\nask:");
    const checked = plant("cy/criteria/RC-2.3.yaml", /^checked: false/, "checked: yes");
    const tests = lineOf("cy/criteria/RC-5.2.yaml", /^ {4}tests:/);
    plant("cy/criteria/RC-5.2.yaml", /^ {6}- Mae’r bobl.*$/, "gone");
    const extra = plant("cy/criteria/RC-4.3.yaml", /^ {6}- Mae cyllid.*$/, "      - Mae cyllid.\n      - Un arall.") + 1;
    const reasons = plant("cy/criteria/RC-4.1.yaml", /^ask:/, "na_reasons: [Rheswm]\nask:");
    const sections = lineOf("cy/standard.yaml", /^sections:/);
    const section = plant("cy/standard.yaml", /^ {2}RC-5:/, "  RC-9:");
    rmSync(join(folder, rc("cy/criteria/RC-3.1.yaml")));
    cpSync(join(folder, rc("cy/criteria/RC-3.2.yaml")), join(folder, rc("cy/criteria/RC-7.7.yaml")));
    writeFileSync(join(folder, rc("cy/notes.txt")), "Ask Mair.");
    expect(faults().sort()).toEqual(
      [
        `cy/criteria/RC-1.1.yaml:${first}:1: missing translation: "ask"; expected string`,
        `cy/criteria/RC-1.2.yaml:${developing}:3: missing translation: "not_yet"; expected string`,
        `cy/criteria/RC-2.1.yaml:${title}:8: missing translation: expected some text`,
        `cy/criteria/RC-2.2.yaml:${weight}:1: there is no "weight" in this place; expected a key of the grammar`,
        `cy/criteria/RC-2.3.yaml:${checked}:10: expected false, or who checked it and when: { by: …, on: 2026-11-28 }`,
        `cy/criteria/RC-5.2.yaml:${tests}:5: missing translation: expected 3 as in the original, found 2; the next is “You can name one thing you learned from the numbers.”`,
        `cy/criteria/RC-4.3.yaml:${extra}:9: there is no such entry in the original, which has 1`,
        `cy/criteria/RC-4.1.yaml:${reasons}:14: there is no such entry in the original, which has 0`,
        `cy/standard.yaml:${sections}:1: missing translation: section RC-5 (Working with referrers)`,
        `cy/standard.yaml:${section}:9: there is no section RC-9 in the original`,
        `criteria/RC-3.1.yaml:${lineOf("criteria/RC-3.1.yaml", /^title:/)}:8: missing translation: there is no ${join(folder, rc("cy/criteria/RC-3.1.yaml"))}`,
        "cy/criteria/RC-7.7.yaml:1:1: there is nothing called RC-7.7 to translate in the original; expected standard.yaml or criteria/ID.yaml",
        "cy/notes.txt:1:1: there is nothing called notes.txt to translate in the original; expected standard.yaml or criteria/ID.yaml",
      ].sort(),
    );
  });

  test("a fault of facts.cy.yaml is said at its line", () => {
    const path = join(folder, "facts.cy.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replace("  home_visits:", "  home_visit:"));
    const line =
      readFileSync(path, "utf8")
        .split("\n")
        .findIndex((each) => each.includes("home_visit:")) + 1;
    const found = checkStandards(folder).faults.map(({ line, column, message }) => `${line}:${column}: ${message}`);
    expect(found.sort()).toEqual([expect.stringMatching(/^\d+:1: missing translation: the fact home_visits$/), `${line}:3: there is no fact home_visit`].sort());
  });

  test("a folder without its standard.yaml says so at the original's title", () => {
    rmSync(join(folder, rc("cy/standard.yaml")));
    expect(faults()).toEqual([`standard.yaml:${lineOf("standard.yaml", /^title:/)}:8: missing translation: there is no ${join(folder, rc("cy/standard.yaml"))}`]);
  });

  test("a version without any, where an older one has it, is a warning and no fault", () => {
    const lw = "link-worker-practice/2.0.0";
    rmSync(join(folder, lw, "cy"), { recursive: true });
    rmSync(join(folder, "link-worker-practice/1.0.0/cy"), { recursive: true });
    const { faults, warnings } = checkStandards(folder);
    const title =
      readFileSync(join(folder, lw, "standard.yaml"), "utf8")
        .split("\n")
        .findIndex((line) => line.startsWith("title:")) + 1;
    expect([faults, warnings]).toEqual([
      [],
      [{ file: join(folder, lw, "standard.yaml"), line: title, column: 8, message: "there is no cy/ beside it, as older versions have; readers of Welsh would see English" }],
    ]);
  });

  test("what cannot be read in the original makes nothing of its translation wrong", () => {
    const file = plant("criteria/RC-5.2.yaml", /^levels:/, "levels: [");
    expect(faults().filter((each) => each.includes("RC-5.2"))).toEqual(faults().filter((each) => each.startsWith("criteria/RC-5.2.yaml:") && each.includes("this is not YAML")));
    expect(faults().join()).toContain(`criteria/RC-5.2.yaml:${file + 1}`);
    plant("criteria/RC-5.2.yaml", /^levels: \[/, "levels:");
    plant("criteria/RC-5.2.yaml", /^ {2}developing:/, "  develping:");
    plant("criteria/RC-4.1.yaml", /^na_reasons:.*/, "na_reasons: none");
    plant("standard.yaml", /^ {2}- id: RC-5/, "  - ids: RC-5");
    const found = faults();
    expect(found).toContainEqual(expect.stringContaining('there is no "develping"'));
    expect(found.filter((each) => each.startsWith("cy/"))).toEqual([]);
  });

  test("a translation put right changes no hash: the version stays as it was sealed", () => {
    const before = loadStandards(folder).versions.map(({ sha256 }) => sha256);
    plant("cy/criteria/RC-1.1.yaml", /^title:.*$/, "title: Teitl arall");
    expect(faults()).toEqual([]);
    rmSync(join(folder, rc("cy")), { recursive: true });
    expect([faults(), loadStandards(folder).versions.map(({ sha256 }) => sha256)]).toEqual([[], before]);
  });
});

describe("facts in other words", () => {
  const { facts } = loadFacts();
  const said = () => parse(readFileSync(join(standardsFolder, "facts.cy.yaml"), "utf8")) as FactTranslations;

  test("the same list with other labels; what nobody translated stays as it is", () => {
    const some = said();
    delete some.facts.home_visits;
    const welsh = translatedFacts(facts, some);
    const withoutWords = (list: Fact[]) => list.map(({ label, hint, options, ...rest }) => ({ ...rest, hint: hint !== undefined, options: options?.map(({ value }) => value) }));
    expect(withoutWords(welsh)).toEqual(withoutWords(facts));
    expect(welsh.filter(({ label }, at) => label !== facts[at]?.label).map(({ key }) => key)).toEqual(facts.map(({ key }) => key).filter((key) => key !== "home_visits"));
  });

  test("every fact that a rule of a standard names has words, so that no Welsh sentence quotes English", () => {
    const named = (rule: unknown): string[] => [...JSON.stringify(rule).matchAll(/"fact":"(\w+)"/g)].map(([, key = ""]) => key);
    const rules = loadStandards().versions.flatMap(({ standard: { gate, criteria } }) => [gate, ...criteria.map(({ applies }) => applies)]);
    expect(rules.flatMap(named).filter((key) => !said().facts[key])).toEqual([]);
    expect(named({ any: [{ fact: "a", is: true }, { not: { fact: "b", is: true } }] })).toEqual(["a", "b"]);
  });

  test("a word that is missing, and words for what is not there", () => {
    const wrong = said();
    delete wrong.facts.uses_ai_tools;
    wrong.facts.nothing = { label: "Dim" };
    wrong.facts.home_visits = { label: "Gartref", hint: "Awgrym" };
    delete wrong.facts.uses_volunteers?.hint;
    const { personal_care, ...options } = wrong.facts.regulated_service_types?.options ?? {};
    wrong.facts.regulated_service_types = { ...wrong.facts.regulated_service_types!, options: { ...options, sailing: "Hwylio" } };
    expect(unlikeFacts(facts, said())).toEqual([]);
    expect(unlikeFacts(facts, wrong).map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual([
      "facts: missing translation: the fact uses_ai_tools",
      "facts.home_visits.hint: home_visits has no hint in the original",
      "facts.uses_volunteers: missing translation: the hint of uses_volunteers",
      "facts.regulated_service_types.options: missing translation: the option personal_care of regulated_service_types",
      "facts.regulated_service_types.options.sailing: regulated_service_types has no option sailing in the original",
      "facts.nothing: there is no fact nothing",
    ]);
  });
});

describe("a version in other words", () => {
  /** Every leaf by its path: texts apart from everything else. */
  const leaves = (value: unknown, path = ""): [string, unknown][] =>
    typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, each]) => leaves(each, `${path}.${key}`)) : [[path, value]];
  const words = /\.(title|purpose|statement|why|good|not_yet|developing|what|lightest|ask)$|\.(tests|na_reasons)\.\d+$/;
  const standards = loadStandards().versions.map(({ standard }) => standard);

  /** A translation of this version with any texts, that may leave out whole criteria and ends of lists. */
  const anyTranslation = ({ sections, criteria }: Standard): fc.Arbitrary<Translation> => {
    const said = fc.string({ minLength: 1, unit: "grapheme" });
    const some = (list: string[]) => fc.array(said, { maxLength: list.length });
    const checked = fc.constantFrom(false as const, { by: "Mair", on: "2026-11-28" });
    const one = (each: Standard["criteria"][number]) =>
      fc.record({
        checked,
        ...{ title: said, statement: said, why: said, good: said, ask: said },
        levels: fc.record({
          not_yet: said,
          developing: said,
          met: fc.record({ tests: some(each.levels.met.tests) }),
          leading: fc.record({ tests: some(each.levels.leading.tests) }),
        }),
        evidence: fc.record({ what: said, lightest: said }),
        na_reasons: some(each.na_reasons),
      });
    return fc.record({
      checked,
      title: said,
      purpose: said,
      sections: fc.record(Object.fromEntries(sections.map(({ id }) => [id, said])), { requiredKeys: [] }) as fc.Arbitrary<Record<string, string>>,
      criteria: fc.record(Object.fromEntries(criteria.map((each) => [each.id, one(each)])), { requiredKeys: [] }) as fc.Arbitrary<Translation["criteria"]>,
    });
  };

  test.each(standards)("$key $version keeps its shape, ids, numbers and rules whatever the translation; only texts differ", (standard) => {
    fc.assert(
      fc.property(anyTranslation(standard), (translation) => {
        const before = new Map(leaves(standard));
        const after = leaves(translated(standard, translation));
        expect(after.map(([path]) => path)).toEqual([...before.keys()]);
        expect(after.filter(([path, value]) => !words.test(path) && value !== before.get(path))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test("every text of Referral capacity is another in Welsh, but for quotes and references", () => {
    const after = new Map(leaves(translated(own.standard, welsh)));
    const same = leaves(own.standard).filter(([path, value]) => words.test(path) && after.get(path) === value);
    expect(same).toEqual([]);
    expect(after.get(".criteria.0.source.quote")).toBe(own.standard.criteria[0]?.source.quote);
  });

  test("counts as checked once every file of it is", () => {
    expect(isChecked(welsh)).toBe(false);
    const checked = { by: "Mair", on: "2026-11-28" };
    const all = { ...welsh, checked, criteria: Object.fromEntries(Object.entries(welsh.criteria).map(([id, each]) => [id, { ...each, checked }])) };
    expect(isChecked(all)).toBe(true);
    expect(isChecked({ ...all, checked: false })).toBe(false);
    expect(isChecked({ ...all, criteria: { ...all.criteria, "RC-5.2": welsh.criteria["RC-5.2"]! } })).toBe(false);
  });
});
