import { expect, test } from "vitest";
import { type Difference, differencesBetween, notListed } from "~/standards/drafting/differences";
import { comparedFields } from "~/standards/drafting/fields";
import { criterionPath, filesFrom } from "~/standards/drafting/version-files";
import { editYaml, writeYaml } from "~/standards/drafting/yaml-text";
import { facts, standardOf } from "../support/standards";

const labels = Object.fromEntries(facts.map(({ key, label }) => [key, label]));
const before = filesFrom(JSON.stringify(standardOf("RC")));
const path = criterionPath("RC-1.1");
const against = (after: typeof before) => differencesBetween(before, after, comparedFields, labels);
const edited = (path: string, key: string[], value: unknown) => against({ ...before, [path]: editYaml(before[path], [{ path: key, value }]) });
const shown = ({ label, words }: Difference) => `${label}: ${words.map(({ text, is }) => (is === "added" ? `[+${text}]` : is === "removed" ? `[-${text}]` : text)).join("")}`;
const said = (all: ReturnType<typeof against>) => all.map(({ id = "", kind, differences }) => [id, kind, ...differences.map(shown)]);

test("a draft that says what the version before says has no difference", () => expect(against({ ...before })).toEqual([]));

test("numbers, boxes, lists and rules are compared in words, word by word", () => {
  expect(said(edited(path, ["weight"], 1))).toEqual([["RC-1.1", "changed", expect.stringMatching(/^How much it counts: Counts \[-\w+( times)?\]\[\+once\]/)]]);
  expect(said(edited(path, ["applies"], { fact: "has_link_workers", is: true }))).toEqual([
    ["RC-1.1", "changed", expect.stringMatching(/^Who is asked: \[-To everyone\]\[\+Only if you answered yes to “/)],
  ]);
  expect(said(edited("standard.yaml", ["title"], "Room for referrals"))).toEqual([["", "changed", "Title: [-Referral capacity][+Room for referrals]"]]);
});

test("what does not fit the grammar is still shown, as it was typed", () => {
  expect(said(edited(path, ["weight"], "heavy"))[0]).toContainEqual(expect.stringContaining("[+heavy]"));
  expect(said(edited(path, ["applies"], { nobody: "knows" }))[0]).toContainEqual(expect.stringContaining("[+knows]"));
});

test("what came or went as a whole is shown by what it asks", () => {
  const { [path]: gone, ...without } = before;
  const fresh = criterionPath("RC-9.1");
  const all = against({ ...without, [fresh]: writeYaml({ id: "RC-9.1", title: "A new one", statement: "You do it." }) });
  expect(said(all)).toEqual([
    ["RC-1.1", "retired", expect.stringMatching(/^Title: \[-/), expect.stringMatching(/^What it says: \[-/), expect.anything(), expect.anything()],
    ["RC-9.1", "added", "Title: [+A new one]", "What it says: [+You do it.]"],
  ]);
  expect(gone).toBeDefined();
  expect(notListed(all, { changes: [{ criteria: ["RC-1.1"] }] })).toEqual(["RC-9.1"]);
});
