import { beforeAll, describe, expect, test } from "vitest";
import { memberships } from "#db/schema/accounts";
import { proposeChange } from "~/marks/change.server";
import { marksOf } from "~/marks/marks-of.server";
import { clock } from "~/platform/clock.server";
import { must } from "../support/cases";
import { freshDatabase } from "../support/database";
import { awarded, type Scheme, scheme } from "../support/marks";
import { get, post } from "../support/website";

const { db } = await freshDatabase();
const note = "Two people rang us about this; private words for us alone.";
let world: Scheme;
let marshEnd = "";
let harbour = "";
beforeAll(async () => {
  world = await scheme(db);
  marshEnd = (await awarded(db, world)).code;
  harbour = (await awarded(db, world, { home: "harbour" })).code;
});

const status = async (home: "marshEnd" | "harbour" = "marshEnd") => (await marksOf(db, world.people.organisations[home].id, clock.now()))[0]?.standing.status;
const textOf = async (answer: Response) => (await answer.text()).replaceAll("&quot;", '"').replaceAll("&#x27;", "'");

describe("the list", () => {
  test("finds by code in any spelling, by name and by place", async () => {
    const list = async (q: string) => textOf(await get(`/held-marks?q=${encodeURIComponent(q)}`, { as: world.people.moira }));
    for (const [q, found, not] of [
      [marshEnd.toLowerCase().replaceAll("-", " "), marshEnd, harbour],
      ["marsh end", marshEnd, harbour],
      ["WELLBEING", harbour, marshEnd],
      ["east sussex", harbour, marshEnd],
    ] as const) {
      const page = await list(q);
      expect(page).toContain(`/held-marks/${found}`);
      expect(page).not.toContain(`/held-marks/${not}`);
    }
    expect(await list("%")).toContain("No mark fits.");
    expect(await list("_")).toContain("No mark fits.");
  });

  test("has what waits for a second person first, and survives odd pages", async () => {
    must(await proposeChange(db, clock, world.people.moira, { code: marshEnd, kind: "withdraw", note }));
    const page = await textOf(await get("/held-marks?page=-3", { as: world.people.alex }));
    expect(page.indexOf(marshEnd)).toBeLessThan(page.indexOf(harbour));
    expect(page).toContain("A second person is needed");
    const far = await get("/held-marks?page=99", { as: world.people.alex });
    expect(far.status).toBe(200);
  });

  test("never has the marks of the reader's own organisation", async () => {
    await db
      .insert(memberships)
      .values({ organisationId: world.people.organisations.harbour.id, personId: world.people.mal.personId, role: "member", title: "trustee", since: new Date() });
    const page = await textOf(await get("/held-marks", { as: world.people.mal }));
    expect(page).toContain(marshEnd);
    expect(page).not.toContain(harbour);
    expect((await get(`/held-marks/${harbour}`, { as: world.people.mal })).status).toBe(404);
    expect((await post(`/held-marks/${harbour}`, { intent: "review", note }, { as: world.people.mal })).status).toBe(404);
  });
});

