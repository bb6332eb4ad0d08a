import { beforeEach, describe, expect, test } from "vitest";
import { paths } from "~/platform/paths";
import { freshDatabase } from "../support/database";
import { cast } from "../support/people";
import { cookieFor, get, post } from "../support/website";

const { db, sql } = await freshDatabase();
const { pat, organisations } = await cast(db);
const Cookie = await cookieFor(pat);
const home = paths.organisation(organisations.marshEnd.slug);
const choose = (form: Record<string, string>) => post(paths.language, form, { headers: { Cookie } });
const events = () => sql`select data from audit_events where type = 'person.language_chosen' order by seq`;

beforeEach(() => sql`update people set language = null`);

describe("a person chooses the language of their own pages", () => {
  test("which then are in it, wherever they go, and the frame of those that are not translated", async () => {
    const chosen = await choose({ language: "cy", to: `${home}?done=room` });
    expect([chosen.status, chosen.headers.get("Location")]).toEqual([303, `${home}?done=room`]);
    const page = await (await get(home, { headers: { Cookie } })).text();
    expect(page).toContain('<html lang="cy"');
    expect(page).toContain("Allgofnodi");
    expect(page).not.toContain("Sign out");
  });

  test("whatever an address asks for", async () => {
    await choose({ language: "cy" });
    expect(await (await get(`${home}?lang=en`, { headers: { Cookie } })).text()).toContain('<html lang="cy"');
    await choose({ language: "en" });
    expect(await (await get(`${home}?lang=cy`, { headers: { Cookie } })).text()).toContain('<html lang="en-GB"');
  });

  test("pages for everybody still answer by their address", async () => {
    await choose({ language: "cy" });
    expect(await (await get(paths.register, { headers: { Cookie } })).text()).toContain('<html lang="en-GB"');
  });

  test("which is told once, however often it is pressed", async () => {
    const before = (await events()).length;
    for (const language of ["cy", "cy", "en"]) await choose({ language });
    expect((await events()).slice(before).map(({ data }) => data)).toEqual([{ language: "cy" }, { language: "en" }]);
  });

  test.each(["https://elsewhere.example/", "//elsewhere.example", "/sign-out"])("and is never led to %s", async (to) => {
    expect((await choose({ language: "cy", to })).headers.get("Location")).toBe(paths.start);
  });

  test("one that is not there changes nothing", async () => {
    expect((await choose({ language: "fr" })).status).toBe(400);
    expect((await choose({})).status).toBe(400);
    expect(await sql`select language from people where id = ${pat.personId}`).toMatchObject([{ language: null }]);
  });
});
