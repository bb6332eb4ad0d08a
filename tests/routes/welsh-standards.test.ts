import { beforeAll, expect, test } from "vitest";
import { clock } from "~/platform/clock.server";
import { publishStandards } from "~/standards/publish.server";
import { freshDatabase } from "../support/database";
import { asRead, englishIn } from "../support/english";
import { get } from "../support/website";

const { db, owner } = await freshDatabase();
beforeAll(() => publishStandards(db, clock, { system: "test" }), 60_000);

const LW = "/standards/link-worker-practice";
const page = async (path: string) => asRead(await (await get(path)).text());
const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1];
/** A page without what is marked as English, which is nothing within itself. */
const unmarked = (html: string) => html.replace(/<(\w+)[^>]* lang="en-GB"[^>]*>[^<]*<\/\1>/g, "");
const withoutTranslation = (version: string) =>
  owner.begin((tx) => [
    tx`set local session_replication_role = replica`,
    tx`delete from standard_translations where version_id in (select id from standard_versions where key = 'link-worker-practice' and version = ${version})`,
  ]);

test.each(["1.0.0...1.1.0", "1.0.0...2.0.0"])("%s is compared in Welsh: our words, the standard's own, and the words that came and went", async (range) => {
  const html = await page(`${LW}/compare/${range}?lang=cy`);
  expect(titleOf(html)).toMatch(/^[^:]+: cymharu 1\.0\.0 a \d\.\d\.0 – Waymark$/);
  expect(html).toMatch(/<h1[^>]*>[^<]+: beth sy’n wahanol rhwng/);
  expect(englishIn(html)).toEqual([]);
  expect(html).toMatch(/<span class="wm-words"><?/);
  expect(html).toMatch(/<span class="govuk-visually-hidden">(ychwanegwyd|tynnwyd):/);
  expect(html).not.toMatch(/<span class="wm-words" lang/);
});

test("what a version says of its changes is in English only, and marked", async () => {
  const html = await page(`${LW}/compare/1.0.0...1.1.0?lang=cy`);
  const said = [...html.matchAll(/<dt[^>]*>Pam<\/dt><dd[^>]*><span lang="en-GB">([^<]+)<\/span>/g)];
  expect(said.length).toBeGreaterThan(0);
  expect(unmarked(html).replace(/<script.*?<\/script>/gs, "")).not.toMatch(/\b(the|you|your|with|they)\b/i);
});

test("the other way round leads to the right way round in the same language", async () => {
  expect((await get(`${LW}/compare/2.0.0...1.0.0?lang=cy`)).headers.get("Location")).toBe(`${LW}/compare/1.0.0...2.0.0?lang=cy`);
});

test("where one of the two has no Welsh, both are told in English, marked, and over several versions each step by itself", async () => {
  const data = async () => (await get(`${LW}/compare/1.0.0...2.0.0.json`)).text();
  const before = await data();
  await withoutTranslation("1.0.0");
  const first = await page(`${LW}/compare/1.0.0...1.1.0?lang=cy`);
  expect(first).toContain("Nid yw testun y safon hon yn Gymraeg eto");
  expect(first).toContain('<span class="wm-words" lang="en-GB">');
  expect(first).toMatch(/<span class="govuk-visually-hidden" lang="cy">(ychwanegwyd|tynnwyd):/);
  expect(first).not.toContain('<span class="wm-words">');
  const both = await page(`${LW}/compare/1.0.0...2.0.0?lang=cy`);
  expect(both).toContain('<span class="wm-words" lang="en-GB">');
  expect(both).toContain('<span class="wm-words">');
  expect(await data()).toBe(before);
});
