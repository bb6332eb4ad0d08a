import { describe, expect, test } from "vitest";
import { privacyLocks } from "#db/schema/privacy";
import { freshDatabase } from "../support/database";
import { get, post } from "../support/website";
import { oneOfEverything } from "../support/world";

const { db } = await freshDatabase();
const world = await oneOfEverything(db);
const { privacy_lead: leila, assessor: sunil, moderator: moira, decider: devon, admin: pat, platform_admin: alex } = world.mine;
const thing = world.address("/privacy/:id");
const open = world.address("/privacy/:id/open");
const rating = world.address("/cases/:id/rate/:criterion").replace("AS-1.1", "AS-1.2");
const words = async (path: string, as: typeof leila) => (await (await get(path, { as })).text()).replace(/<!-- -->/g, "");

describe("what was locked", () => {
  test("is a note where it was read, whoever reads the case, and offered to be locked no more", async () => {
    for (const reader of [sunil, moira, devon]) {
      const page = await words(rating, reader);
      expect(page).toMatch(/Locked on \d+ \w+ \d{4} by a reader because it may hold somebody’s details\./);
      expect(page).not.toContain("lock/AS-1.2/answer");
    }
  });

  test("is on the list of privacy leads with its 72 hours, and on nobody else's", async () => {
    const list = await words("/privacy", leila);
    expect(list).toContain("the words of an answer, AS-1.2");
    expect(list).toMatch(/\d+ hours left\.|The 72 hours are over\./);
    expect((await get("/start", { as: leila })).headers.get("Location")).toBe("/privacy");
    for (const other of [sunil, moira, devon, alex, pat]) expect((await get("/privacy", { as: other })).status).toBe(404);
  });

  test("is told to the group on the page of what it sent: which, since when and why; its own words it still reads", async () => {
    const page = await words(world.address("/assessments/:id/sent"), pat);
    expect(page).toContain("your answer to AS-1.2");
    expect(page).toContain("A name, or a face that can be known");
  });

  test("is opened by a privacy lead as plain text, and the page says who did and when", async () => {
    expect(await words(thing, leila)).toContain("Nobody yet");
    for (const other of [sunil, moira, devon, alex, pat]) expect((await post(open, {}, { as: other })).status).toBe(404);
    const opened = await post(open, {}, { as: leila });
    expect([opened.status, opened.headers.get("Content-Type"), opened.headers.get("Content-Security-Policy")]).toEqual([
      200,
      "text/plain; charset=utf-8",
      "sandbox; default-src 'none'",
    ]);
    expect((await opened.text()).length).toBeGreaterThan(10);
    expect(await words(thing, leila)).toContain(`${leila.name}, `);
  });

  test("is decided with reasons; what is missing is said, and what was typed comes back", async () => {
    const half = await post(thing, { move: "purge", reason: "A name that is no role." }, { as: leila });
    const text = await half.text();
    expect([half.status, text.includes("Say whether it is a breach"), text.includes("A name that is no role.")]).toEqual([422, true, true]);
    const form = { move: "purge", reason: "It names a member.", breach: "no", breach_reason: "Two people saw it, both bound to secrecy." };
    expect((await post(thing, form, { as: leila })).status).toBe(302);
    const again = await post(thing, form, { as: leila });
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining("Somebody else has decided this meanwhile")]);
    expect(await words(thing, leila)).toContain("It is not a breach that must be reported");
    expect((await post(open, {}, { as: leila })).headers.get("Location")).toBe(thing);
    expect((await db.select().from(privacyLocks)).map(({ state }) => state)).toEqual(["purged"]);
    expect(await words(rating, sunil)).toContain("Removed for good: it held somebody’s details.");
  });
});
