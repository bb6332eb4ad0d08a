import { beforeAll, describe, expect, test } from "vitest";
import { groups } from "#db/seed/groups";
import type { Provider } from "#db/seed/world";
import type { Actor } from "~/accounts/actor";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { clock } from "~/platform/clock.server";
import { paths } from "~/platform/paths";
import { factsOf } from "~/providers/facts.server";
import { freshDatabase } from "../support/database";
import { asRead, englishIn } from "../support/english";
import { AS, publicWorld, RC } from "../support/register";
import { get, post } from "../support/website";

const titleOf = (html: string) => /<title>(.*?) – Waymark<\/title>/.exec(asRead(html))?.[1];
const { db } = await freshDatabase();
const { world, holds, passes } = await publicWorld(db);
let marshEnd: Provider;
let as: Actor;
let draft: string;
let fresh: string;
const slug = () => marshEnd.slug;

beforeAll(async () => {
  marshEnd = await world.join(groups.marshEnd!);
  as = (world.actors as { pat: Actor }).pat;
  await holds(marshEnd, RC);
  passes(6);
  await world.sayRoom(marshEnd, "open", 2);
  draft = await world.start(marshEnd, AS);
  const rhyd = await world.join(groups.harbour!);
  fresh = rhyd.slug;
  for (const person of [as, rhyd.admin]) await chooseLanguage(db, clock, person, "cy");
}, 60_000);

const send = (path: string, form: Record<string, string | string[]>) => post(path, form, { as });
/** All of it in Welsh: its title, its frame and everything our files say. */
async function inWelsh(answer: Response, title: string) {
  const html = await answer.text();
  expect([titleOf(html), englishIn(html)]).toEqual([title, []]);
  expect(html).toMatch(/^<!DOCTYPE html><html lang="cy"/i);
  expect(html).not.toMatch(/<main[^>]* lang=/);
  return asRead(html);
}

describe("a group's own first page", () => {
  test("is in the language its reader has chosen", async () => {
    const html = await inWelsh(await get(paths.organisation(slug()), { as }), "Marsh End Community Allotment");
    for (const words of ["Helo, Pat.", "Oes. Tua 2 wythnos o aros", "16 cwestiwn. 0 wedi’u gwneud.", "Mewn grym: Sicr. Dyfarnwyd ", "Ein penderfyniad ar Referral capacity, "])
      expect(html).toContain(words);
    expect(html).toMatch(/href="\/marks\/[^"]*\?lang=cy"/);
  });

  test.each([
    ["room", "wedi’i gadarnhau heddiw"],
    ["joined", "Rydych wedi ymuno"],
    ["facts", "yn gywir heddiw"],
  ])("says %s in it", async (done, words) =>
    expect(await inWelsh(await get(`${paths.organisation(slug())}?done=${done}`, { as }), "Marsh End Community Allotment")).toContain(words),
  );

  test("so is that of a group with nothing yet", async () => {
    const harbour = (world.actors as { ruth: Actor }).ruth;
    const html = asRead(await (await get(paths.organisation(fresh), { as: harbour })).text());
    expect(englishIn(html)).toEqual([]);
    expect(html).toContain("Nid oes gennych farc eto.");
  });

  test("what was last said is told as their own words", async () => {
    const { ruth } = world.actors as { ruth: Actor };
    passes(50);
    await world.sayRoom({ ...marshEnd, slug: fresh, organisationId: ruth.memberships[0]!.organisationId, admin: ruth }, "waiting_list", 3);
    passes(6);
    expect(asRead(await (await get(paths.organisation(fresh), { as: ruth })).text())).toContain("Y tro diwethaf, dywedoch: rhestr aros, tua 3 wythnos o aros.");
    await chooseLanguage(db, clock, ruth, "en");
    expect(asRead(await (await get(paths.organisation(fresh), { as: ruth })).text())).toContain("You last said: waiting list, about 3 weeks’ wait.");
  });
});

test("the list of self-assessments", async () => {
  const html = await inWelsh(await get(paths.organisationAssessments(slug()), { as }), "Eich hunanasesiadau");
  for (const words of ["fersiwn 1.0.0", "16 cwestiwn, 0 wedi’u gwneud", "Rhoi’r gorau i’r drafft hwn", "Anfonwyd "]) expect(html).toContain(words);
  const twice = await send(paths.organisationAssessments(slug()), { standard: "link-worker-practice" });
  expect(twice.status).toBe(422);
  await inWelsh(twice, "Gwall: Eich hunanasesiadau");
});

