import { randomInt } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { groups } from "#db/seed/groups";
import type { Actor } from "~/accounts/actor";
import { sentMost } from "~/concerns/concern";
import { most } from "~/concerns/concern-form";
import { takeStep } from "~/concerns/step.server";
import { newCode } from "~/marks/code";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { keepSettings, settings } from "~/platform/env.server";
import { rangesFrom } from "~/platform/network-address";
import { freshDatabase } from "../support/database";
import { publicWorld, RC } from "../support/register";
import { cookieFor, get, post, website } from "../support/website";

const { db, sql, owner } = await freshDatabase();
const { world, holds } = await publicWorld(db);
let code: string;
let moira: Actor;
const unknown = newCode(Array.from({ length: 11 }, () => randomInt(32)));
const words = "Nobody came for five weeks, and nobody rang.";

beforeAll(async () => {
  const marshEnd = await world.join(groups.marshEnd!);
  ({ code } = await holds(marshEnd, RC));
  await world.join(groups.harbour!);
  moira = world.actors.moira!;
}, 120_000);

const count = async () => (await sql<{ count: number }[]>`select count(*)::int as count from concerns`)[0]!.count;
const last = async () => (await sql`select * from concerns order by sent_at desc, id limit 1`)[0]!;
const page = async (answer: Response | Promise<Response>) => {
  const { status, headers } = await answer;
  return { status, headers, html: (await (await answer).text()).replace(/<!-- -->/g, "") };
};
/** A form sent from one network address. */
const from = (peer: string, path: string, form: Record<string, string>, headers: Record<string, string> = {}) => {
  const body = new URLSearchParams(form).toString();
  const all = {
    Accept: "text/html",
    Host: "localhost",
    "Sec-Fetch-Site": "same-origin",
    "Content-Type": "application/x-www-form-urlencoded",
    "Content-Length": String(body.length),
    ...headers,
  };
  return website.fetch(new Request(`http://localhost${path}`, { method: "POST", body, headers: all }), { incoming: { socket: { remoteAddress: peer } } });
};

describe("the form", () => {
  test("says first who helps at once, asks one thing, and sets no cookie, whoever asks", async () => {
    for (const as of [undefined, moira]) {
      const { status, headers, html } = await page(get(`/concerns/new?code=${code}`, { as }));
      expect([status, headers.get("Set-Cookie"), headers.get("Cache-Control")]).toEqual([200, null, "no-store"]);
      expect(html.indexOf("call 999")).toBeGreaterThan(0);
      expect(html.indexOf("call 999")).toBeLessThan(html.indexOf("What happened?"));
      for (const said of [
        "Marsh End Community Allotment, Marsh End",
        "https://www.gov.uk/find-local-council",
        "leave out other people’s health",
        "within 1 working day",
        "within 5 working days",
      ])
        expect(html).toContain(said);
      expect(html.match(/<textarea/g)).toHaveLength(1);
      expect(html).toMatch(/value="no"[^>]*checked|checked[^>]*value="no"/);
      expect(html).not.toContain("<script");
      expect(html).not.toContain("Moira");
    }
  });

  test("in Welsh, from the page to the answer and the mail", async () => {
    const { html } = await page(get(`/concerns/new?code=${code}&lang=cy`));
    for (const said of ["ffoniwch 999", "Beth ddigwyddodd?", 'lang="cy"']) expect(html).toContain(said);
    const missing = await page(post(`/concerns/new?code=${code}&lang=cy`, { words: " " }));
    expect([missing.status, missing.html.includes("Dywedwch wrthym beth ddigwyddodd")]).toEqual([422, true]);
    const sent = await page(post(`/concerns/new?code=${code}&lang=cy`, { words, contact: "eleri@example.com" }));
    expect([sent.status, sent.html.includes("Eich cyfeirnod"), sent.html.includes("erbyn diwedd")]).toEqual([200, true, true]);
    expect((await last()).language).toBe("cy");
    expect((await sql`select text from outbox where "to" = 'eleri@example.com'`)[0]!.text).toContain("ffoniwch 999");
  });

  test("names no group where there is no code; asks where a code that nobody has was seen, and counts it; a slip is looked up nowhere", async () => {
    expect((await page(get("/concerns/new"))).html).toContain("Which group is it about?");
    const before = (await owner`select coalesce(sum(asked), 0)::int as asked from unknown_codes where who = 'everybody'`)[0]!.asked;
    const never = (await page(get(`/concerns/new?code=${unknown}`))).html;
    for (const said of ["We never gave anybody the code", unknown, "Where did you see the code?"]) expect(never).toContain(said);
    expect((await page(get("/concerns/new?code=XYZ"))).html).toContain("There is a mistake in the code");
    expect((await owner`select asked from unknown_codes where who = 'everybody'`)[0]!.asked).toBe(before + 1);
  });

  test.each(["/marks/CODE", "/providers/marsh-end-community-allotment", "/marks/UNKNOWN", "/"])("is linked from %s", async (path) => {
    const { html } = await page(get(path.replace("CODE", code).replace("UNKNOWN", unknown)));
    const about = path.includes("UNKNOWN") ? unknown : path === "/" ? undefined : code;
    expect(html).toContain(about ? `href="/concerns/new?code=${about}"` : 'href="/concerns/new"');
  });
});

