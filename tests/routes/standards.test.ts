import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { canonical } from "~/standards/canonical";
import { loadStandards, sha256 } from "~/standards/load.server";
import { publishStandards } from "~/standards/publish.server";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { waymark } from "../support/terminal";
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
      .replaceAll("<!-- -->", "")
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
  expect(text).toContain("18, of which 8 are must-haves");
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

const lw = "/standards/link-worker-practice";

test("two versions are compared on a page: types, reasons, what to do, and the words that came and went marked in words too", async () => {
  const { status, html, text, headers } = await words(`${lw}/compare/1.0.0...2.0.0`);
  expect(status).toBe(200);
  expect(headers.get("Set-Cookie")).toBeNull();
  expect(html).not.toContain("<script");
  for (const { changes } of versions.map(({ standard }) => standard)) {
    for (const each of changes?.changes ?? []) for (const sentence of [each.what, each.reason, each.what_to_do]) expect(text).toContain(sentence);
  }
  expect(html).toMatch(/<ins[^>]*><span[^>]*>added: <\/span>200<\/ins>/);
  expect(html).toMatch(/<del[^>]*><span[^>]*>removed: <\/span>250<\/del>/);
});

test("over several versions, the page says first what came of each criterion in the end", async () => {
  const { text, html } = await words(`${lw}/compare/1.0.0...2.0.0`);
  const inTheEnd = text.slice(text.indexOf("In the end, from 1.0.0 to 2.0.0"), text.indexOf("Step by step"));
  expect(inTheEnd).toContain("LW-4.1 becomes LW-4.5 and LW-4.6 What you need to do Your answer and evidence are copied to both.");
  expect(inTheEnd).toMatch(/1\.1\.0: A level said more clearly\. .*2\.0\.0: Now two or more\./);
  expect(inTheEnd).toContain("LW-5.4 Telling people about gaps: new What you need to do If you answered it, nothing. If not, it now needs an answer.");
  expect(inTheEnd).toContain("How a mark is worked out");
  expect(inTheEnd).toMatch(/As they were: LW-1\.2, /);
  expect(html).toContain(`href="${lw}/compare/1.1.0...2.0.0"`);
  expect((await words(`${lw}/compare/1.1.0...2.0.0`)).text).not.toContain("In the end");
});

test("the same version twice, the newer one first, and versions that are not there", async () => {
  expect((await words(`${lw}/compare/1.1.0...1.1.0`)).text).toContain("Nothing. They are the same.");
  const turned = await get(`${lw}/compare/2.0.0...1.0.0`);
  expect([turned.status, turned.headers.get("Location")]).toEqual([302, `${lw}/compare/1.0.0...2.0.0`]);
  expect((await get(`${lw}/compare/2.0.0...1.0.0.json`)).headers.get("Location")).toBe(`${lw}/compare/1.0.0...2.0.0.json`);
  for (const range of ["1.0.0...9.0.0", "1.0.0", "nonsense"]) {
    expect((await get(`${lw}/compare/${range}`)).status).toBe(404);
    const answer = await get(`${lw}/compare/${range}.json`);
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([404, expect.stringMatching(/^application\/problem\+json/)]);
  }
});

test("a comparison in JSON says what the command line says", async () => {
  const answer = await get(`${lw}/compare/1.1.0...2.0.0.json`);
  expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
  const said = (await answer.json()) as { from: string; to: string; changes: Record<string, unknown>[]; net: unknown[]; net_rules: unknown };
  expect(said).toMatchObject({ from: "link-worker-practice@1.1.0", to: "link-worker-practice@2.0.0" });
  expect(said.changes[0]).toMatchObject({ type: "split", criteria: ["LW-4.1"], successors: ["LW-4.5", "LW-4.6"], reason: expect.any(String), what_to_do: expect.any(String) });
  expect(said.net).toContainEqual(
    expect.objectContaining({ was: ["LW-2.1", "LW-2.3"], is: ["LW-2.5"], between: [], fate: "replaced", what_to_do: expect.stringContaining("joined") }),
  );
  expect(said.net_rules).toMatchObject({ fate: "changed", changes: [{ version: "2.0.0", type: "award_rule", holds: true }] });
  const terminal = await waymark(["standards", "diff", "link-worker-practice@1.1.0", "link-worker-practice@2.0.0", "--json"]);
  expect(JSON.parse(terminal.out)).toEqual(said);
});

test("a version whose place was taken says so, and until when answers under it may be sent", async () => {
  const { text } = await words(`${lw}/1.0.0`);
  expect(text).toMatch(/\d\.\d\.0 has taken its place/);
  const list = (await (await get(`${lw}.json`)).json()) as Record<string, unknown>[];
  expect(list.map(({ version }) => version)).toEqual(["2.0.0", "1.1.0", "1.0.0"]);
  expect(list[2]).toMatchObject({ last_submit_on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  expect(((await (await get(`${lw}/2.0.0.json`)).json()) as { changes: object }).changes).toMatchObject({ from: "1.1.0", sunset_days: 90 });
});

test("a version's page leads to its workbook, which whoever has it already need not fetch again", async () => {
  const address = `${rc}/1.0.0/workbook.pdf`;
  expect((await words(`${rc}/1.0.0`)).html).toContain(`href="${address}"`);
  const answer = await get(address);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe("application/pdf");
  expect(answer.headers.get("Set-Cookie")).toBeNull();
  const bytes = Buffer.from(await answer.arrayBuffer());
  const tag = answer.headers.get("ETag") ?? "";
  expect(tag).toBe(`"${createHash("sha256").update(bytes).digest("hex")}"`);
  expect((await get(address, { headers: { "If-None-Match": tag } })).status).toBe(304);
  expect((await get(address, { headers: { "If-None-Match": '"another"' } })).status).toBe(200);
});

test.each([`${rc}/9.9.9/workbook.pdf`, "/standards/nothing/1.0.0/workbook.pdf"])("%s is not found, in plain words", async (path) => {
  const answer = await get(path);
  expect(answer.status).toBe(404);
  expect(answer.headers.get("Content-Type")).toMatch(/^text\/plain/);
});

test("the workbook for Word is a file to keep", async () => {
  const address = `${rc}/1.0.0/workbook.docx`;
  expect((await words(`${rc}/1.0.0`)).html).toContain(`href="${address}"`);
  const answer = await get(address);
  expect(answer.headers.get("Content-Type")).toBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="referral-capacity-1.0.0-workbook.docx"');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.subarray(0, 2).toString("latin1")).toBe("PK");
  expect((await get(address, { headers: { "If-None-Match": answer.headers.get("ETag") ?? "" } })).status).toBe(304);
});

test("a version's OSCAL catalog is open to every site, and linked", async () => {
  const address = `${rc}/1.0.0/oscal.json`;
  expect((await words(`${rc}/1.0.0`)).html).toContain(`href="${address}"`);
  const answer = await get(address);
  expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(await answer.json()).toMatchObject({ catalog: { metadata: { title: "Referral capacity", version: "1.0.0", "oscal-version": "1.2.0" } } });
  expect((await get(`${rc}/9.9.9/oscal.json`)).status).toBe(404);
});
