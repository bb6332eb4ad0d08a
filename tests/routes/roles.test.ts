import { describe, expect, test } from "vitest";
import { withdrawRole } from "~/accounts/scheme/change-roles.server";
import { clock } from "~/platform/clock.server";
import { freshDatabase } from "../support/database";
import { cookieFor, get, post } from "../support/website";
import { oneOfEverything } from "../support/world";

const { db } = await freshDatabase();
const world = await oneOfEverything(db);
const { assessor, platform_admin: alex, moderator } = world.mine;
const person = `/people/${world.other.assessor.personId}`;

describe("the page of people and roles", () => {
  test("finds a person, takes a role with a reason, and says who did it", async () => {
    expect(await (await get("/people?q=asha", { as: alex })).text()).toContain("Asha Lindqvist");
    const empty = await post(person, { intent: "take", role: "assessor", reason: " " }, { as: alex });
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining("Say why the role is taken away")]);
    expect((await post(person, { intent: "take", role: "assessor", reason: "Has moved to Leeds." }, { as: alex })).status).toBe(302);
    const page = await (await get(person, { as: alex })).text();
    expect(page).toContain("Has moved to Leeds.");
    expect(page).toContain("Alex Thorne");
    expect((await post(person, { intent: "give", role: "assessor" }, { as: alex })).status).toBe(302);
  });

  test("the last of a role is not taken: the page says what to do first, and keeps the reason that was typed", async () => {
    const own = `/people/${alex.personId}`;
    const answer = await post(own, { intent: "take", role: "platform_admin", reason: "I am leaving in May." }, { as: alex });
    const text = await answer.text();
    expect([answer.status, text.includes("Give it to somebody else first"), text.includes("I am leaving in May.")]).toEqual([422, true, true]);
  });

  test("an odd form is answered with a sentence", async () => expect((await post(person, { intent: "x" }, { as: alex })).status).toBe(422));
});

describe("a role that is taken while its holder is signed in", () => {
  test("is gone with their next request, and a form sent after it is refused with the words that were typed", async () => {
    const cookie = await cookieFor(assessor);
    const headers = { Cookie: cookie };
    const rating = world.address("/cases/:id/rate/:criterion");
    expect((await get(rating, { headers })).status).toBe(200);
    expect(await withdrawRole(db, clock, { personId: alex.personId }, { personId: assessor.personId, role: "assessor", reason: "Has moved." })).toEqual({ ok: true });
    expect((await get(rating, { headers })).status).toBe(404);
    const typed = "They ring everybody back, and showed the log for May & June.";
    const sent = await post(rating, { level: "2", reason: typed }, { headers });
    const text = await sent.text();
    expect([sent.status, text.includes("Nothing was saved"), text.includes("showed the log for May &amp; June.")]).toEqual([404, true, true]);
    expect((await get("/cases", { headers })).status).toBe(404);
    expect((await get("/start", { headers })).headers.get("Location")).toBe("/register");
    expect((await get("/cases", { as: moderator })).status).toBe(200);
  });
});
