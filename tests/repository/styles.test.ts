import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { compile, NodePackageImporter } from "sass";
import { expect, test } from "vitest";

const css = Object.fromEntries(["page", "work"].map((name) => [name, compile(`app/ui/${name}.scss`, { style: "compressed", importers: [new NodePackageImporter("./")] }).css]));
const kilobytes = (name: string) => gzipSync(css[name] ?? "", { level: 9 }).length / 1024;
const pages = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((each) =>
    each.isDirectory() ? pages(join(folder, each.name)) : each.name.endsWith(".tsx") ? [join(folder, each.name)] : [],
  );

test("a public page's styles stay under 9 KB on the wire, all of them under 15", () => {
  expect(kilobytes("page")).toBeLessThan(9);
  expect(kilobytes("page") + kilobytes("work")).toBeLessThan(15);
});

test("nothing of GOV.UK's own look is left, and nothing is fetched from elsewhere", () => {
  const all = `${css.page}${css.work}`;
  expect(all).not.toMatch(/GDS Transport|#1d70b8|#00703c|#0f7a52|@import/i);
  expect([...all.matchAll(/url\(["']?([^"')]+)/g)].map((found) => found[1])).toEqual(["./fonts/besley-600.woff2"]);
});

test("no corner is rounded but that of a radio button", () => {
  const rounded = [...`${css.page}${css.work}`.matchAll(/([^{}]+)\{[^{}]*border-radius:\s*(?!0)[^{}]*\}/g)].map((found) => found[1]?.trim());
  expect(rounded.filter((selector) => !selector?.includes("radios"))).toEqual([]);
});

test("no page styles itself: the security policy would drop it", () => {
  expect(pages("app").filter((path) => /\sstyle=|<style|dangerouslySetInnerHTML/.test(readFileSync(path, "utf8")))).toEqual([]);
});

test("every class of ours that a page uses has a style", () => {
  const known = new Set([...`${css.page}${css.work}`.matchAll(/\.((?:wm|govuk)-[\w-]+)/g)].map((found) => found[1]));
  const used = pages("app").flatMap((path) => [...readFileSync(path, "utf8").matchAll(/(?<=["'`\s])((?:wm)-[a-z][\w-]*)(?=["'`\s])/g)].map((found) => ({ path, name: found[1] })));
  expect(used.filter(({ name }) => !known.has(name))).toEqual([]);
});