describe("one mark", () => {
  test("shows who proposed what, when and why, and lets another answer", async () => {
    const mine = await textOf(await get(`/held-marks/${marshEnd}`, { as: world.people.moira }));
    expect(mine).toContain(note);
    expect(mine).toContain("You proposed this, so somebody else has to answer it.");
    expect(mine).not.toContain('value="confirm"');
    const theirs = await textOf(await get(`/held-marks/${marshEnd}`, { as: world.people.devon }));
    expect(theirs).toContain(world.people.moira.name);
    const proposal = /name="proposal" value="([^"]+)"/.exec(theirs)?.[1] ?? "";
    expect((await post(`/held-marks/${marshEnd}`, { intent: "confirm", proposal }, { as: world.people.moira })).status).toBe(403);
    expect((await post(`/held-marks/${marshEnd}`, { intent: "confirm", proposal: crypto.randomUUID() }, { as: world.people.devon })).status).toBe(404);
    const answered = await post(`/held-marks/${marshEnd}`, { intent: "decline", proposal }, { as: world.people.devon });
    expect([answered.status, answered.headers.get("Location")]).toEqual([303, `/held-marks/${marshEnd}`]);
    expect(await status()).toBe("live");
    expect(await textOf(await get(`/held-marks/${marshEnd}`, { as: world.people.alex }))).toContain("Not done: withdrawn");
  });

  test("says beside each field what is wrong, and keeps what was typed", async () => {
    const send = (form: Record<string, string>) => post(`/held-marks/${harbour}`, form, { as: world.people.moira });
    const none = await send({ intent: "propose", note: "too short" });
    const page = await textOf(none);
    expect(none.status).toBe(400);
    expect(page).toContain("<title>Error: ");
    expect(page).toContain('<a href="#kind">Choose what you propose</a>');
    expect(page).toContain('<a href="#note">Write at least 20 characters');
    expect(page).toContain("too short</textarea>");
    const suspend = await textOf(await send({ intent: "propose", kind: "suspend", note }));
    expect(suspend).toContain('<a href="#reason_class">Choose what the public is told</a>');
    expect(suspend).toContain(`${note}</textarea>`);
    expect(await textOf(await send({ intent: "review", note: "" }))).toContain('<a href="#review-note">Write your reason</a>');
    const odd = await send({ intent: "delete" });
    expect([odd.status, (await textOf(odd)).includes("We could not read what was sent.")]).toEqual([400, true]);
    expect(await status("harbour")).toBe("live");
  });

  test("is suspended by two, and a second try is told that it is too late", async () => {
    const as = world.people;
    await post(`/held-marks/${harbour}`, { intent: "propose", kind: "suspend", reason_class: "paperwork_overdue", note }, { as: as.moira });
    const again = await post(`/held-marks/${harbour}`, { intent: "propose", kind: "withdraw", note }, { as: as.moira });
    expect([again.status, (await textOf(again)).includes("Answer that one first.")]).toEqual([409, true]);
    const proposal = /name="proposal" value="([^"]+)"/.exec(await textOf(await get(`/held-marks/${harbour}`, { as: as.devon })))?.[1] ?? "";
    expect((await post(`/held-marks/${harbour}`, { intent: "confirm", proposal }, { as: as.devon })).status).toBe(303);
    expect(await status("harbour")).toBe("suspended");
    expect((await post(`/held-marks/${harbour}`, { intent: "propose", kind: "suspend", reason_class: "paperwork_overdue", note }, { as: as.moira })).status).toBe(409);
    expect((await post(`/held-marks/${harbour}`, { intent: "propose", kind: "reinstate", note }, { as: as.devon })).status).toBe(403);
  });

  test("is nothing for a code that nobody has, or that is none", async () => {
    for (const code of ["0000-0000-0000", "nonsense"]) expect((await get(`/held-marks/${code}`, { as: world.people.moira })).status).toBe(404);
  });
});

describe("giving up", () => {
  const page = () => `/organisations/marsh-end-community-allotment/marks/${marshEnd}/give-up`;

  test("asks for the code, keeps what was typed, and ends the mark", async () => {
    const { pat } = world.people;
    const wrong = await post(page(), { typed: "yes please" }, { as: pat });
    const words = await textOf(wrong);
    expect([wrong.status, words.includes('value="yes please"'), words.includes("Type the code of this mark")]).toEqual([400, true, true]);
    expect(await status()).toBe("live");
    const given = await post(page(), { typed: marshEnd.toLowerCase() }, { as: pat });
    expect([given.status, given.headers.get("Location")]).toEqual([303, "/organisations/marsh-end-community-allotment"]);
    expect(await status()).toBe("surrendered");
    expect(await textOf(await get(page(), { as: pat }))).toContain("There is nothing to give up");
    expect((await post(page(), { typed: marshEnd }, { as: pat })).status).toBe(409);
  });

  test("is for the provider's own admin only, under the provider's own address", async () => {
    const { dee, ruth, moira, pat } = world.people;
    for (const as of [dee, ruth, moira]) expect((await get(page(), { as })).status).toBe(404);
    expect((await get(page().replace("marsh-end-community-allotment", "harbour-wellbeing"), { as: pat })).status).toBe(404);
    expect((await get(page().replace(marshEnd, harbour), { as: pat })).status).toBe(404);
  });
});
