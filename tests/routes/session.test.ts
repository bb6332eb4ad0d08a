import { drizzle } from "drizzle-orm/postgres-js";
import { describe, expect, test } from "vitest";
import { actorOf, requireRole, startSession } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { connect, pool } from "~/platform/database.server";
import { keepSettings, settings } from "~/platform/env.server";
import { freshDatabase } from "../support/database";
import { cast } from "../support/people";
import { cookieFor, get, getData } from "../support/website";

const { db, sql, target } = await freshDatabase();
const { pat, moira, organisations } = await cast(db);
const asking = (Cookie: string) => actorOf(new Request("http://localhost/start", { headers: { Cookie } }));
const minutes = (n: number) => new Date(clock.now().getTime() + n * 60_000);

describe("the cookie", () => {
  test("carries a token of 256 bits, of which only the hash is kept", async () => {
    const cookie = await startSession(db, clock, pat.personId);
    expect(cookie).toMatch(/^waymark=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
    const token = cookie.slice("waymark=".length, cookie.indexOf(";"));
    expect(JSON.stringify(await sql`select * from sessions`)).not.toContain(token);
  });

  test("over HTTPS is for this host alone, and never sent in the clear", async () => {
    const plain = settings();
    try {
      keepSettings({ ...plain, baseUrl: "https://waymark.example" });
      const cookie = await startSession(db, clock, pat.personId);
      expect(cookie).toMatch(/^__Host-waymark=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/);
      expect((await asking(cookie))?.personId).toBe(pat.personId);
      expect(await asking(cookie.replace("__Host-", ""))).toBeUndefined();
    } finally {
      keepSettings(plain);
    }
  });

  test.each(["waymark=", "waymark", "waymark=x", "other=1; waymark=%00", "=;;;", `waymark=${"a".repeat(5000)}`])("%s is nobody's", async (cookie) =>
    expect(await asking(cookie)).toBeUndefined(),
  );

  test("is found among others", async () => expect((await asking(`a=b; ${await cookieFor(pat)}; waymarks=1`))?.personId).toBe(pat.personId));
});

describe("who is acting", () => {
  test("is read with memberships and roles in one statement, and noted at most once a minute", async () => {
    const said: string[] = [];
    const listened = connect(target, { max: 1, debug: (_connection, statement) => said.push(statement) });
    const own = pool.db;
    const cookie = await cookieFor(pat);
    pool.db = drizzle(listened, { casing: "snake_case" });
    try {
      await asking(cookie);
      said.length = 0;
      expect(await asking(cookie)).toEqual(pat);
      expect(said).toHaveLength(1);
      await sql`update sessions set seen_at = seen_at - interval '61 seconds'`;
      said.length = 0;
      await asking(cookie);
      await asking(cookie);
      expect(said.map((each) => each.split(" ")[0])).toEqual(["select", "update", "select"]);
    } finally {
      pool.db = own;
      await listened.end();
    }
  });

  test("follows the database at once: a role taken away is gone with the next request", async () => {
    const cookie = await cookieFor(moira);
    expect((await asking(cookie))?.roles).toEqual(["moderator"]);
    await sql`delete from scheme_roles where person_id = ${moira.personId}`;
    expect((await asking(cookie))?.roles).toEqual([]);
    await sql`insert into scheme_roles (person_id, role) values (${moira.personId}, 'moderator')`;
  });

  test("is nobody after an idle hour, half an hour for the scheme's people, twelve hours for all", async () => {
    const seen = async (cookie: string, minutesAgo: number) => {
      await sql`update sessions set seen_at = ${minutes(-minutesAgo).toISOString()}`;
      return (await asking(cookie)) !== undefined;
    };
    const [member, moderator] = [await cookieFor(pat), await cookieFor(moira)];
    expect([await seen(member, 59), await seen(member, 61)]).toEqual([true, false]);
    expect([await seen(moderator, 29), await seen(moderator, 31)]).toEqual([true, false]);
    const long = (await startSession(db, { now: () => minutes(-12 * 60) }, pat.personId)).split(";")[0]!;
    await sql`update sessions set seen_at = ${minutes(0).toISOString()}`;
    expect(await asking(long)).toBeUndefined();
  });

  test("two sessions of one person are two", async () => {
    const [first, second] = [await cookieFor(pat), await cookieFor(pat)];
    expect(first).not.toBe(second);
    await sql`update sessions set ended_at = ${minutes(0).toISOString()} where id = (select id from sessions order by created_at desc limit 1)`;
    expect([await asking(first), await asking(second)].filter(Boolean)).toHaveLength(1);
  });
});

describe("an address that needs somebody", () => {
  test("leads a browser to the sign-in page and back", async () => {
    const answer = await get("/start");
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/sign-in"]);
  });

  test("tells Remix's data request the same, in its own way", async () => {
    const answer = await getData("/start");
    expect(answer.status).toBeLessThan(400);
    expect(`${answer.headers.get("Location")} ${await answer.text()}`).toContain("/sign-in");
  });

  test("answers 401 to a program", async () => {
    const answer = await get("/start", { headers: { Accept: "application/json" } });
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([401, "application/problem+json"]);
  });

  test("is not there for the wrong role", () => {
    expect(() => requireRole(pat, "moderator", "decider")).toThrow(expect.objectContaining({ status: 404 }));
    expect(() => requireRole(moira, "moderator", "decider")).not.toThrow();
  });

  test("the start leads to one's own page", async () => {
    expect((await get("/start", { as: pat })).headers.get("Location")).toBe(`/organisations/${organisations.marshEnd.slug}`);
    expect((await get("/start", { as: moira })).headers.get("Location")).toBe("/moderation");
  });
});
