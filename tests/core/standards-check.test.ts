import { appendFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkStandards } from "~/standards/check.server";
import { standardsFolder } from "~/standards/load.server";
import { readingAge } from "~/standards/reading-age";
import { sealStandards } from "~/standards/seal.server";
import type { Fault } from "~/standards/yaml-file.server";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wm-check-"));
  cpSync(standardsFolder, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lw = (path: string) => `link-worker-practice/${path}`;
const text = (file: string) => readFileSync(join(folder, file), "utf8");
function plant(file: string, from: string, to: string) {
  if (!text(file).includes(from)) throw new Error(`${file} does not say ${from}`);
  writeFileSync(join(folder, file), text(file).replace(from, to));
}
/** The line on which a file says something. */
const lineOf = (file: string, words: string) => {
  const at = text(file)
    .split("\n")
    .findIndex((line) => line.includes(words));
  if (at < 0) throw new Error(`${file} does not say ${words}`);
  return at + 1;
};
const shown = ({ file, line, message }: Fault) => `${file.slice(file.indexOf("wm-check-")).split("/").slice(1).join("/")}:${line}: ${message}`;
const faults = () => checkStandards(folder).faults.map(shown);
const warnings = () => checkStandards(folder).warnings.map(shown);
const expected = (file: string, words: string, message: string) => expect.stringContaining(`${file}:${lineOf(file, words)}: ${message}`);

test("the standards of the repository have neither a fault nor a warning, and are all sealed", () => {
  expect([faults(), warnings()]).toEqual([[], []]);
  expect(text("published.yaml").match(/^[a-z-]+@\d/gm)).toHaveLength(checkStandards(folder).versions);
});

test("fifteen faults of different kinds in one folder are all said, each at its line", () => {
  const head = lw("2.0.0/standard.yaml");
  const changes = lw("2.0.0/changes.yaml");
  const of = (id: string) => lw(`2.0.0/criteria/${id}.yaml`);
  plant(of("LW-1.2"), "weight: 3", "weight: 3\nwieght: 3");
  plant(of("LW-1.4"), "weight: 2", "weight: 7");
  plant(head, "assured: 80", "assured: 180");
  plant(of("LW-3.6"), "fact: uses_ai_tools", "fact: uses_robots");
  plant(of("LW-4.2"), "key: barriers-first", "key: what-matters-conversation");
  plant(of("LW-4.3"), "key: shared-plan", "key: planned-endings");
  plant(of("LW-3.1"), "section: LW-3", "section: LW-9");
  plant(of("LW-3.2"), "must_have: true", "must_have: false");
  plant(of("LW-5.2"), "weight: 2", "weight: 1");
  plant(changes, "successors: [LW-4.5, LW-4.6]", "successors: [LW-4.5, LW-4.9]");
  plant(changes, "criteria: [LW-1.1]", "criteria: [LW-1.8]");
  plant(changes, "criteria: [LW-5.4]", "criteria: [LW-5.4, LW-3.5]");
  plant(head, "effective_from: 2026-10-05", "effective_from: 2026-10-04");
  plant(of("LW-4.4"), "facts: [sessions_offered]", "facts: [sessions_dreamt_of]");
  plant(lw("1.1.0/changes.yaml"), "from: 1.0.0", "from: 1.0.0\nsunset_days: 9");
  plant("referral-capacity/1.0.0/criteria/RC-1.1.yaml", "The phone and email work", "The telephone works");
  plant(of("LW-3.4"), "ask:", "asks:");
  const found = faults();
  for (const each of [
    expected(of("LW-1.2"), "wieght", 'there is no "wieght"'),
    expected(of("LW-1.4"), "weight: 7", "Too big: expected number to be <=3"),
    expected(head, "assured: 180", "Too big: expected number to be <=100"),
    expected(of("LW-3.6"), "uses_robots", "there is no fact uses_robots"),
    expected(of("LW-4.2"), "key:", "LW-4.2 is barriers-first in 1.0.0; expected the same key"),
    expected(of("LW-4.4"), "key:", "the key planned-endings is there twice"),
    expected(of("LW-3.1"), "section:", "there is no section LW-9"),
    expected(of("LW-3.2"), "must_have:", "must_have is different from 1.1.0, and changes.yaml does not say so; expected a change of type critical_off or critical_on"),
    expected(of("LW-5.2"), "weight:", "weight is different from 1.1.0"),
    expected(changes, "LW-4.9", "there is no criterion LW-4.9 in this version"),
    expected(of("LW-4.6"), "id:", "LW-4.6 was not in 1.1.0; expected changes.yaml to add it"),
    expected(changes, "LW-1.8", "there is no criterion LW-1.8 in the version before"),
    expected(changes, "changes:", "LW-1.1 was in 1.1.0 and is gone; expected a change that retires, splits or merges it"),
    expected(changes, "LW-3.5", "nothing of LW-3.5 is different that advisory_to_scored would explain"),
    expected(head, "effective_from:", "expected 2026-10-05 (published_on) or later"),
    expected(of("LW-4.4"), "sessions_dreamt_of", "there is no fact sessions_dreamt_of"),
    expected(lw("1.1.0/changes.yaml"), "sunset_days", "expected none: 1.1.0 does not end 1.0.0"),
    expected("referral-capacity/1.0.0/standard.yaml", "version:", "referral-capacity@1.0.0 was published with SHA-256"),
    expected(of("LW-3.4"), "asks:", 'there is no "asks"'),
  ]) {
    expect(found).toContainEqual(each);
  }
});

test("an id that ended does not come back, and a key is nobody else's later", () => {
  cpSync(join(folder, lw("2.0.0")), join(folder, lw("3.0.0")), { recursive: true, filter: (path) => !path.endsWith("/cy") });
  plant(lw("3.0.0/standard.yaml"), "version: 2.0.0", "version: 3.0.0");
  const file = lw("3.0.0/criteria/LW-1.1.yaml");
  cpSync(join(folder, lw("1.0.0/criteria/LW-1.1.yaml")), join(folder, file));
  renameSync(join(folder, lw("3.0.0/criteria/LW-4.5.yaml")), join(folder, lw("3.0.0/criteria/LW-4.7.yaml")));
  plant(lw("3.0.0/criteria/LW-4.7.yaml"), "id: LW-4.5", "id: LW-4.7");
  const rest = "    what: It is.\n    reason: So.\n    what_to_do: Nothing.\n";
  writeFileSync(
    join(folder, lw("3.0.0/changes.yaml")),
    `from: 2.0.0\nsunset_days: 30\nchanges:\n  - type: added\n    criteria: [LW-1.1, LW-4.7]\n${rest}  - type: retired\n    criteria: [LW-4.5]\n${rest}`,
  );
  const found = faults();
  expect(found).toContainEqual(expected(file, "id:", "LW-1.1 ended with 2.0.0 and never comes back"));
  expect(found).toContainEqual(expected(lw("3.0.0/criteria/LW-4.7.yaml"), "key:", "the key choice-of-how-and-where is LW-4.5’s in 2.0.0"));
  expect(found).toHaveLength(2);
});

test.each([
  ["a rule of the award that nobody mentions", "1.1.0/standard.yaml", "essentials: 60", "essentials: 50", "standard.yaml", "scoring is different from 1.0.0"],
  ["a descriptor that changed in silence", "2.0.0/criteria/LW-3.5.yaml", "- There is a privacy notice.", "- There is a notice.", "LW-3.5.yaml", "met is different from 1.1.0"],
  ["a type that needs a higher number", "1.1.0/changes.yaml", "type: editorial", "type: meaning_changed", "changes.yaml", "meaning_changed needs a higher number than 1.1.0"],
  ["a first number that goes up without a last day", "2.0.0/changes.yaml", "sunset_days: 90\n", "", "changes.yaml", '"sunset_days" is missing'],
  ["a split into one", "2.0.0/changes.yaml", "[LW-4.5, LW-4.6]", "[LW-4.5]", "changes.yaml", "expected two or more that take its place"],
  ["something retired that is still there", "2.0.0/changes.yaml", "criteria: [LW-1.1]", "criteria: [LW-1.2]", "changes.yaml", "LW-1.2 is still there"],
  ["advice that counts", "2.0.0/changes.yaml", "type: added\n", "type: added_advisory\n", "changes.yaml", "LW-3.6 has weight 2; expected 0, for advice"],
  ["the wrong direction", "2.0.0/changes.yaml", "type: critical_on\n", "type: critical_off\n", "changes.yaml", "LW-2.2 is a must-have now; expected critical_on"],
  ["a version nobody knows", "1.1.0/changes.yaml", "from: 1.0.0", "from: 0.9.0", "changes.yaml", "expected an earlier version of this standard (1.0.0), found 0.9.0"],
])("%s is said", (_name, file, from, to, where, message) => {
  plant(lw(file), from, to);
  expect(faults().filter((each) => each.includes(message))).toEqual([expect.stringContaining(where)]);
});

test("a version after the first that does not say what it changes", () => {
  rmSync(join(folder, lw("1.1.0/changes.yaml")));
  expect(faults()).toContainEqual(expected(lw("1.1.0/standard.yaml"), "version:", "changes.yaml is missing beside it; expected what is different from 1.0.0"));
});

test("what was sealed and is gone is said; what has faults is not sealed; a new version is sealed with the others", () => {
  appendFileSync(join(folder, "published.yaml"), `lost-standard@1.0.0: ${"a".repeat(64)}\n`);
  expect(faults()).toEqual([expected("published.yaml", "lost-standard", "lost-standard@1.0.0 was published and its folder is gone")]);
  expect(sealStandards(folder)).toMatchObject({ ok: false, faults: { length: 1 } });
  rmSync(join(folder, "published.yaml"));
  expect(sealStandards(folder)).toMatchObject({ ok: true, names: { length: 5 } });
  expect(text("published.yaml")).toBe(readFileSync(join(standardsFolder, "published.yaml"), "utf8"));
});

test("an edited version that was published is named so whatever else is wrong with it, and one with an edited neighbour is not", () => {
  const head = lw("2.0.0/standard.yaml");
  const sealed = (version: string) => `link-worker-practice@${version} was published with SHA-256`;
  plant(lw("2.0.0/criteria/LW-1.4.yaml"), "why: ", "why: Also. ");
  expect(faults()).toContainEqual(expect.stringContaining("why is different from 1.1.0"));
  expect(faults()).toContainEqual(expected(head, "version:", sealed("2.0.0")));
  plant(lw("2.0.0/criteria/LW-1.4.yaml"), "why: ", "why: [");
  expect(faults()).toContainEqual(expected(head, "version:", sealed("2.0.0")));
  plant(head, "version: 2.0.0", "version: 2");
  expect(faults()).toContainEqual(expected("published.yaml", "link-worker-practice@2.0.0", sealed("2.0.0")));
  expect(faults().filter((each) => each.includes("was published with"))).toHaveLength(1);
});

test("a statement that is hard to read is a warning with its age, and no fault", () => {
  rmSync(join(folder, "published.yaml"));
  const file = lw("2.0.0/criteria/LW-2.5.yaml");
  plant(
    file,
    "statement: Each link worker has planned one-to-one time at least once a month",
    "statement: Organisational supervision arrangements necessitate comprehensive documentation facilitating continuous professional accountability",
  );
  expect(faults()).toEqual([]);
  expect(warnings()).toEqual([expect.stringMatching(/LW-2\.5\.yaml:\d+: this reads like a text for age \d\d; expected 13 or less/)]);
  expect(warnings()[0]).toContain(`:${lineOf(file, "statement:")}:`);
});

test("reading ages go up with the length of words and sentences", () => {
  expect(readingAge("")).toBe(0);
  expect(readingAge("You sit. You eat.")).toBeLessThan(6);
  expect(readingAge("You choose link workers who listen well, care, and know what local life is like.")).toBeLessThan(13);
  expect(readingAge("Interdisciplinary organisations demonstrate comprehensive accountability.")).toBeGreaterThan(18);
});
