import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/accounts/actor";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { confirmChange, proposeChange } from "~/marks/change.server";
import { clock } from "~/platform/clock.server";
import { must } from "../support/cases";
import { freshDatabase } from "../support/database";
import { awarded, type Scheme, scheme } from "../support/marks";
import { get, post } from "../support/website";

const { db } = await freshDatabase();
let world: Scheme;
let code = "";
let gareth: Actor;
let slug = "";
beforeAll(async () => {
  world = await scheme(db);
  ({ gareth } = world.people);
  slug = world.people.organisations.marshEnd.slug;
  ({ code } = await awarded(db, world, { clock }));
});
const page = async (path: string, as: Actor | null = gareth) => {
  const answer = await get(path, as ? { as } : {});
  return { status: answer.status, location: answer.headers.get("Location"), text: (await answer.text()).replace(/<!-- -->/g, "") };
};
const send = async (path: string, form: Record<string, string>, as: Actor = gareth) => {
  const answer = await post(path, form, { as });
  return { status: answer.status, location: answer.headers.get("Location"), text: (await answer.text()).replace(/<!-- -->/g, "") };
};

describe("following a mark", () => {
  test("nobody signed in is sent to sign in, and back to the mark they came from", async () => {
    const answer = await get(`/following/new?code=${code}`);
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, `/sign-in?go_to=${encodeURIComponent(`/following/new?code=${code}`)}`]);
  });

  test("shows how it stands, takes one word, and lists it; stopped, it is gone", async () => {
    expect((await page(`/following/new?code=${code.toLowerCase()}`)).text).toContain("Made up, now: In force: Assured.");
    expect(await send("/following/new", { code, what: "group" })).toMatchObject({ status: 303, location: "/following?done=followed" });
    const list = await page("/following?done=followed");
    expect(list.text).toContain("You follow it now.");
    expect(list.text).toContain(`/marks/${code}`);
    expect(await send("/following", { stop: slug, standard: "made-up" })).toMatchObject({ status: 404 });
    expect(await send("/following", { stop: slug })).toMatchObject({ status: 303, location: "/following?done=stopped" });
    expect((await page("/following")).text).toContain("You do not follow anybody yet.");
    expect(await send("/following", { stop: slug })).toMatchObject({ status: 404 });
  });

  test("what cannot be followed is said beside the box", async () => {
    expect(await page("/following/new?code=0000-0000-0000")).toMatchObject({ status: 404, text: expect.stringContaining("No mark has this code.") });
    expect(await send("/following/new", { code: "0000-0000-0000", what: "mark" })).toMatchObject({ status: 404 });
    expect(await send("/following/new", { code })).toMatchObject({ status: 422, text: expect.stringContaining("Choose what you want to hear of") });
  });

  test("of one who follows, nobody else sees or stops anything", async () => {
    await send("/following/new", { code, what: "mark" });
    for (const stranger of [world.people.dee, world.people.moira, world.people.alex]) {
      expect((await page("/following", stranger)).text).toContain("You do not follow anybody yet.");
      expect(await send("/following", { stop: slug, standard: "made-up" }, stranger)).toMatchObject({ status: 404 });
    }
    expect((await page("/following")).text).toContain(`/marks/${code}`);
  });
});

describe("the mark’s own page", () => {
  const link = () => `href="/following/new?code=${code}"`;
  test("has the way to follow it while it is suspended, and not while it is in force", async () => {
    expect((await page(`/marks/${code}`, null)).text).not.toContain(link());
    const { moira, devon } = world.people;
    const { proposalId } = must(
      await proposeChange(db, clock, moira, { code, kind: "suspend", reasonClass: "being_looked_into", note: "Private words about a mark, for us alone." }),
    );
    must(await confirmChange(db, clock, devon, { code, proposalId }));
    const answer = await get(`/marks/${code}`);
    expect(answer.headers.has("Set-Cookie")).toBe(false);
    expect(await answer.text()).toContain(link());
  });
});

describe("an address of one’s own system", () => {
  const url = "https://hooks.example/waymark";
  test("is added, with a secret that is shown this once and never again", async () => {
    const added = await send("/following/endpoints/new", { url });
    expect(added.status).toBe(200);
    const [secret] = /whsec_[\w+/=]+/.exec(added.text)!;
    for (const path of ["/following", "/following/endpoints/1"]) {
      const { status, text } = await page(path);
      expect([status, text.includes(url), text.includes(secret), text.includes("whsec_")]).toEqual([200, true, false, false]);
    }
    const renewed = await send("/following/endpoints/1", { move: "rotate" });
    expect([renewed.status, /whsec_[\w+/=]+/.test(renewed.text), renewed.text.includes(secret)]).toEqual([200, true, false]);
    expect((await page("/following/endpoints/1")).text).toContain("The secret before this one signs too, until");
  });

  test("is refused with words: not https, twice, a fourth", async () => {
    for (const wrong of ["http://hooks.example/", "", "https://hooks.example:22/", "x".repeat(600)])
      expect([wrong, (await send("/following/endpoints/new", { url: wrong })).status]).toEqual([wrong, 422]);
    expect(await send("/following/endpoints/new", { url })).toMatchObject({ status: 409, text: expect.stringContaining("You have this address already") });
    for (const path of ["a", "b"]) await send("/following/endpoints/new", { url: `${url}/${path}` });
    expect(await send("/following/endpoints/new", { url: `${url}/c` })).toMatchObject({ status: 409, text: expect.stringContaining("You have 3 addresses already.") });
  });

  test("of nobody else: their number leads to their own, or nowhere", async () => {
    expect(await page("/following/endpoints/1", world.people.dee)).toMatchObject({ status: 404 });
    expect(await send("/following/endpoints/1", { move: "remove" }, world.people.dee)).toMatchObject({ status: 404 });
    expect(await send("/following/endpoints/1", { move: "burn" })).toMatchObject({ status: 404 });
  });

  test("says how what was sent to it went, in the reader’s language", async () => {
    expect(await send("/following/endpoints/1", { move: "test" })).toMatchObject({ status: 303, location: "/following/endpoints/1?done=tested" });
    expect((await page("/following/endpoints/1?done=tested")).text).toContain("A test is on its way.");
    await chooseLanguage(db, clock, gareth, "cy");
    expect((await page("/following/endpoints/1")).text).toContain("Beth a anfonwyd gennym");
    expect(await send("/following/endpoints/1", { move: "switch_off" })).toMatchObject({ status: 303 });
    expect(await send("/following/endpoints/1", { move: "test" })).toMatchObject({ status: 409, text: expect.stringContaining("Ni ellir gwneud hynny nawr.") });
    expect(await send("/following/endpoints/1", { move: "remove" })).toMatchObject({ status: 303, location: "/following" });
    expect(await page("/following/endpoints/1")).toMatchObject({ status: 404 });
  });
});
