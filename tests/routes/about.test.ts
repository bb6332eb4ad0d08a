import { expect, test } from "vitest";
import insightsCy from "~/insights/words/cy.json";
import insightsEn from "~/insights/words/en.json";
import { levelMeanings, levelNames } from "~/marks/status-words";
import { get } from "../support/website";

const titleOf = (html: string) => /<title>([^<]*)<\/title>/.exec(html)?.[1];

test.each(["/", "/about/what-a-mark-means", "/about/accessibility", "/about/privacy"])("%s is there for anybody, without cookie or script", async (path) => {
  const response = await get(path);
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(response.headers.get("Set-Cookie")).toBeNull();
  expect(html).not.toContain("<script");
  expect(html).toContain("Waymark is not part of the NHS.");
  expect(html.match(/<h1/g)).toHaveLength(1);
});

test.each([
  ["en", "we note who it was, which part and when", "Only the person here who looks after privacy can open it."],
  ["cy", "rydym yn nodi pwy ydoedd, pa ran a phryd", "Dim ond y person yma sy’n gofalu am breifatrwydd all ei agor."],
])("the page about privacy says who looked, and who opens what is locked: %s", async (language, ...said) => {
  const html = await (await get(language === "cy" ? "/about/privacy?lang=cy" : "/about/privacy")).text();
  for (const words of said) expect(html).toContain(words);
});

test.each([
  ["en", "Until two people who may read it began", "where a moderator has allowed it and written down why"],
  ["cy", "Hyd nes i ddau berson sy’n cael ei ddarllen ddechrau", "os yw cymedrolwr wedi caniatáu hynny"],
])("the page about how long it takes says who may read, and claims no more: %s", (language, ...said) => {
  const words = JSON.stringify(language === "cy" ? insightsCy : insightsEn);
  for (const sentence of said) expect(words).toContain(sentence);
  expect(words).not.toMatch(/no tie to the group|heb gysylltiad/);
});

test("each page has a title of its own", async () => {
  const titles = await Promise.all(
    ["/", "/about/what-a-mark-means", "/about/accessibility", "/about/privacy", "/nowhere"].map(async (path) => titleOf(await (await get(path)).text())),
  );
  expect(new Set(titles).size).toBe(5);
});

test("the first page's box asks the checking page", async () => {
  const html = await (await get("/")).text();
  expect(html).toMatch(/<form method="get" action="\/verify"/);
  expect(html).toMatch(/<label[^>]*for="code">.*<input[^>]*name="code"/s);
});

test("an address that is not there is answered by a page that says so, kept out of search engines", async () => {
  const response = await get("/nowhere");
  const html = await response.text();
  expect(response.status).toBe(404);
  expect(html).toContain("We cannot find this page");
  expect(html).toContain('name="robots" content="noindex"');
});

test("what a mark means: each level by its one name and meaning, and nothing that we may not have done", async () => {
  const html = (await (await get("/about/what-a-mark-means")).text()).replace(/<!-- -->/g, "");
  for (const said of [...Object.values(levelNames), ...Object.values(levelMeanings)]) expect(html).toContain(said);
  expect(html).toContain("Where we tested its phone or e-mail, the page says when.");
  expect(html).not.toMatch(/we ask each group|every month/);
});
