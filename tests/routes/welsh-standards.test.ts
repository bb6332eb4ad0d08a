import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { people as peopleRows } from "#db/schema/accounts";
import { standardDrafts } from "#db/schema/standards";
import { addDays, londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { openConsultation } from "~/standards/drafting/move.server";
import { publishStandards } from "~/standards/publish.server";
import { freshDatabase } from "../support/database";
import { wordedDraft } from "../support/drafting";
import { asRead, englishIn } from "../support/english";
import { type Cast, cast } from "../support/people";
import { get, post } from "../support/website";

const { db, owner } = await freshDatabase();
let people: Cast;
beforeAll(async () => {
  await publishStandards(db, clock, { system: "test" });
  people = await cast(db);
  await db.update(peopleRows).set({ language: "cy" });
}, 60_000);

const LW = "/standards/link-worker-practice";
const page = async (path: string, as?: Cast["pat"]) => asRead(await (await get(path, as ? { as } : {})).text());
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

describe("a version in consultation", () => {
  const consulted = "/standards/activities-and-services/consultation/1.1.0";
  const form = "/consultations/activities-and-services/1.1.0/comment";
  let draft: string;
  beforeAll(async () => {
    draft = await wordedDraft(db, clock, people.ines, "activities-and-services", "minor", "AS-1.1");
    await openConsultation(db, clock, people.ines, { draftId: draft, until: addDays(londonDay(clock.now()), 20) });
  });

  test("is put to its readers in Welsh; what is proposed is in English, and marked", async () => {
    const html = await page(`${consulted}?lang=cy`);
    expect(titleOf(html)).toBe("Gweithgareddau a gwasanaethau 1.1.0, ymgynghoriad – Waymark");
    expect(html).toContain("Dywedwch eich barn tan");
    expect(html).toContain('<span lang="en-GB">Readers asked.</span>');
    expect(html).toContain('<span class="wm-words" lang="en-GB">');
    expect(englishIn(html.replace(/<span class="wm-words" lang="en-GB">.*?<\/dd>/gs, ""))).toEqual([]);
    expect(html).toContain(`href="${form}?lang=cy"`);
  });

  test("takes a comment in the reader's language, and leads back to it in that language", async () => {
    const html = await page(form, people.pat);
    expect(html).toMatch(/^<!DOCTYPE html><html lang="cy"/i);
    expect(titleOf(html)).toBe("Rhoi sylw ar Gweithgareddau a gwasanaethau 1.1.0 – Waymark");
    expect(englishIn(html)).toEqual([]);
    const empty = await post(form, { about: "AS-1.1", words: " " }, { as: people.pat });
    expect(empty.status).toBe(422);
    expect(asRead(await empty.text())).toContain("Ysgrifennwch yr hyn yr hoffech ei ddweud.");
    const long = "Da iawn. ".repeat(11_000);
    const tooLong = await post(form, { about: "AS-1.1", words: long }, { as: people.pat });
    expect(tooLong.status).toBe(422);
    const kept = await tooLong.text();
    expect(asRead(kept)).toContain("Defnyddiwch ddim mwy na 4,000 o nodau.");
    expect(kept).toContain(`>${long}</textarea>`);
    const said = await post(form, { about: "AS-1.1", words: "Da iawn." }, { as: people.pat });
    expect(said.headers.get("Location")).toBe(`${consulted}?lang=cy#AS-1.1`);
    expect(await page(`${consulted}?lang=cy`)).toContain("Da iawn.");
  });

  test.each([
    ["over", { consultationEndsOn: addDays(londonDay(clock.now()), -1) }, "Daeth yr ymgynghoriad hwn i ben ar"],
    ["taken back", { state: "draft" as const, consultationEndsOn: null }, "Mae’r testun yn cael ei ysgrifennu eto"],
  ])("says in Welsh that it is %s, in the form too", async (_how, set, words) => {
    await db.update(standardDrafts).set(set).where(eq(standardDrafts.id, draft));
    const html = await page(`${consulted}?lang=cy`);
    expect(html).toContain(words);
    expect(englishIn(html.replace(/<span class="wm-words" lang="en-GB">.*?<\/dd>/gs, ""))).toEqual([]);
    const closed = await page(form, people.pat);
    expect(closed).toContain("Nid yw’r ymgynghoriad hwn ar agor");
    expect(englishIn(closed)).toEqual([]);
  });
});