describe("sending it", () => {
  test("is answered with a reference and two days, and nothing can be looked up by it", async () => {
    const before = await count();
    const { status, headers, html } = await page(post(`/concerns/new?code=${code}`, { code, words, contact: "lewis@example.com", name: "Nora Lewis", once: "a" }));
    const { reference, words: kept, may_name } = await last();
    expect([status, headers.get("Set-Cookie"), await count(), kept, may_name]).toEqual([200, null, before + 1, words, false]);
    expect(html).toContain(reference);
    expect(html).not.toContain("Nora");
    for (const path of [`/concerns/${reference}`, `/concerns/new?code=${reference}`]) expect((await page(get(path))).html).not.toContain(words);
  });

  test("again from the same form, by a reload, is the same concern", async () => {
    const before = await count();
    const send = () => page(post(`/concerns/new?code=${code}`, { code, words, once: "reloaded" }));
    const [one, two] = [await send(), await send()];
    const reference = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(one.html)![0];
    expect([two.html.includes(reference), await count()]).toEqual([true, before + 1]);
  });

  test("with nothing in it, or far too much, says so beside the field and loses nothing", async () => {
    const before = await count();
    const nothing = await page(post("/concerns/new", { where: "", contact: "01632 960911" }));
    expect([nothing.status, nothing.html.includes("Tell us what happened"), nothing.html.includes("01632 960911"), nothing.html.includes("<title>Error:")]).toEqual([
      422,
      true,
      true,
      true,
    ]);
    const long = "long ".repeat(most.words);
    const much = await page(post(`/concerns/new?code=${code}`, { words: long, name: "Nora Lewis" }));
    expect([much.status, much.html.includes(long.trim()), much.html.includes("Nora Lewis"), much.html.includes("Shorten this to 5,000 characters. You have 24,999")]).toEqual([
      422,
      true,
      true,
      true,
    ]);
    expect(await count()).toBe(before);
  });

  test("with what looks like somebody's number is asked about kindly, and then taken as it is", async () => {
    const personal = "Her NHS number 943 476 5919 hung on the wall of the hall.";
    const asked = await page(post(`/concerns/new?code=${code}`, { words: personal }));
    expect([asked.status, asked.html.includes("an NHS number"), asked.html.includes('name="as_it_is"'), asked.html.includes(personal)]).toEqual([422, true, true, true]);
    expect((await post(`/concerns/new?code=${code}`, { words: personal, as_it_is: "yes" })).status).toBe(200);
    expect([(await last()).words, (await last()).found]).toEqual([personal, ["nhs_number"]]);
  });

  test("by a program that fills every field is not taken, and a person who meets this can send it again", async () => {
    const before = await count();
    const { status, html } = await page(post(`/concerns/new?code=${code}`, { words, website: "https://spam.test" }));
    expect([status, html.includes(words), html.includes("spam.test"), await count()]).toEqual([422, true, false, before]);
  });

  test("from another site is refused, as everywhere", async () => {
    const before = await count();
    expect((await post(`/concerns/new?code=${code}`, { words }, { headers: { "Sec-Fetch-Site": "cross-site", Origin: "https://evil.test" } })).status).toBe(403);
    expect(await count()).toBe(before);
  });

  test("far too often from one network is taken later: the page keeps what was typed; a forged address does not help, a proxy of ours is believed", async () => {
    const flood = "198.51.100.20";
    const over = async () => {
      await owner`delete from concerns_sent`;
      await owner`insert into concerns_sent (who, asked, since) values (${flood}, ${sentMost.address}, now())`;
    };
    const send = (peer: string, headers: Record<string, string> = {}) => page(from(peer, `/concerns/new?code=${code}`, { words, once: crypto.randomUUID() }, headers));
    await over();
    const refused = await send(flood);
    expect([refused.status, Number(refused.headers.get("Retry-After")) > 3500, refused.html.includes(words), refused.html.includes("Nothing is lost")]).toEqual([
      429,
      true,
      true,
      true,
    ]);
    await over();
    expect((await send(flood, { "X-Forwarded-For": "203.0.113.77", "X-Real-IP": "203.0.113.77" })).status).toBe(429);
    await over();
    expect((await send("203.0.113.77")).status).toBe(200);
    const usual = settings();
    keepSettings({ ...usual, proxies: rangesFrom("10.0.0.0/8")! });
    try {
      await over();
      expect((await send("10.0.0.1", { "X-Forwarded-For": `203.0.113.77, ${flood}` })).status).toBe(429);
      await over();
      expect((await send("10.0.0.1", { "X-Forwarded-For": "203.0.113.78" })).status).toBe(200);
    } finally {
      keepSettings(usual);
    }
  });

  test("while the database is away loses nothing, and the form is there all the same", async () => {
    const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
    const broken = vi.spyOn(pool.sql, "unsafe").mockImplementation(() => {
      throw new Error("no database");
    });
    try {
      const shown = await page(get(`/concerns/new?code=${code}`));
      expect([shown.status, shown.html.includes("call 999"), shown.html.includes("What happened?")]).toEqual([200, true, true]);
      const sent = await page(post(`/concerns/new?code=${code}`, { words }));
      expect([sent.status, sent.html.includes(words), sent.html.includes("We could not take it just now")]).toEqual([503, true, true]);
    } finally {
      broken.mockRestore();
      quiet.mockRestore();
    }
  });
});

