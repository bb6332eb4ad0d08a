import { beforeEach, describe, expect, test } from "vitest";
import { startSession } from "~/accounts/session.server";
import { at } from "../support/clock";
import { freshDatabase } from "../support/database";
import { cast } from "../support/people";
import { cookieFor, get, getData, post, postData } from "../support/website";

const { db, sql } = await freshDatabase();
const people = await cast(db);
const { pat, dee } = people;
beforeEach(async () => {
  await sql`delete from sign_in_links`;
  await sql`delete from outbox`;
});

async function mailTo(email: string) {
  const [mail] = await sql<{ text: string; html: string; subject: string; to: string }[]>`select * from outbox where "to" = ${email} order by at desc limit 1`;
  return { ...mail!, path: new URL(/http\S+/.exec(mail!.text)![0]).pathname, code: /asked: (\d{6})/.exec(mail!.text)![1]! };
}
const cookieOf = (answer: Response) => answer.headers.get("Set-Cookie")?.split(";")[0] ?? "";
const where = (answer: Response) => answer.headers.get("Location");

describe("from the sign-in page to one's own page", () => {
  test("by the link: looking keeps it, pressing uses it up", async () => {
    expect((await get("/sign-in")).status).toBe(200);
    expect((await post("/sign-in", { email: pat.email, go_to: "/organisations/x" })).status).toBe(200);
    const { path } = await mailTo(pat.email);
    for (const headers of [{ "User-Agent": "BarracudaCentral" } as Record<string, string>, { "User-Agent": "Mozilla/5.0 (compatible; bingbot/2.0)" }, {}]) {
      for (const method of ["HEAD", "GET", "GET"]) {
        const look = await get(path, { method, headers });
        expect([look.status, look.headers.has("Set-Cookie")]).toEqual([200, false]);
      }
    }
    const signedIn = await post(path);
    expect([signedIn.status, where(signedIn)]).toEqual([303, "/organisations/x"]);
    const again = await post(path);
    expect([again.status, again.headers.has("Set-Cookie")]).toEqual([410, false]);
    const words = await (await get(path)).text();
    expect(words).toContain("This link has been used");
    expect(words).toContain('href="/sign-in"');
    const start = await get("/start", { headers: { Cookie: cookieOf(signedIn) } });
    expect([start.status, where(start)]).toEqual([303, `/organisations/${people.organisations.marshEnd.slug}`]);
  });

  test("by the code", async () => {
    const page = await (await post("/sign-in", { email: ` ${pat.email.toUpperCase()} ` })).text();
    expect(page).toContain('action="/sign-in/code"');
    const { code } = await mailTo(pat.email);
    const signedIn = await post("/sign-in/code", { email: pat.email, code: ` ${code.slice(0, 3)} ${code.slice(3)}` });
    expect([signedIn.status, where(signedIn)]).toEqual([303, "/start"]);
  });

  test("signing in ends the session this browser had", async () => {
    const old = await cookieFor(dee);
    await post("/sign-in", { email: pat.email });
    const { path } = await mailTo(pat.email);
    const signedIn = await post(path, {}, { headers: { Cookie: old } });
    expect(await (await get("/sign-out", { headers: { Cookie: old } })).text()).toContain("not signed in");
    expect(await (await get("/sign-out", { headers: { Cookie: cookieOf(signedIn) } })).text()).toContain(pat.name);
  });

  test("who is signed in already is led on", async () => {
    const answer = await get("/sign-in?go_to=/cases", { as: pat });
    expect([answer.status, where(answer)]).toEqual([302, "/cases"]);
  });
});

describe("an address nobody has", () => {
  test("gets the very same page, and no mail", async () => {
    const [known, unknown] = [await post("/sign-in", { email: pat.email }), await post("/sign-in", { email: "nat@demo.example" })];
    expect(unknown.status).toBe(known.status);
    expect((await unknown.text()).replaceAll("nat@", "pat@")).toBe(await known.text());
    expect(await sql`select "to" from outbox`).toEqual([{ to: pat.email }]);
  });

  test("and a wrong code says the same for both", async () => {
    await post("/sign-in", { email: pat.email });
    const [known, unknown] = [await post("/sign-in/code", { email: pat.email, code: "000000" }), await post("/sign-in/code", { email: "nat@demo.example", code: "000000" })];
    expect([known.status, unknown.status]).toEqual([400, 400]);
    expect((await unknown.text()).replaceAll("nat@", "pat@")).toBe(await known.text());
  });
});

