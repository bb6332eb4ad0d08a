import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { afterEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { loadStandards } from "~/standards/load.server";
import { schemas, staleSchemas, writeSchemas } from "~/standards/schema.server";
import { schemaLine, schemaOf } from "~/standards/schema-line";
import { waymark } from "../support/terminal";

const text = (path: string) => readFileSync(join("standards", path), "utf8");
const yamlIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .sort();
const files = yamlIn("standards");

// Not ours: what editors do with the schemas, done by a validator that knows nothing of the grammars. Formats stand beside a pattern that says the same.
const ajv = new Ajv({ allErrors: true, validateFormats: false, strict: true, strictTuples: false, allowUnionTypes: true });
const validators = new Map([...schemas().keys()].map((name) => [name.replace(".schema.json", ""), ajv.compile(JSON.parse(text(`schema/${name}`)))]));
const wrong = (schema: string, content: unknown) => {
  const validate = validators.get(schema)!;
  return validate(content) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

test("the schemas are what the grammars give, and the command that says so notices when they are not", async () => {
  expect(staleSchemas("standards/schema")).toEqual([]);
  expect(await waymark(["standards", "schema", "--check"])).toEqual({ exit: 0, out: "", err: "" });
});

describe("the files of a folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "wm-schema-"));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("one that was edited, one that is missing and one of no grammar are noticed, and put right once", () => {
    cpSync("standards/schema", folder, { recursive: true });
    writeFileSync(join(folder, "facts.schema.json"), "{}\n");
    rmSync(join(folder, "changes.schema.json"));
    writeFileSync(join(folder, "old.schema.json"), "{}\n");
    const stale = ["changes.schema.json", "facts.schema.json", "old.schema.json"];
    expect(staleSchemas(folder)).toEqual(stale);
    expect(writeSchemas(folder)).toEqual(stale);
    expect([staleSchemas(folder), writeSchemas(folder), readdirSync(folder).sort()]).toEqual([[], [], readdirSync("standards/schema").sort()]);
  });
});

test.each(files)("%s says its schema, which is there, and keeps to it", (path) => {
  const [first] = text(path).split("\n");
  expect(`${first}\n`).toBe(schemaLine(path));
  const [, schema = ""] = /^# yaml-language-server: \$schema=(.+)$/.exec(first ?? "") ?? [];
  expect(existsSync(join("standards", dirname(path), schema))).toBe(true);
  expect(wrong(schemaOf(path) ?? "", parse(text(path)))).toEqual([]);
});

test("every schema is that of some file, changes and translations included", () => {
  expect([...new Set(files.map(schemaOf))].sort()).toEqual([...validators.keys()].sort());
});

test.each([
  ["standard", "referral-capacity/1.0.0/standard.yaml", { title: undefined, gate: { fact: "a" }, version: "1.0", scoring: { assured: 101 }, colour: "green" }],
  [
    "criterion",
    "referral-capacity/1.0.0/criteria/RC-1.1.yaml",
    { id: "RC1.1", weight: 4, must_have: undefined, applies: { not: { fact: "a", is: true, isnt: false } }, evidence: { kinds: ["rumour"] } },
  ],
  ["changes", "link-worker-practice/2.0.0/changes.yaml", { from: "one", changes: [], sunset_days: 0 }],
  ["standard-translation", "referral-capacity/1.0.0/cy/standard.yaml", { checked: true, sections: { one: "Un" }, scoring: {} }],
  ["criterion-translation", "referral-capacity/1.0.0/cy/criteria/RC-1.1.yaml", { checked: { by: "Mair", on: "2026-13-01" }, ask: "", weight: 3 }],
  ["facts-translation", "facts.cy.yaml", { facts: { home_visits: { hint: "" } } }],
  ["published", "published.yaml", { "referral-capacity@1.0.0": "abc" }],
])("a file of the kind %s that is wrong is noticed, as often as it is", (schema, path, faults) => {
  for (const [key, value] of Object.entries(faults)) {
    const content = { ...(parse(text(path)) as object), [key]: value };
    expect([key, wrong(schema, JSON.parse(JSON.stringify(content)))]).not.toEqual([key, []]);
  }
});

test.each([
  ["facts", "facts.yaml", { shown: "everywhere" }],
  ["other-awards", "other-awards.yaml", { covers: [{ standard: "a", criteria: [], relation: "supports" }] }],
])("so is an entry of the list %s", (schema, path, fault) => {
  const [first, ...rest] = parse(text(path)) as object[];
  expect(wrong(schema, [first, ...rest])).toEqual([]);
  expect(wrong(schema, [{ ...first, ...fault }, ...rest])).not.toEqual([]);
});

test("every key that a person writes is explained where an editor shows it", () => {
  type Node = { description?: string; properties?: Record<string, Node>; items?: Node | Node[]; anyOf?: Node[]; additionalProperties?: Node | boolean };
  /** Keys without a word, by their path. The keys of a rule are explained with the rule. */
  const silent = (node: Node, path = ""): string[] => [
    ...Object.entries(node.properties ?? {}).flatMap(([key, each]) => [...(each.description ? [] : [`${path}.${key}`]), ...silent(each, `${path}.${key}`)]),
    ...[node.items ?? [], node.anyOf ?? []].flat().flatMap((each) => silent(each, path)),
    ...(typeof node.additionalProperties === "object" ? silent(node.additionalProperties, path) : []),
  ];
  const found = [...schemas()].flatMap(([name, made]) => silent(JSON.parse(made) as Node).map((path) => `${name}${path}`));
  expect(found).toEqual([]);
});

test("the line for editors is a remark: what is published and hashed is the same without it", () => {
  const folder = mkdtempSync(join(tmpdir(), "wm-bare-"));
  cpSync("standards", folder, { recursive: true });
  for (const path of yamlIn(folder)) writeFileSync(join(folder, path), text(path).replace(/^# yaml-language-server.*\n/, ""));
  const hashes = ({ versions }: ReturnType<typeof loadStandards>) => versions.map(({ standard, sha256, content }) => [standard.key, standard.version, sha256, content]);
  const bare = hashes(loadStandards(folder));
  rmSync(folder, { recursive: true, force: true });
  expect(bare).toHaveLength(5);
  expect(bare).toEqual(hashes(loadStandards()));
});
