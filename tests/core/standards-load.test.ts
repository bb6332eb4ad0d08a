import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadStandards, standardsFolder } from "~/standards/load.server";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wm-standards-"));
  for (const each of ["referral-capacity", "facts.yaml"]) cpSync(join(standardsFolder, each), join(folder, each), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const version = "referral-capacity/1.0.0";
const edit = (file: string, from: string | RegExp, to: string) => {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${file} does not say ${from}`);
  writeFileSync(path, edited);
};
const faults = (at = folder) =>
  loadStandards(at).faults.map(({ file, line, column, message }) => `${file.slice(file.lastIndexOf("wm-standards-")).split("/").slice(1).join("/")}:${line}:${column}: ${message}`);
const criterion = (id: string) => `${version}/criteria/${id}.yaml`;

test("the standards have no fault, wherever the reading starts", () => {
  expect(loadStandards()).toMatchObject({ faults: [], versions: { length: 5 } });
  expect(faults()).toEqual([]);
  expect(loadStandards(join(folder, "referral-capacity")).versions).toHaveLength(1);
  expect(loadStandards(join(folder, version)).versions[0]?.standard.criteria).toHaveLength(18);
});

test("criteria stand in reading order, whatever the files are called first", () => {
  const ids = loadStandards(join(folder, version)).versions[0]?.standard.criteria.map(({ id }) => id) ?? [];
  expect(ids.slice(0, 4)).toEqual(["RC-1.1", "RC-1.2", "RC-1.3", "RC-2.1"]);
  edit(criterion("RC-1.1"), "id: RC-1.1", "id: RC-1.10");
  renameSync(join(folder, criterion("RC-1.1")), join(folder, criterion("RC-1.10")));
  expect(
    loadStandards(join(folder, version))
      .versions[0]?.standard.criteria.map(({ id }) => id)
      .slice(0, 3),
  ).toEqual(["RC-1.2", "RC-1.3", "RC-1.10"]);
});

test.each([
  ["broken YAML", criterion("RC-1.1"), "key: contact-works", "key: [contact-works", /RC-1\.1\.yaml:\d+:\d+: this is not YAML: /],
  ["a key twice", criterion("RC-1.1"), "weight: 3", "weight: 3\nweight: 2", /RC-1\.1\.yaml:9:1: this is not YAML: Map keys must be unique/],
  ["a misspelt key", criterion("RC-1.1"), "weight: 3", "wieght: 3", /RC-1\.1\.yaml:8:1: there is no "wieght" in this place; expected a key of the grammar$/],
  ["a missing key", criterion("RC-1.1"), "weight: 3\n", "", /RC-1\.1\.yaml:2:1: "weight" is missing; expected number$/],
  ["a must-have that lost its line", criterion("RC-1.1"), "must_have: true\n", "", /RC-1\.1\.yaml:2:1: "must_have" is missing; expected boolean$/],
  ["a rule that lost its line", criterion("RC-1.1"), "applies: always\n", "", /RC-1\.1\.yaml:2:1: "applies" is missing; expected /],
  ["a wrong kind", criterion("RC-1.1"), "weight: 3", "weight: three", /RC-1\.1\.yaml:8:9: expected number, received string$/],
  ["too much weight", criterion("RC-1.1"), "weight: 3", "weight: 4", /RC-1\.1\.yaml:8:9: .*expected number to be <=3$/],
  ["no tests", criterion("RC-2.5"), /leading:\n {4}tests:\n.*\n/, "leading:\n    tests: []\n", /RC-2\.5\.yaml:\d+:5: .*expected array to have >=1 items$/],
  ["an evidence kind nobody knows", criterion("RC-1.1"), "[assessor_contact_test]", "[rumour]", /RC-1\.1\.yaml:\d+:11: .*expected one of "document"\|/],
  ["a rule in prose", criterion("RC-1.1"), "applies: always", "applies: sometimes", /RC-1\.1\.yaml:9:10: expected a rule: always, \{ fact, is \}/],
  [
    "a rule about an unknown fact",
    criterion("RC-2.3"),
    "fact: holds_waiting_list",
    "fact: holds_a_list",
    /RC-2\.3\.yaml:10:9: there is no fact holds_a_list; expected one of facts\.yaml$/,
  ],
  ["a rule that never holds", criterion("RC-2.3"), "is: true", "is: maybe", /RC-2\.3\.yaml:11:7: holds_waiting_list can never be maybe; expected one of true, false$/],
  [
    "an unknown fact",
    criterion("RC-2.4"),
    "facts: [decline_within_working_days]",
    "facts: [declines]",
    /RC-2\.4\.yaml:\d+:9: there is no fact declines; expected one of facts\.yaml$/,
  ],
  ["an unknown section", criterion("RC-1.1"), "section: RC-1", "section: RC-9", /RC-1\.1\.yaml:4:10: there is no section RC-9; expected one of RC-1, RC-2, RC-3, RC-4, RC-5$/],
  ["an id of another standard", criterion("RC-1.1"), "id: RC-1.1", "id: AS-1.1", /RC-1\.1\.yaml:2:5: expected an id of RC, found AS-1\.1$/],
  ["an id that is not the file's", criterion("RC-1.1"), "id: RC-1.1", "id: RC-1.9", /RC-1\.1\.yaml:2:5: expected RC-1\.1, as the file is called, found RC-1\.9$/],
  ["an id twice", criterion("RC-1.2"), "id: RC-1.2", "id: RC-1.1", /RC-1\.2\.yaml:2:5: the id RC-1\.1 is there twice; expected one of its own$/],
  [
    "a key of another criterion",
    criterion("RC-1.2"),
    "key: honest-scope-and-limits",
    "key: contact-works",
    /RC-1\.2\.yaml:3:6: the key contact-works is there twice; expected one of its own$/,
  ],
  [
    "a claim on a must-have",
    criterion("RC-1.1"),
    "na_reasons: []",
    "na_reasons: [We have no phone]",
    /RC-1\.1\.yaml:10:1: a must-have can never be claimed not to apply; expected no reasons$/,
  ],
  ["a must-have that weighs nothing", criterion("RC-1.1"), "weight: 3", "weight: 0", /RC-1\.1\.yaml:8:9: a must-have counts; expected a weight of 1, 2 or 3$/],
  ["thresholds out of order", `${version}/standard.yaml`, "assured: 80", "assured: 50", /standard\.yaml:13:12: expected at least the 60 of essentials, found 50$/],
  [
    "effective before it is published",
    `${version}/standard.yaml`,
    "effective_from: 2024-04-08",
    "effective_from: 2024-04-07",
    /standard\.yaml:10:17: expected 2024-04-08 \(published_on\) or later, found 2024-04-07$/,
  ],
  [
    "a section without criteria",
    `${version}/standard.yaml`,
    "  - id: RC-5\n",
    "  - id: RC-6\n    title: Nothing\n  - id: RC-5\n",
    /standard\.yaml:\d+:9: no criterion is in section RC-6$/,
  ],
  [
    "another version than the folder's",
    `${version}/standard.yaml`,
    "version: 1.0.0",
    "version: 1.0.1",
    /standard\.yaml:4:10: expected 1\.0\.0, as the folder is called, found 1\.0\.1$/,
  ],
  [
    "another key than the folder's",
    `${version}/standard.yaml`,
    "key: referral-capacity",
    "key: capacity",
    /standard\.yaml:3:6: expected referral-capacity, as the folder is called, found capacity$/,
  ],
  ["a fact twice", "facts.yaml", "key: runs_activities", "key: has_link_workers", /facts\.yaml:\d+:8: the fact has_link_workers is there twice; expected one of its own$/],
  ["a choice without options", "facts.yaml", "type: yes_no", "type: choice", /facts\.yaml:5:3: "options" is missing; a choice or a tick list has options, and nothing else has$/],
])("%s is said with its place and what was expected", (_name, file, from, to, expected) => {
  edit(file, from, to);
  expect(faults()).toContainEqual(expect.stringMatching(expected));
});

test("a version without its standard.yaml is named", () => {
  rmSync(join(folder, version, "standard.yaml"));
  expect(faults()).toEqual([`${version}/standard.yaml:1:1: this file is missing; expected the version's title, sections and scoring`]);
});

test("every fault is said, not only the first, and a version with one is not among the versions", () => {
  edit(criterion("RC-1.1"), "weight: 3", "weight: 9");
  edit(criterion("RC-5.2"), "weight: 2", "weight: 8");
  expect(faults()).toHaveLength(2);
  expect(loadStandards(folder).versions).toEqual([]);
});

test("the hash is of what is said, not of how it is typed", () => {
  const hash = () => loadStandards(join(folder, version)).versions[0]?.sha256;
  const before = hash();
  edit(criterion("RC-1.1"), "title: The phone and email work", "# a remark\ntitle:   'The phone and email work'");
  expect(hash()).toBe(before);
  edit(criterion("RC-1.1"), "The phone and email work", "The telephone and email work");
  expect(hash()).not.toBe(before);
});
