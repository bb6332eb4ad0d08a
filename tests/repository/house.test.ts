import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AuditEvent } from "~/audit/event";
import { variableNames } from "~/platform/env.server";
import { workflowDiagram } from "~/review/workflow-diagram";
import { workflows } from "~/review/workflows";

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? files(join(folder, each.name)) : [join(folder, each.name)]));
const code = (folder: string) => files(folder).filter((file) => /\.tsx?$/.test(file));
const holding = (paths: string[], pattern: RegExp) => paths.filter((path) => pattern.test(readFileSync(path, "utf8")));

test("the top level holds what the plan has, and nothing else", () => {
  const tracked = execFileSync("git", ["ls-files"], { encoding: "utf8" }).split("\n").filter(Boolean);
  const top = [...new Set(tracked.map((path) => path.split("/")[0]!))].filter((name) => !name.startsWith("."));
  expect(top.sort()).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "app",
    "db",
    "package-lock.json",
    "package.json",
    "public",
    "remix.config.js",
    "standards",
    "tests",
    "tsconfig.json",
  ]);
});

test("every room has a README", () => {
  const rooms = [
    ...readdirSync("app", { withFileTypes: true })
      .filter((each) => each.isDirectory() && each.name !== "routes")
      .map((each) => `app/${each.name}`),
    "standards",
    "db",
    "tests",
  ];
  expect(rooms.filter((room) => !existsSync(join(room, "README.md")))).toEqual([]);
});

test("no file has a name that says nothing", () => {
  expect(files("app").filter((path) => /\/(utils?|helpers?|common|misc|service|manager|index)(\.|\/)/.test(path))).toEqual([]);
});

test("time and chance are given, not taken", () => {
  const given = code("app").filter((path) => !path.startsWith("app/platform/"));
  expect(holding(given, /new Date\(\)|Date\.now\(\)|Math\.random\(|\bnow\(\)::|current_date|current_timestamp|defaultNow/)).toEqual([]);
  expect(holding(code("db/schema"), /defaultNow|now\(\)/)).toEqual([]);
});

test("nothing is unfinished by its own word", () => {
  expect(holding([...code("app"), ...code("db"), ...code("standards")], /\b(TODO|FIXME|XXX|HACK)\b|not implemented|coming soon/)).toEqual([]);
});

test("the example settings name exactly what is read", () => {
  const named = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
  expect(named.sort()).toEqual([...variableNames].sort());
});

test("every event that can be recorded is recorded somewhere, once its capability exists", () => {
  const types = AuditEvent.options.map((option) => option.shape.type.value);
  const commands = code("app")
    .filter((path) => path.endsWith(".server.ts"))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
  expect(types.filter((type) => !commands.includes(`"${type}"`))).toEqual([]);
});

test("decisions are numbered without gaps and say how we notice", () => {
  const decisions = readdirSync(".decisions").sort();
  expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, i) => i + 1));
  expect(decisions.filter((name) => !readFileSync(join(".decisions", name), "utf8").includes("**How we will notice.**"))).toEqual([]);
});

test("links between documents lead somewhere", () => {
  const documents = ["README.md", "CHANGELOG.md", ...files(".decisions"), ...["app", "db", "standards", "tests"].flatMap(files)].filter((path) => path.endsWith(".md"));
  const dead = documents.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)]
      .map((match) => join(path, "..", match[1]!))
      .filter((target) => !existsSync(target))
      .map((target) => `${path} → ${target}`),
  );
  expect(dead).toEqual([]);
});

test("the standards' licence and source are said where they are", () => {
  const words = readFileSync("standards/README.md", "utf8");
  expect(words).toContain("CC BY 4.0");
  expect(words).toContain("Open Government Licence v3.0");
});

test("the README draws the workflow as it is", () => {
  const drawn = /<!-- workflow -->\n([\s\S]*?)\n<!-- \/workflow -->/.exec(readFileSync("README.md", "utf8"))?.[1];
  expect(drawn).toBe(workflows.map(workflowDiagram).join("\n\n"));
});