describe("room", () => {
  test("the form", async () => expect(await inWelsh(await get(paths.room(slug()), { as }), "Lle i bobl newydd")).toContain("Gall rhywun a atgyfeirir heddiw"));
  test.each([
    [{}, "Dewiswch a ydych"],
    [{ accepting: "open" }, "Dywedwch sawl wythnos"],
    [{ accepting: "open", wait_weeks: "x", note: "x".repeat(201) }, "Byrhewch hyn i 200 nod"],
  ])("what is wrong with %j", async (form, words) => expect(await inWelsh(await send(paths.room(slug()), form), "Gwall: Lle i bobl newydd")).toContain(words));
});

describe("what they offer", () => {
  test("the list, and what is wrong with a name", async () => {
    await send(paths.offers(slug()), { intent: "add", name: "Palu", summary: "Bob bore Mawrth" });
    const html = await inWelsh(await get(paths.offers(slug()), { as }), "Yr hyn rydych yn ei gynnig");
    for (const words of ["Tynnu ‘Palu’ oddi ar y rhestr", "Bob bore Mawrth"]) expect(html).toContain(words);
    for (const [form, words] of [
      [{ name: "" }, "Ysgrifennwch enw"],
      [{ name: "x".repeat(81) }, "80 nod"],
      [{ name: "Chess", summary: "x".repeat(301) }, "300 nod"],
      [{ name: "palu" }, "ar eich rhestr eisoes"],
    ] as const)
      expect(await inWelsh(await send(paths.offers(slug()), { intent: "add", ...form }), "Gwall: Yr hyn rydych yn ei gynnig")).toContain(words);
  });
});

describe("facts", () => {
  test("the form, its questions and answers", async () => {
    const html = await inWelsh(await get(paths.organisationFacts(slug()), { as }), "Yr hyn mae eich tudalen yn ei ddweud");
    for (const words of ["Ar gyfer pwy y mae", "Mewn geiriau plaen.", "Cyfeillgar i bobl â dementia", "megis 1 Awst 2027 i 14 Awst 2027", "(dewisol)"])
      expect(html).toContain(words);
    for (const words of ["In plain words.", "Dementia-friendly", "Who it is for"]) expect(html).not.toContain(words);
  });

  test("what is wrong is said with the question as they read it; a break is typed and shown in Welsh", async () => {
    const wrong = await inWelsh(await send(paths.organisationFacts(slug()), { age_min: "200", referral_phone: "x" }), "Gwall: Yr hyn mae eich tudalen yn ei ddweud");
    for (const words of ["Rhaid i ‘Yr oedran ieuengaf’ fod yn 120 neu lai", "Ysgrifennwch rif ffôn yn y DU"]) expect(wrong).toContain(words);
    expect((await send(paths.organisationFacts(slug()), { planned_closures: "1 Awst 2027 tan 14 Awst 2027", crisis_service: "no" })).status).toBe(302);
    expect(await (await get(paths.organisationFacts(slug()), { as })).text()).toContain("1 Awst 2027 i 14 Awst 2027</textarea>");
  });

  test("what does not seem to fit", async () => {
    await send(paths.organisationFacts(slug()), { age_min: "60", age_max: "20" });
    expect(await inWelsh(await get(paths.organisationFacts(slug()), { as }), "Yr hyn mae eich tudalen yn ei ddweud")).toContain("I edrych arno eto");
  });

  test("the other language is chosen among what is typed, which is kept and not saved", async () => {
    const [form, first] = [paths.organisationFacts(slug()), paths.assessmentFacts(draft)];
    const before = await factsOf(db, marshEnd.organisationId);
    for (const page of [form, first]) expect(await (await get(page, { as })).text()).not.toContain(`action="${paths.language}"`);
    const english = await send(form, { who_for: "Pobl Marsh End", helps_with: ["caring"], age_min: "x", language: "en" });
    const html = asRead(await english.text());
    expect([english.status, titleOf(html)]).toEqual([200, "What your page says"]);
    expect(html).toMatch(/<html lang="en-GB".*Who it is for.*Pobl Marsh End<\/textarea>/s);
    expect(html).toMatch(/value="caring" checked=""|checked="" value="caring"/);
    expect(html).not.toMatch(/value="loneliness" checked|There is a problem/);
    expect(await inWelsh(await send(first, { home_visits: "yes", language: "cy" }), "Ychydig o gwestiynau yn gyntaf")).toMatch(
      /name="home_visits"[^>]*value="yes"[^>]*checked|name="home_visits"[^>]*checked[^>]*value="yes"/,
    );
    expect(await factsOf(db, marshEnd.organisationId)).toEqual(before);
  });

  test("the first questions", async () => {
    const page = paths.assessmentFacts(draft);
    expect(await inWelsh(await get(page, { as }), "Ychydig o gwestiynau yn gyntaf")).toContain("Oes gennych chi weithwyr cyswllt?");
    expect(await inWelsh(await send(page, {}), "Gwall: Ychydig o gwestiynau yn gyntaf")).toContain("Dewiswch ateb ar gyfer ‘Oes gennych chi weithwyr cyswllt?’");
  });
});
