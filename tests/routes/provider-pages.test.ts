import { beforeAll, describe, expect, test } from "vitest";
import { groups } from "#db/seed/groups";
import { done, type Provider } from "#db/seed/world";
import type { Actor } from "~/accounts/actor";
import { addMember } from "~/accounts/people.server";
import { factsOf } from "~/providers/facts.server";
import { addOffer, offersOf } from "~/providers/offers.server";
import { newestStatement } from "~/providers/room.server";
import { freshDatabase } from "../support/database";
import { AS, asked, publicWorld, RC } from "../support/register";
import { get, post } from "../support/website";

const { db } = await freshDatabase();
const { world, holds, stage, passes } = await publicWorld(db);
let marshEnd: Provider;
let code: string;
let pat: Actor;
let dee: Actor;
let stranger: Actor;
const here = (end = "") => `/organisations/${marshEnd.slug}${end}`;
const text = async (path: string, as: Actor) => (await (await get(path, { as })).text()).replaceAll("<!-- -->", "");

beforeAll(async () => {
  marshEnd = await world.join(groups.marshEnd!);
  stranger = (await world.join(groups.harbour!)).admin;
  ({ pat, dee } = world.actors as { pat: Actor; dee: Actor });
  ({ code } = await holds(marshEnd, RC));
  passes(6);
  await world.start(marshEnd, AS);
}, 60_000);

describe("the provider's own page", () => {
  test("shows room, drafts with what comes next, marks, letters and the public address, in at most 8 reads", async () => {
    await text(here(), pat);
    let html = "";
    const reads = await asked(async () => {
      html = await text(here(), pat);
    });
    expect(reads.filter((each) => !/sessions" set|insert into "sessions|audit|begin|commit/i.test(each)).length).toBeLessThanOrEqual(8);
    for (const said of [
      "Hello, Pat",
      "Say what room you have",
      "Activities and services",
      "16 questions. 0 done.",
      "Referral capacity 1.0.0",
      "In force: Assured",
      `/marks/${code}/certificate.pdf`,
      `/marks/${code}/give-up`,
      "Our decision on Referral capacity",
      `/providers/${marshEnd.slug}`,
    ])
      expect(html).toContain(said);
  });

  test("a member who may not submit is not offered to give a mark up", async () => {
    expect(await text(here(), dee)).not.toContain("give-up");
  });

  test("with nothing said yet, the one button leads to saying it", async () => {
    const answer = await post(here(), { intent: "confirm" }, { as: dee });
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, here("/room")]);
  });

  test("one button confirms what was said, by any member", async () => {
    await post(here("/room"), { accepting: "waiting_list", wait_weeks: "4", note: "Ring after ten" }, { as: pat });
    const answer = await post(here(), { intent: "confirm" }, { as: dee });
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, here("?done=room")]);
    expect(await newestStatement(db, marshEnd.organisationId)).toMatchObject({
      accepting: "waiting_list",
      waitWeeks: 4,
      note: "Ring after ten",
      confirmedByTitle: expect.any(String),
    });
    const html = await text(here("?done=room"), dee);
    expect(html).toContain("Waiting list. About 4 weeks’ wait");
    expect(html).toContain("Thank you. Your page says that this was confirmed today.");
  });

  test("does nothing it was not asked for", async () => {
    expect((await post(here(), { intent: "delete" }, { as: pat })).status).toBe(400);
  });
});

describe("room", () => {
  test("a fault has a sentence beside its field, and what was typed stays", async () => {
    const before = await newestStatement(db, marshEnd.organisationId);
    const answer = await post(here("/room"), { accepting: "open", wait_weeks: "about ten", note: "Still <here>" }, { as: pat });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).toBe("Error: Room for new people – Waymark");
    expect(html).toContain('href="#wait_weeks"');
    expect(html).toContain("Write the wait as a whole number of weeks, from 0 to 52");
    expect(html).toContain('value="about ten"');
    expect(html).toContain('value="Still &lt;here&gt;"');
    expect(await newestStatement(db, marshEnd.organisationId)).toEqual(before);
  });

  test("is prefilled with what was last said", async () => {
    const html = await text(here("/room"), dee);
    expect(html).toMatch(/<input[^>]*checked="" value="waiting_list"/);
    expect(html).toContain('value="4"');
  });
});

