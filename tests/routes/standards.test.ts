import { expect, test } from "vitest";
import { canonical } from "~/standards/canonical";
import { loadStandards, sha256 } from "~/standards/load.server";
import { publishStandards } from "~/standards/publish.server";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { get } from "../support/website";

const { db } = await freshDatabase();
await publishStandards(db, noon, { system: "test" });
const { versions } = loadStandards();
const rc = "/standards/referral-capacity";

/** The words of a page, without its tags. */
const words = async (path: string) => {
  const answer = await get(path);
  const html = await answer.text();
  return {
    status: answer.status,
    html,
    text: html
      .replace(/<[^>]+>/g, " ")
      .replaceAll("&amp;", "&")
      .replaceAll("&#x27;", "'")
      .replace(/\s+/g, " "),
    headers: answer.headers,
  };
};

test("the list names every standard with its newest version, and nobody needs to sign in", async () => {
  const { status, text, headers } = await words("/standards");
  expect(status).toBe(200);
  expect(headers.get("Set-Cookie")).toBeNull();
  for (const { standard } of versions) expect(text).toContain(standard.title);
  expect(text).toContain("18 , of which 8 are must-haves");
});

test("a version's page says everything of every criterion", async () => {
  for (const { standard } of versions) {
    const { status, text, html } = await words(`/standards/${standard.key}/${standard.version}`);
    expect(status).toBe(200);
    for (const each of standard.criteria) {
      const said = [
        each.title,
        each.statement,
        each.why,
        each.good,
        each.levels.not_yet,
        each.levels.developing,
        ...each.levels.met.tests,
        ...each.levels.leading.tests,
        each.evidence.what,
        each.evidence.lightest,
        each.ask,
        ...each.na_reasons,
      ];
      for (const sentence of said) expect(text).toContain(sentence.replace(/\s+/g, " "));
      if (each.source.quote) expect(text).toContain(each.source.quote);
      expect(html).toContain(`id="${each.id}"`);
    }
    expect(text.match(/Must-have/g)).toHaveLength(standard.criteria.filter(({ must_have }) => must_have).length);
    expect(html.match(/<h1/g)).toHaveLength(1);
  }
});

test("a rule is said in words", async () => {
  expect((await words(`${rc}/1.0.0`)).text).toContain("Only if you answered yes to “Might people have to wait for a place?”");
});

test("the versions of a standard are listed", async () => {
  const { status, html } = await words(rc);
  expect(status).toBe(200);
  expect(html).toContain(`href="${rc}/1.0.0"`);
});

test("the JSON is the canonical content with its hash, open to every site", async () => {
  const answer = await get(`${rc}/1.0.0.json`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toMatch(/^application\/json/);
  expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(answer.headers.get("Set-Cookie")).toBeNull();
  const { sha256: hash, ...content } = (await answer.json()) as { sha256: string; published_on: string; criteria: unknown[] };
  expect(sha256(canonical(content))).toBe(hash);
  expect(hash).toBe(versions.find(({ standard }) => standard.code === "RC")?.sha256);
  expect(content).toMatchObject({ key: "referral-capacity", version: "1.0.0", published_on: "2024-04-08" });
  expect(content.criteria).toHaveLength(18);
});

test("the lists have a JSON beside them", async () => {
  const all = (await (await get("/standards.json")).json()) as { key: string; version: string }[];
  expect(all.map(({ key }) => key)).toEqual(["referral-capacity", "activities-and-services", "link-worker-practice"]);
  expect(all[2]?.version).toMatch(/^[12]\.\d\.0$/);
  const one = (await (await get(`${rc}.json`)).json()) as { page: string }[];
  expect(one).toMatchObject([{ version: "1.0.0", page: `http://localhost${rc}/1.0.0` }]);
});

test.each(["/standards/nothing", "/standards/nothing/1.0.0", `${rc}/9.9.9`, `${rc}/not-a-version`])("%s is not found", async (path) => {
  expect((await get(path)).status).toBe(404);
});

test.each(["/standards/nothing.json", `${rc}/9.9.9.json`])("%s is not found, in JSON", async (path) => {
  const answer = await get(path);
  expect(answer.status).toBe(404);
  expect(answer.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
  expect(await answer.json()).toMatchObject({ type: "about:blank", status: 404 });
});
