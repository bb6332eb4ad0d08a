import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { groups } from "#db/seed/groups";
import { done, type Provider } from "#db/seed/world";
import { confirmChange, proposeChange } from "~/marks/change.server";
import { addDays, londonDay, startOfDay } from "~/platform/calendar";
import { clock, moveDemoClock } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { Service, ServicePage, TaxonomyPage, TaxonomyTermPage } from "~/register/openreferral/shapes";
import { freshDatabase } from "../support/database";
import { hsdsService, hsdsTaxonomy, hsdsTaxonomyTerm } from "../support/hsds-schema";
import { AS, asked, publicWorld, RC } from "../support/register";
import { website } from "../support/website";

const { db, sql } = await freshDatabase();
const { world, assessed, holds, passes, today } = await publicWorld(db);
let marshEnd: Provider;
let harbour: Provider;
let code: string;
let theirs: string;
const group = (key: string, name: string, area: string) => ({ ...groups.marshEnd!, key, name, area, contact: { name: `Somebody at ${area}`, title: "organiser" } });

beforeAll(async () => {
  marshEnd = await world.join({ ...groups.marshEnd!, identifiers: ["GB-CHC:1100000"] });
  harbour = await world.join(groups.harbour!);
  await holds(marshEnd, RC, { daysAgo: 50 });
  ({ code } = await holds(marshEnd, AS, { daysAgo: 45 }));
  ({ code: theirs } = await holds(harbour, RC, { daysAgo: 40 }));
  await world.start(await world.join(group("draft", "Half Way Hens", "Draftington")), RC);
  await assessed(await world.join(group("refused", "Not Yet Netball", "Refusington")), RC, { daysAgo: 9, levels: { "RC-3.4": 0 } });
  passes(6);
  await world.sayRoom(marshEnd, "open", 2, "Tuesdays only");
  passes(5);
  await world.testContact(marshEnd, world.actors.sunil!);
}, 180_000);
afterEach(async () => {
  await moveDemoClock(sql, "reset");
});

const json = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await website.fetch(new Request(`http://localhost/openreferral${path}`, { headers }));
  return { status: answer.status, headers: answer.headers, body: answer.status === 304 ? undefined : await answer.json() };
};
const services = async (query = "") => ServicePage.parse((await json(`/services${query}`)).body);
const named = async (name: string) => (await services()).contents.find((each) => each.name === name)!;
const dayAt = (days: number, hour = 12) => new Date(startOfDay(addDays(londonDay(today), days)).getTime() + hour * 3_600_000);

describe("by the published schema, with a validator of somebody else", () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const service = ajv.compile(hsdsService);
  const day = /^\d{4}-\d\d-\d\d$/;

  test("every service of every page is valid, and its days are days", async () => {
    const page = await services("?per_page=1");
    for (let number = 1; number <= page.total_pages; number++)
      for (const each of (await json(`/services?per_page=1&page=${number}`)).body.contents) {
        expect([service(each), service.errors]).toEqual([true, null]);
        expect(each.assured_date ?? "2026-01-01").toMatch(day);
      }
  });

  test("so are the vocabularies", async () => {
    const [taxonomy, term] = [ajv.compile(hsdsTaxonomy), ajv.compile(hsdsTaxonomyTerm)];
    for (const each of (await json("/taxonomies")).body.contents) expect([taxonomy(each), taxonomy.errors]).toEqual([true, null]);
    for (const each of (await json("/taxonomy_terms?per_page=100")).body.contents) expect([term(each), term.errors]).toEqual([true, null]);
  });

  test.each<[string, (each: Record<string, unknown>) => void]>([
    ["a status of our own", (each) => Object.assign(each, { status: "live" })],
    ["no id", (each) => delete each.id],
    ["an id that is none", (each) => Object.assign(each, { id: "marsh-end" })],
    ["an address that is none", (each) => Object.assign(each, { email: "nobody" })],
    ["a page without an address", (each) => Object.assign(each, { url: "marsh end" })],
    ["an age in words", (each) => Object.assign(each, { minimum_age: "18" })],
    ["a moment that is none", (each) => Object.assign(each, { last_modified: "yesterday" })],
    ["an attribute without an id", (each) => Object.assign(each, { attributes: [{ link_type: "need" }] })],
    ["an organisation without a description", (each) => Object.assign(each, { organization: { id: each.id, name: "x" } })],
  ])("the schema refuses %s", async (_, spoil) => {
    const spoiled = structuredClone(await named(groups.marshEnd!.name)) as Record<string, unknown>;
    spoil(spoiled);
    expect(service(spoiled)).toBe(false);
  });
});