describe("what is wrong is said beside the field, and what was typed is kept", () => {
  test.each([
    ["pat@demo", "like name@example.org"],
    ["", "Enter your e-mail address"],
    ['"a@x b"@y.org', "like name@example.org"],
    ["a@x.org\r\nBcc: b@y.org", "like name@example.org"],
    ["a@x.org,b@y.org", "like name@example.org"],
  ])("the address %j", async (email, words) => {
    const answer = await post("/sign-in", { email, go_to: "/cases" });
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain("<title>Error: Sign in");
    expect(page).toContain('href="#email"');
    expect(page).toContain(words);
    expect(page).toContain('aria-invalid="true"');
    expect(await sql`select 1 from outbox`).toHaveLength(0);
  });

  test("a code of letters", async () => {
    const answer = await post("/sign-in/code", { email: pat.email, code: "letters" });
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain("<title>Error: Sign in with a code");
    expect(page).toContain('value="letters"');
    expect(page).toContain(`value="${pat.email}"`);
  });

  test("the sixth mail in an hour", async () => {
    for (let i = 0; i < 5; i++) expect((await post("/sign-in", { email: pat.email })).status).toBe(200);
    const answer = await post("/sign-in", { email: pat.email });
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain("wait an hour");
    expect(await sql`select 1 from outbox`).toHaveLength(5);
  });

  test("a link with a part missing", async () => {
    const answer = await get("/sign-in/link/abc");
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("We do not know this link");
    expect((await post("/sign-in/link/abc")).status).toBe(404);
  });

  test("a link that is too old", async () => {
    await post("/sign-in", { email: pat.email });
    const { path } = await mailTo(pat.email);
    await sql`update sign_in_links set expires_at = created_at`;
    for (const answer of [await get(path), await post(path)]) {
      expect([answer.status, answer.headers.has("Set-Cookie")]).toEqual([410, false]);
      expect(await answer.text()).toContain("This link is too old");
    }
  });

  test("a form of 10,000 fields, and one that is none", async () => {
    const many = new URLSearchParams(Array.from({ length: 10_000 }, (_, n) => [`f${n}`, "x"]));
    expect((await post("/sign-in", many)).status).toBe(400);
    expect((await post("/sign-in", {}, { headers: { "Content-Type": "application/json" } })).status).toBe(415);
    expect((await post("/sign-in", {}, { headers: { "Content-Type": "multipart/form-data; boundary=x" } })).status).toBe(400);
  });
});

describe("nobody outside decides where a mail or a sign-in leads", () => {
  test.each<Record<string, string>>([
    { Host: "evil.test" },
    { "X-Forwarded-Host": "evil.test" },
    { Forwarded: "host=evil.test;proto=http" },
    { "X-Forwarded-Proto": "http", "X-Forwarded-Host": "evil.test", "X-Original-Host": "evil.test" },
  ])("%j", async (headers) => {
    const answer = await post("/sign-in", { email: pat.email }, { headers });
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain("evil");
    expect(await sql`select 1 from outbox`).toHaveLength(1);
    for (const { text, html } of await sql`select text, html from outbox`) {
      expect(text).toContain("http://localhost/sign-in/link/");
      expect(text + html).not.toContain("evil");
    }
  });

  test.each(["//evil.test", "/\\evil.test", "///evil.test", "/%09/evil.test", "https:evil.test", "javascript:alert(1)", "%2F%2Fevil.test", "\t//evil.test", "@evil.test"])(
    "going on to %j",
    async (goTo) => {
      await post("/sign-in", { email: pat.email, go_to: goTo });
      const { path } = await mailTo(pat.email);
      expect(where(await post(path))).toBe("/start");
      const query = `/sign-in?go_to=${encodeURIComponent(goTo)}`;
      expect(where(await get(query, { as: pat }))).toBe("/start");
      expect(await (await getData(query, { as: pat })).text()).not.toContain("evil");
      expect(await (await postData("/sign-in", { email: dee.email, go_to: goTo })).text()).not.toContain("evil");
    },
  );
});

describe("signing out", () => {
  test("GET asks, POST does, and the session is over on the server", async () => {
    const cookie = await cookieFor(pat);
    const asks = await get("/sign-out", { headers: { Cookie: cookie } });
    expect(await asks.text()).toContain(pat.name);
    const out = await post("/sign-out", {}, { headers: { Cookie: cookie } });
    expect([out.status, where(out), out.headers.get("Set-Cookie")]).toEqual([303, "/", "waymark=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"]);
    expect(out.headers.get("Clear-Site-Data"), "what was typed and not saved does not stay in a browser that others use").toBe('"storage"');
    expect(where(await get("/start", { headers: { Cookie: cookie } }))).toBe("/sign-in");
    expect(await sql`select 1 from audit_events where type = 'person.signed_out' and subject = ${pat.personId}`).toHaveLength(1);
  });
  test("twice is no fault", async () => {
    const cookie = await cookieFor(pat);
    for (let i = 0; i < 2; i++) expect((await post("/sign-out", {}, { headers: { Cookie: cookie } })).status).toBe(303);
    expect((await post("/sign-out")).status).toBe(303);
  });
});

test("a link sent before the person was there is worth nothing", async () => {
  await startSession(db, at("2026-06-01T11:00:00Z"), pat.personId);
  await post("/sign-in", { email: "later@demo.example" });
  const [row] = await sql`select token_hash from sign_in_links where email = 'later@demo.example'`;
  expect((await post(`/sign-in/link/${row!.token_hash}`)).status).toBe(404);
});