describe("the moderators' side", () => {
  let id: string;
  beforeAll(async () => {
    await owner`delete from concerns_sent`;
    await sql`update concerns set state = 'looking', read_at = ${clock.now().toISOString()}`;
    await post(`/concerns/new?code=${code}`, { words: "It did not feel right.", contact: "01632 960911", name: "Nora Lewis", once: "side" });
    ({ id } = (await sql`select id from concerns where words = 'It did not feel right.'`)[0] as { id: string });
  });

  test("strangers, assessors and the group get what they would get if there were no concern", async () => {
    for (const key of ["pat", "sunil", "devon", "alex", "leila"]) {
      const Cookie = await cookieFor(world.actors[key]!);
      const [theirs, missing] = [await page(get(`/concerns/${id}`, { headers: { Cookie } })), await page(get(`/concerns/${crypto.randomUUID()}`, { headers: { Cookie } }))];
      expect([key, theirs.status, theirs.html]).toEqual([key, 404, missing.html]);
      expect((await get("/concerns", { headers: { Cookie } })).status).toBe(404);
    }
    expect((await get(`/concerns/${id}`)).status).toBe(302);
  });

  test("a moderator finds it first of all, reads it, and says what is to be done", async () => {
    const first = (await page(get("/moderation", { as: moira }))).html;
    expect(first.indexOf(`/concerns/${id}`)).toBeGreaterThan(0);
    expect(first.indexOf(">Concerns ")).toBeLessThan(first.indexOf("Marks suspended or being reviewed"));
    expect((await page(get("/cases/deadlines?of=concern_read", { as: moira }))).html).toContain(`/concerns/${id}`);
    expect((await page(get("/concerns", { as: moira }))).html).toContain(`/concerns/${id}`);
    const desk = (await page(get(`/concerns/${id}`, { as: moira }))).html;
    for (const said of ["It did not feel right.", "Nora Lewis", "01632 960911", "To be read", "never say who it was", `/held-marks/${code}#kind`]) expect(desk).toContain(said);
    const wrong = await page(post(`/concerns/${id}`, { step: "unsafe", words: "Short." }, { as: moira }));
    expect([wrong.status, wrong.html.includes("Write at least 20 characters"), wrong.html.includes(">Short.<")]).toEqual([400, true, true]);
    expect((await page(post(`/concerns/${id}`, { words: "x" }, { as: moira }))).status).toBe(422);
    const because = "Somebody is alone with people who cannot say no.";
    const done = await post(`/concerns/${id}`, { step: "unsafe", words: because }, { as: moira });
    expect([done.status, done.headers.get("Location")]).toEqual([302, `/concerns/${id}`]);
    const after = (await page(get(`/concerns/${id}`, { as: moira }))).html;
    for (const said of [because, "Moira Kinsella", "Which agency was told", "Ring whoever told us"]) expect(after).toContain(said);
    expect(after).not.toContain("Tell the group");
    const late = await page(post(`/concerns/${id}`, { step: "with_group", words: because }, { as: moira }));
    expect([late.status, late.html.includes("has moved on")]).toEqual([409, true]);
  });

  test("nothing of it is on any page for everybody, nor on the group's own", async () => {
    await takeStep(db, clock, moira, { id, step: "tell_agency", words: "Rang the duty worker at noon and told what we know.", agency: "The council" });
    const paths = [`/marks/${code}`, `/marks/${code}.json`, "/providers/marsh-end-community-allotment", "/providers/marsh-end-community-allotment.json", "/register?q=marsh"];
    const all = [...(await Promise.all(paths.map((path) => page(get(path))))), await page(get("/organisations/marsh-end-community-allotment", { as: world.actors.pat! }))];
    for (const { html } of all) for (const secret of ["did not feel right", "Nora", "safeguarding team", "duty worker"]) expect(html).not.toContain(secret);
  });
});