describe("what a service says", () => {
  test("of a mark in force: in words and as an attribute, with what it covers and where to check", async () => {
    const found = await named(groups.marshEnd!.name);
    expect(found.status).toBe("active");
    expect(found.accreditations).toMatch(/Waymark quality mark for Activities and services 1\.0\.0: Assured, given on .*, in force until .* It covers: /);
    expect(found.accreditations).toContain(`Check it at ${settings().baseUrl}/marks/${code}`);
    const mark = found.attributes.find(({ value }) => value?.endsWith(code));
    expect(mark).toMatchObject({ link_type: "quality_mark", link_id: found.id, taxonomy_term: { term: "Assured", taxonomy: "Waymark levels" } });
    expect(found.attributes.map(({ taxonomy_term }) => taxonomy_term.term)).toContain("Loneliness");
    expect(found.organization.organization_identifiers).toEqual([expect.objectContaining({ identifier_scheme: "GB-CHC", identifier: "1100000" })]);
    expect(found.alert).toMatch(/^Taking new people: Yes\. .*Confirmed on \d+ \w+ 2026\./);
    expect(found.alert).not.toMatch(/days ago|yesterday|today/);
  });

  test("assured_date is the day of the last check or confirmation, with whose it was, and never the day of the award", async () => {
    const [checked, never] = [await named(groups.marshEnd!.name), await named(groups.harbour!.name)];
    expect([checked.assured_date, checked.assurer_email]).toEqual([londonDay(dayAt(-5)), settings().contact.email]);
    expect([never.assured_date, never.assurer_email]).toEqual([undefined, undefined]);
  });

  test("nobody without a mark is there: no draft, no refusal, no fact that is not public", async () => {
    const all = JSON.stringify(await services());
    expect(all).not.toMatch(/Half Way Hens|Not Yet Netball|home_visits|safeguarding_lead/);
    expect((await services()).total_items).toBe(2);
  });

  test("a suspended mark makes it inactive in the same second, and takes its words away", async () => {
    const before = await json("/services");
    const note = "A concern reached us and we look into it.";
    const { proposalId } = done(await proposeChange(db, clock, world.actors.moira!, { code: theirs, kind: "suspend", reasonClass: "being_looked_into", note }));
    done(await confirmChange(db, clock, world.actors.malcolm!, { code: theirs, proposalId }));
    const after = await json("/services", { "If-None-Match": before.headers.get("ETag")! });
    expect(after.status).toBe(200);
    const found = await named(groups.harbour!.name);
    expect([found.status, found.accreditations, found.attributes.some(({ link_type }) => link_type === "quality_mark")]).toEqual(["inactive", undefined, false]);
    expect(found.alert).toBe("A mark of theirs is suspended. Do not refer until you have checked with us.");
    expect((await services(`?modified_after=${encodeURIComponent(new Date(clock.now().getTime() - 60_000).toISOString())}`)).contents.map(({ name }) => name)).toEqual([
      groups.harbour!.name,
    ]);
  });
});

describe("the list", () => {
  test("costs seven reads, however many there are", async () => expect(await asked(() => json("/services"))).toHaveLength(7));

  test("pages add up to the whole, and end", async () => {
    const [one, two, three] = [await services("?per_page=1"), await services("?per_page=1&page=2"), await services("?per_page=1&page=3")];
    expect([one.total_items, one.total_pages, one.size, one.first_page, one.last_page, one.empty]).toEqual([2, 2, 1, true, false, false]);
    expect([two.first_page, two.last_page]).toEqual([false, true]);
    expect([three.size, three.empty, three.contents]).toEqual([0, true, []]);
    expect(new Set([...one.contents, ...two.contents].map(({ id }) => id)).size).toBe(2);
  });

  test("one by its id is the same as in the list", async () => {
    const [first] = (await services()).contents;
    expect(Service.parse((await json(`/services/${first!.id}`)).body)).toEqual(first);
    expect((await json("/services/00000000-0000-4000-8000-000000000000")).status).toBe(404);
    expect((await json("/services/hello")).status).toBe(404);
  });

  test.each(["postcode=NR1", "page=0", "per_page=101", "modified_after=soon", "taxonomy_term_id=x"])("%s is refused in words rather than left out", async (query) => {
    expect(await json(`/services?${query}`)).toMatchObject({
      status: 400,
      body: { title: "We cannot answer this question", detail: expect.stringContaining(query.split("=")[0]!) },
    });
  });

  test("the vocabularies are lists too, each thing under its id; places there are none", async () => {
    const { contents } = TaxonomyPage.parse((await json("/taxonomies")).body);
    expect((await json(`/taxonomies/${contents[0]!.id}`)).body).toEqual(contents[0]);
    const terms = TaxonomyTermPage.parse((await json("/taxonomy_terms?per_page=100")).body);
    expect((await json(`/taxonomy_terms/${terms.contents[0]!.id}`)).body).toEqual(terms.contents[0]);
    expect((await json("/service_at_locations")).body).toMatchObject({ total_items: 0, empty: true });
    expect((await json("")).body).toMatchObject({ version: "3.0" });
  });
});

test("on every day of three years on which something else is said, last_modified is that day", async () => {
  const said = async (moment: Date) => {
    await moveDemoClock(sql, moment);
    return (await services()).contents;
  };
  const days = [1, 2, 24, 25, 26, 30, 31, 84, 85, 86, 87, 680, 681, 682, 683, 684, 685, 686, 687, 688, 690, 691];
  for (const day of days) {
    const [before, after] = [await said(dayAt(day - 1)), await said(dayAt(day))];
    for (const each of after) {
      const earlier = before.find(({ id }) => id === each.id)!;
      const changed = JSON.stringify({ ...earlier, last_modified: "" }) !== JSON.stringify({ ...each, last_modified: "" });
      const midnight = startOfDay(londonDay(dayAt(day))).toISOString();
      expect([day, each.name, changed && each.last_modified < midnight]).toEqual([day, each.name, false]);
    }
  }
}, 60_000);