describe("what the public page says", () => {
  const whole = {
    who_for: "Adults who like company",
    what_we_cannot_support: "Personal care or lifting\r\nOne-to-one support",
    helps_with: ["loneliness", "caring"],
    age_min: "18",
    referral_phone: "01632 960100",
  };

  test("is stated as a whole; what is left empty is taken back", async () => {
    const answer = await post(here("/facts"), whole, { as: dee });
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, here("?done=facts")]);
    expect(await factsOf(db, marshEnd.organisationId)).toMatchObject({
      who_for: "Adults who like company",
      what_we_cannot_support: ["Personal care or lifting", "One-to-one support"],
      helps_with: ["loneliness", "caring"],
      age_min: 18,
    });
    expect(await factsOf(db, marshEnd.organisationId)).not.toHaveProperty("referral_email");
    const html = await text(here("/facts"), pat);
    expect(html).toContain("Personal care or lifting\nOne-to-one support");
    // Facts of other forms are none of its business.
    expect(await factsOf(db, marshEnd.organisationId)).toHaveProperty("uses_volunteers");
  });

  test("registered numbers have fields of their own, looked at for their form", async () => {
    const html = await text(here("/facts"), pat);
    for (const field of ["charity_number", "company_number", "ods_code", "ico_registration"]) expect(html).toContain(`id="${field}"`);
    const numbers = { charity_number: "SC012345", company_number: "123", ods_code: "A1B2C", ico_registration: "We keep nothing on a computer" };
    const wrong = await post(here("/facts"), { ...whole, ...numbers }, { as: pat });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toMatch(/id="company_number-error".*It is written like this: 01234567/s);
    expect((await post(here("/facts"), { ...whole, ...numbers, company_number: "SC123456" }, { as: pat })).status).toBe(302);
    expect(await factsOf(db, marshEnd.organisationId)).toMatchObject({ ...numbers, company_number: "SC123456" });
  });

  test("faults stand beside their fields; nothing is stated; all that was typed stays", async () => {
    const before = await factsOf(db, marshEnd.organisationId);
    const typed = {
      ...whole,
      age_min: "eighteen",
      what_we_cannot_support: "none",
      referral_phone: "ring the shed",
      referral_email: "hello@",
      planned_closures: "over Easter",
      who_for: "x".repeat(201),
    };
    const answer = await post(here("/facts"), typed, { as: pat });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).toBe("Error: What your page says – Waymark");
    for (const field of ["age_min", "what_we_cannot_support", "referral_phone", "referral_email", "planned_closures", "who_for"]) {
      expect(html).toContain(`href="#${field}"`);
      expect(html).toContain(`id="${field}-error"`);
    }
    for (const kept of ['value="eighteen"', 'value="ring the shed"', 'value="hello@"', ">over Easter</textarea>", ">none</textarea>"]) expect(html).toContain(kept);
    expect(html).toMatch(/<input[^>]*checked="" value="caring"/);
    expect(await factsOf(db, marshEnd.organisationId)).toEqual(before);
  });
});

describe("offers", () => {
  test("are added and taken off; a fault keeps what was typed", async () => {
    expect((await post(here("/offers"), { intent: "add", name: "Chess", summary: "Thursdays" }, { as: dee })).status).toBe(302);
    expect(await text(here("/offers"), pat)).toContain("Chess");
    const twice = await post(here("/offers"), { intent: "add", name: "chess", summary: "Again" }, { as: dee });
    expect(twice.status).toBe(409);
    const html = await twice.text();
    expect(html).toContain("This is on your list already");
    expect(html).toContain('value="Again"');
    expect((await post(here("/offers"), { intent: "add", name: "", summary: "" }, { as: dee })).status).toBe(422);
    const offer = (await offersOf(db, marshEnd.organisationId)).find(({ name }) => name === "Chess")!;
    expect((await post(here("/offers"), { intent: "end", offer: offer.id }, { as: pat })).status).toBe(302);
    expect(await text(here("/offers"), pat)).not.toContain("Chess");
    expect((await post(here("/offers"), { intent: "end", offer: offer.id }, { as: pat })).status).toBe(404);
  });

  test("of another provider are out of reach", async () => {
    const { id } = done(await addOffer(db, stage, stranger, { organisationId: stranger.memberships[0]!.organisationId, name: "Walks" }));
    expect((await post(here("/offers"), { intent: "end", offer: id }, { as: pat })).status).toBe(404);
    expect(await offersOf(db, stranger.memberships[0]!.organisationId)).toContainEqual(expect.objectContaining({ id }));
  });
});

test("a stranger finds none of these pages, and changes nothing", async () => {
  for (const end of ["", "/facts", "/room", "/offers"]) {
    expect((await get(here(end), { as: stranger })).status).toBe(404);
    expect((await post(here(end), { intent: "confirm", accepting: "open", wait_weeks: "1", name: "Mine now" }, { as: stranger })).status).toBe(404);
    expect((await get(here(end))).status).toBe(302);
  }
  expect((await newestStatement(db, marshEnd.organisationId))?.accepting).toBe("waiting_list");
});

test("who belongs to two providers sees each under its own address", async () => {
  await addMember(db, stage, { system: "test" }, { organisationId: marshEnd.organisationId, personId: stranger.personId, role: "member", title: "trustee" });
  expect(await text(here(), stranger)).toContain("Marsh End Community Allotment");
  expect((await get(`/organisations/${stranger.memberships[0]!.slug}`, { as: stranger })).status).toBe(200);
});
