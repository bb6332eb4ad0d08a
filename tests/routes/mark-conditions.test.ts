import { beforeAll, expect, test } from "vitest";
import { addDays, londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { formatDay } from "~/ui/dates";
import { freshDatabase } from "../support/database";
import { awardedWithConditions, type Scheme, scheme } from "../support/marks";
import { get, post } from "../support/website";

const { db } = await freshDatabase();
const note = "Pat rang and showed us the new policy; all of it is there.";
const by = addDays(londonDay(clock.now()), 3);
let world: Scheme;
let code = "";
beforeAll(async () => {
  world = await scheme(db);
  ({ code } = await awardedWithConditions(db, world, { criteria: ["MU-2.1"], by }));
});
const page = async (path: string, as?: Scheme["people"]["moira"]) => (await get(path, as && { as })).text();
const record = (typed: Record<string, string>, as = world.people.moira) => post(`/held-marks/${code}`, { intent: "clear", ...typed }, { as });

test("a moderator sees what is open and until when, and records what they were shown; then every page says Assured", async () => {
  const { moira, devon, pat, organisations } = world.people;
  const home = `/organisations/${organisations.marshEnd.slug}`;
  expect(await page(home, pat)).toContain(`To be put right: MU-2.1, by ${formatDay(by)}.`);
  expect(await page(`/held-marks/${code}`, moira)).toContain("Record that it has been shown");
  expect(await page(`/held-marks/${code}`, devon)).not.toContain("Record that it has been shown");
  expect((await record({ criterion: "MU-2.1", note }, devon)).status).toBe(403);
  const without = await record({ note: "Too short." });
  expect(without.status).toBe(400);
  const html = await without.text();
  for (const words of ["Choose what has been shown", '<a href="#cleared-note">', "Too short.</textarea>"]) expect(html).toContain(words);
  expect(await (await get(`/marks/${code}.json`)).json()).toMatchObject({ level: "assured_with_conditions" });

  expect((await record({ criterion: "MU-2.1", note })).status).toBe(303);
  expect(await (await get(`/marks/${code}.json`)).json()).toMatchObject({ status: "live", level: "assured", statement: expect.stringContaining(", Assured, is in force") });
  for (const path of [`/marks/${code}`, `/providers/${organisations.marshEnd.slug}`]) {
    const shown = await page(path);
    expect(shown).toContain("Assured");
    expect(shown).not.toContain("with conditions");
  }
  expect(await page(home, pat)).not.toContain("To be put right");
  const after = await page(`/held-marks/${code}`, moira);
  expect(after).toContain(note);
  expect(after).not.toContain("Record that it has been shown");
  expect((await record({ criterion: "MU-2.1", note })).status).toBe(409);
});
