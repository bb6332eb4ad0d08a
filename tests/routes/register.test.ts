import { gzipSync } from "node:zlib";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { groups } from "#db/seed/groups";
import { done, type Provider } from "#db/seed/world";
import { confirmChange, proposeChange } from "~/marks/change.server";
import { addDays, londonDay, startOfDay } from "~/platform/calendar";
import { clock, moveDemoClock } from "~/platform/clock.server";
import { keepSettings, settings, settingsFrom } from "~/platform/env.server";
import { stallFiles } from "~/platform/files.server";
import { stateFacts } from "~/providers/state-facts.server";
import { MarkAnswer, ProviderAnswer, RegisterAnswer } from "~/register/public-shapes";
import { freshDatabase } from "../support/database";
import { AS, asked, publicWorld, RC } from "../support/register";
import { get, getData, website } from "../support/website";

const { db, sql } = await freshDatabase();
const { world, assessed, holds, passes, today } = await publicWorld(db);
let marshEnd: Provider;
let harbour: Provider;
let code: string;
let activities: string;
let suspended: string;
const group = (key: string, name: string, area: string) => ({ ...groups.marshEnd!, key, name, area, contact: { name: `Somebody at ${area}`, title: "organiser" } });

beforeAll(async () => {
  marshEnd = await world.join(groups.marshEnd!);
  harbour = await world.join(groups.harbour!);
  ({ code } = await holds(marshEnd, RC, { daysAgo: 50 }));
  ({ code: activities } = await holds(marshEnd, AS, { daysAgo: 45 }));
  passes(43);
  await world.sayRoom(harbour, "open", 3);
  ({ code: suspended } = await holds(harbour, RC, { daysAgo: 40 }));
  const [one, two] = [await world.join(group("one", "The Good Neighbours", "Ashmere")), await world.join(group("two", "The Good Neighbours", "Whitcombe"))];
  await holds(one, RC, { daysAgo: 30 });
  await holds(two, RC, { daysAgo: 30 });
  await world.start(await world.join(group("draft", "Half Way Hens", "Draftington")), RC);
  await assessed(await world.join(group("refused", "Not Yet Netball", "Refusington")), RC, { daysAgo: 9, levels: { "RC-3.4": 0 } });
  passes(6);
  await world.sayRoom(marshEnd, "open", 2, "Tuesdays only");
  await world.testContact(marshEnd, world.actors.sunil!);
}, 90_000);

afterEach(async () => {
  await moveDemoClock(sql, "reset");
});
const json = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await website.fetch(new Request(`http://localhost${path}`, { headers }));
  return { answer, status: answer.status, headers: answer.headers, body: answer.status === 304 ? undefined : await answer.json() };
};
const text = async (path: string) => {
  const answer = await get(path);
  const html = await answer.text();
  return { answer, status: answer.status, html, words: wordsOf(html) };
};
const wordsOf = (html: string) =>
  html
    .replace(/<(script|style)\b[^>]*>.*?<\/\1>/gs, "")
    .replace(/<!-- -->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, " ");
const h1 = (html: string) => wordsOf(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? "").trim();
const title = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1];
const wrong = (given: string) => `${given.slice(0, -1)}${given.endsWith("0") ? "1" : "0"}`;
const dayOn = (days: number) => new Date(startOfDay(addDays(londonDay(today), days)).getTime() + 12 * 3_600_000);
const suspend = async (of: string) => {
  const { proposalId } = done(
    await proposeChange(db, clock, world.actors.moira!, { code: of, kind: "suspend", reasonClass: "being_looked_into", note: "A concern reached us and we look into it." }),
  );
  done(await confirmChange(db, clock, world.actors.malcolm!, { code: of, proposalId }));
};

describe("/marks/CODE.json", () => {
  test("is the contract's shape, with one read", async () => {
    let found: Awaited<ReturnType<typeof json>> | undefined;
    const reads = await asked(async () => {
      found = await json(`/marks/${code}.json`);
    });
    expect(reads).toHaveLength(1);
    const body = MarkAnswer.parse(found!.body);
    expect(body).toMatchObject({
      code,
      status: "live",
      in_force: true,
      level: "assured",
      standard: { key: RC, title: "Referral capacity", version: "1.0.0" },
      holder: { name: groups.marshEnd!.name, slug: marshEnd.slug, area: groups.marshEnd!.area, identifiers: [] },
      awarded_on: londonDay(dayOn(-50)),
      history: [{ status: "live", from: londonDay(dayOn(-50)) }],
      superseded_by: null,
      credential: { url: `http://localhost/marks/${code}/credential.jwt` },
      certificate: { url: `http://localhost/marks/${code}/certificate.pdf` },
      page: `http://localhost/marks/${code}`,
    });
    expect(body.statement).toContain(groups.marshEnd!.name);
    expect(Math.abs(Date.parse(body.as_at) - clock.now().getTime())).toBeLessThan(5_000);
    expect(found!.headers.get("Content-Type")).toBe("application/json");
  });

  test.each([(each: string) => each.toLowerCase(), (each: string) => each.replaceAll("-", ""), (each: string) => each.replaceAll("0", "o").replaceAll("1", "l")])(
    "takes the code as people type it",
    async (spelled) => {
      expect((await json(`/marks/${spelled(code)}.json`)).body).toMatchObject({ code });
    },
  );

  test("a code that nobody has: 404, in words", async () => {
    const { status, body, headers } = await json("/marks/0000-0000-0000.json");
    expect([status, headers.get("Content-Type")]).toEqual([404, "application/problem+json"]);
    expect(body).toEqual({ type: "about:blank", title: "No mark has this code", status: 404, detail: "The code 0000-0000-0000 is well formed, but we have never issued it." });
  });

  test.each([wrong, (each: string) => each.slice(1), () => "hello", () => "%25"])("a code we could not have issued: 400, and the database is not asked", async (spoil) => {
    let found: Awaited<ReturnType<typeof json>> | undefined;
    const reads = await asked(async () => {
      found = await json(`/marks/${spoil(code)}.json`);
    });
    expect(reads).toEqual([]);
    expect(found).toMatchObject({ status: 400, body: { type: "about:blank", title: "This is not a code we could have issued", status: 400 } });
    expect((await json("/marks/short.json")).body).toMatchObject({ status: 400, detail: expect.stringMatching(/^A code is 12 letters and digits/) });
  });

  test("HEAD says the same without a body", async () => {
    const answer = await website.fetch(new Request(`http://localhost/marks/${code}.json`, { method: "HEAD" }));
    expect([answer.status, answer.headers.get("ETag"), await answer.text()]).toEqual([200, (await json(`/marks/${code}.json`)).headers.get("ETag"), ""]);
  });

  test("the certificate is there byte for byte, and found by its hash", async () => {
    const { body } = await json(`/marks/${code}.json`);
    const pdf = await get(`/marks/${code}/certificate.pdf`);
    const bytes = Buffer.from(await pdf.arrayBuffer());
    expect(pdf.headers.get("Content-Type")).toBe("application/pdf");
    const hex = Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
    expect(body.certificate.sha256).toBe(hex);
    expect(pdf.headers.get("ETag")).toBe(`"${hex}"`);
    expect((await json(`/marks?sha256=${hex.toUpperCase()}`)).body).toEqual((await json(`/marks/${code}.json`)).body);
    expect((await json(`/marks?sha256=${"0".repeat(64)}`)).body).toMatchObject({ status: 404, title: "No mark has this code" });
    expect((await json("/marks?sha256=abc")).status).toBe(400);
    expect((await json("/marks")).status).toBe(400);
    expect((await get(`/marks/${code}/certificate.pdf`, { headers: { "If-None-Match": `"${hex}"` } })).status).toBe(304);
  });

  test("a certificate that is not there says why, in words or as a problem", async () => {
    expect((await get("/marks/0000-0000-0000/certificate.pdf")).status).toBe(404);
    expect(await (await get("/marks/0000-0000-0000/certificate.pdf")).text()).toContain("<h1>No mark has this code</h1>");
    const refused = await json(`/marks/${wrong(code)}/certificate.pdf`);
    expect([refused.status, refused.headers.get("Content-Type")]).toEqual([400, "application/problem+json"]);
    expect(refused.body).toMatchObject({ status: 400, title: "This is not a code we could have issued" });
    stallFiles(60);
    try {
      expect((await get(`/marks/${code}/certificate.pdf`)).status).toBe(503);
    } finally {
      stallFiles(0);
    }
  });
});

describe("what is cached", () => {
  test("an answer is the same for who has it, and changes in the second of a suspension", async () => {
    const path = `/marks/${suspended}.json`;
    const first = await json(path);
    const etag = first.headers.get("ETag")!;
    expect(first.headers.get("Cache-Control")).toBe("public, max-age=30");
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) expect((await json(path, { "If-None-Match": known })).status).toBe(304);
    expect((await json(path, { "If-None-Match": '"other"' })).status).toBe(200);

    await suspend(suspended);
    const after = await json(path, { "If-None-Match": etag });
    expect(after).toMatchObject({ status: 200, body: { status: "suspended", in_force: false } });
    expect(after.headers.get("ETag")).not.toBe(etag);
    const page = await text(`/marks/${suspended}`);
    expect(h1(page.html)).toContain("No: this mark is suspended. Do not rely on it.");
    expect(page.answer.headers.get("Cache-Control")).toBe("no-store");
  });

  test("time alone changes it too: the day after its last day", async () => {
    const { body, headers } = await json(`/marks/${activities}.json`);
    await moveDemoClock(sql, new Date(startOfDay(addDays(body.valid_until, 1)).getTime() - 1000));
    expect((await json(`/marks/${activities}.json`, { "If-None-Match": headers.get("ETag")! })).status).toBe(304);
    await moveDemoClock(sql, startOfDay(addDays(body.valid_until, 1)));
    expect((await json(`/marks/${activities}.json`, { "If-None-Match": headers.get("ETag")! })).body).toMatchObject({ status: "expired", in_force: false });
  });
});

describe("the fast path and the slow path", () => {
  const paths = () => [
    `/marks/${code}.json`,
    `/marks/${wrong(code)}.json`,
    "/marks?sha256=x",
    `/providers/${marshEnd.slug}.json`,
    "/providers/none.json",
    "/register.json",
    "/register.csv",
    "/.well-known/jwks.json",
    "/.well-known/waymark-root.pem",
    "/keys/none",
    "/health/live",
    "/health/ready",
  ];
  const secure = ["X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Content-Security-Policy", "Strict-Transport-Security"];

  test.each(["http://localhost", "https://waymark.example"])("send the same headers for safety at %s, and no cookie", async (origin) => {
    const before = settings();
    keepSettings({ ...settingsFrom({ WAYMARK_BASE_URL: origin }, "demo"), data: before.data, files: before.files });
    try {
      const slow = await website.fetch(new Request("http://localhost/demo/outbox.json"));
      for (const path of paths()) {
        const { headers } = await website.fetch(new Request(`http://localhost${path}`));
        expect([path, secure.map((name) => headers.get(name))]).toEqual([path, secure.map((name) => slow.headers.get(name))]);
        expect([path, headers.get("Set-Cookie"), headers.get("Access-Control-Allow-Origin")]).toEqual([path, null, "*"]);
      }
    } finally {
      keepSettings(before);
    }
  });

  test("a browser on another site may ask with an ETag", async () => {
    for (const path of [`/marks/${code}.json`, "/register.json", `/providers/${marshEnd.slug}.json`, "/marks"]) {
      const { status, headers } = await website.fetch(new Request(`http://localhost${path}`, { method: "OPTIONS" }));
      expect([status, headers.get("Access-Control-Allow-Origin"), headers.get("Access-Control-Allow-Headers")]).toEqual([204, "*", "If-None-Match"]);
    }
  });

  test("without its database an answer never says in force", async () => {
    const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
    const broken = vi.spyOn(sql, "unsafe").mockImplementation(() => {
      throw new Error("no database");
    });
    try {
      const { status, body, headers } = await json(`/marks/${code}.json`);
      expect([status, headers.get("Cache-Control"), body.title]).toEqual([503, "no-store", "We could not check just now"]);
    } finally {
      broken.mockRestore();
      quiet.mockRestore();
    }
  });
});

describe("public keys", () => {
  test("each is listed, and answers on its own as the JWK alone, with its certificate beside it", async () => {
    const { keys } = (await json("/.well-known/jwks.json")).body;
    expect(keys.map(({ purpose }: { purpose: string }) => purpose).sort()).toEqual(["certificate", "credential", "log", "register", "status_list"]);
    for (const key of keys) {
      expect(key).toMatchObject({ kty: "EC", crv: "P-256", alg: "ES256", use: "sig" });
      expect(key).not.toHaveProperty("d");
      expect((await json(`/keys/${key.kid}`)).body).toEqual(key);
      expect(await (await website.fetch(new Request(`http://localhost/keys/${key.kid}.pem`))).text()).toContain("BEGIN CERTIFICATE");
    }
    expect(await (await website.fetch(new Request("http://localhost/.well-known/waymark-root.pem"))).text()).toContain("BEGIN CERTIFICATE");
  });
  test("one that is not ours is a 404 that says where ours are", async () => {
    expect(await json("/keys/none")).toMatchObject({ status: 404, body: { title: "No key has this name" } });
    expect((await website.fetch(new Request("http://localhost/keys/none.pem"))).status).toBe(404);
  });
});

describe("health", () => {
  test("says which component fails, by name only", async () => {
    expect((await json("/health/live")).body).toEqual({ status: "ok" });
    expect(await json("/health/ready")).toMatchObject({ status: 200, body: { status: "ok", components: { database: "ok", files: "ok", jobs: "ok" } } });
    stallFiles(60);
    try {
      expect(await json("/health/ready")).toMatchObject({ status: 503, body: { status: "failing", components: { database: "ok", files: "failing", jobs: "ok" } } });
    } finally {
      stallFiles(0);
    }
  });
});

describe("the status page", () => {
  test("answers in its heading and its title, with room, limits, how to refer and what the mark does not mean", async () => {
    const { status, html, words } = await text(`/marks/${activities}`);
    expect(status).toBe(200);
    expect(h1(html)).toBe("Yes: this mark is in force, and they are taking new people. Marsh End Community Allotment, Marsh End");
    expect(title(html)).toBe("In force, taking new people: Marsh End Community Allotment, Marsh End – Waymark");
    for (const said of [
      "In force: Assured",
      "Activities and services, version 1.0.0.",
      "Yes. About 2 weeks’ wait",
      "Confirmed 6 days ago",
      "Tuesdays only",
      "What they cannot support",
      "Personal care or lifting.",
      "Not a crisis service.",
      "Emergency: 999.",
      "We checked",
      "They told us",
      "Also held: Referral capacity 1.0.0, in force, Assured.",
      "It is not a clinical check, and does not show that someone’s health will improve. The NHS did not award it.",
      "Status as at",
      "Paper goes out of date. Check again at http://localhost/marks/",
    ])
      expect(words).toContain(said);
    expect(html).toContain('href="tel:+447700900142"');
    expect(words).toContain(`Referred to Marsh End Community Allotment, 07700 900142. Mark in force`);
    expect(words).not.toMatch(/\d\s?%|\bscore\b|\bstars?\b/i);
  });

  test("needs no script and no cookie, weighs little and asks little", async () => {
    let page: Awaited<ReturnType<typeof text>> | undefined;
    const reads = await asked(async () => {
      page = await text(`/marks/${activities}`);
    });
    expect(reads.length).toBeLessThanOrEqual(8);
    expect(page!.html).not.toMatch(/<script(?! type="application\/ld\+json">)|\son\w+=|style=/);
    expect(page!.answer.headers.get("Set-Cookie")).toBeNull();
    expect(gzipSync(page!.html).length).toBeLessThan(4_500);
  });

  test("opens in any spelling", async () => {
    for (const spelled of [code.toLowerCase(), code.replaceAll("-", ""), code.replaceAll("-", "%20")]) expect((await text(`/marks/${spelled}`)).status).toBe(200);
  });

  test("an unknown code and a slip have their own answers, and what was typed stays", async () => {
    const unknown = await text("/marks/0000-0000-0000");
    expect([unknown.status, h1(unknown.html)]).toEqual([404, "No mark has this code. Do not rely on it."]);
    let slip: Awaited<ReturnType<typeof text>> | undefined;
    const reads = await asked(async () => {
      slip = await text(`/marks/${wrong(code)}`);
    });
    expect(reads).toEqual([]);
    expect([slip!.status, h1(slip!.html), title(slip!.html)]).toEqual([
      400,
      "There is a slip in this code. No mark was looked up.",
      "Error: This is not a code we could have issued – Waymark",
    ]);
    expect(slip!.html).toContain(`value="${wrong(code)}"`);
    expect((await text("/marks/%3Cscript%3Ealert(1)")).html).not.toContain("<script>alert");
  });

  test("one whose Referral capacity has lapsed says so, and is not among those taking people (P12)", async () => {
    const { body } = await json(`/marks/${code}.json`);
    await moveDemoClock(sql, new Date(startOfDay(addDays(body.valid_until, 1)).getTime() + 3_600_000));
    await world.sayRoom(marshEnd, "open", 2, "Tuesdays only");
    const page = await text(`/marks/${activities}`);
    expect(h1(page.html)).toContain("This mark is in force, but referral details are not currently checked. Ring before you refer.");
    expect(page.words).toContain("Referral capacity 1.0.0: Expired. Last day in force");
    expect((await json("/register.json?accepting=yes&q=marsh+end")).body).toMatchObject({ total: 0, results: [] });
  });

  test.each([
    [30, "Yes: this mark is in force, and they are taking new people."],
    [31, "This mark is in force, but we do not know if they have room. Ring before you refer."],
    [91, "This mark is in force, but we do not know if they have room. Ring before you refer."],
  ])("%i days after they confirmed: %s", async (days, expected) => {
    await moveDemoClock(sql, dayOn(days - 6));
    const { html, words } = await text(`/marks/${code}`);
    expect(h1(html)).toContain(expected);
    if (days === 31) expect(words).toContain("They last said: yes, about 2 weeks’ wait.");
    if (days === 91) expect(words).not.toMatch(/last said|2 weeks/);
  });

  test("the data behind it holds nothing that is not on it", async () => {
    const data = await (await getData(`/marks/${activities}`)).text();
    for (const secret of [marshEnd.organisationId, "decisionId", "organisationId", "pat@demo.example", "confirmedBy"]) expect(data).not.toContain(secret);
  });
});

describe("a provider's page", () => {
  test("joins marks and room, as a page and as data", async () => {
    let page: Awaited<ReturnType<typeof text>> | undefined;
    const reads = await asked(async () => {
      page = await text(`/providers/${marshEnd.slug}`);
    });
    expect(reads.length).toBeLessThanOrEqual(8);
    expect(h1(page!.html)).toBe("They are taking new people. 2 marks of theirs are in force. Marsh End Community Allotment, Marsh End");
    for (const said of ["In force : Referral capacity 1.0.0", "Assured across everything they offer.", "What they cannot support", "Who may refer"])
      expect(page!.words.replaceAll(":", " :").replaceAll("  :", " :")).toContain(said.replaceAll(":", " :").replaceAll("  :", " :"));
    const { body } = await json(`/providers/${marshEnd.slug}.json`);
    expect(ProviderAnswer.parse(body)).toMatchObject({
      taking_new_people: true,
      referral_details: "checked",
      room: { freshness: "confirmed", accepting: "open", wait_weeks: 2, note: "Tuesdays only" },
      phone: "07700 900142",
    });
    expect(body.marks.map((mark: { code: string }) => mark.code)).toEqual([activities, code]);
    expect(body.contact_checks).toHaveLength(2);
  });

  test("whose only mark is suspended holds none in force, and says that", async () => {
    const { html, words } = await text(`/providers/${harbour.slug}`);
    expect(h1(html)).toContain("A mark of theirs is suspended. Ring us before you refer. No mark of theirs is in force.");
    expect(words).toContain("Suspended on");
    expect((await json(`/providers/${harbour.slug}.json`)).body).toMatchObject({ taking_new_people: false, marks: [{ status: "suspended" }] });
  });
});

describe("registered numbers that a group states itself", () => {
  const state = (numbers: Record<string, string | null>) => stateFacts(db, clock, world.actors.pat!, marshEnd.organisationId, numbers);

  test("are on its page as what it says, not as what we checked, and in its JSON; the NHS and ICO ones are in neither", async () => {
    await state({ charity_number: "1123456", company_number: "01234567", ods_code: "Q9X8W", ico_registration: "ZB765432" });
    const { html, words } = await text(`/providers/${marshEnd.slug}`);
    expect(words).toMatch(/Registered, as they say\s+Charity 1123456\s+They told us \d+ \w+( \d{4})?\. We have not checked this number\./);
    expect(words).toContain("Company 01234567");
    const { body } = await json(`/providers/${marshEnd.slug}.json`);
    const { identifiers, stated_identifiers, facts } = ProviderAnswer.parse(body);
    expect(identifiers).toEqual([]);
    expect(stated_identifiers).toMatchObject([
      { scheme: "GB-CHC", id: "1123456" },
      { scheme: "GB-COH", id: "01234567" },
    ]);
    expect(facts.charity_number).toMatchObject({ label: "Charity number", value: "1123456" });
    for (const secret of ["Q9X8W", "ZB765432"]) expect(html + JSON.stringify(body)).not.toContain(secret);
    await state({ charity_number: null, company_number: null });
    expect((await text(`/providers/${marshEnd.slug}`)).words).not.toContain("as they say");
  });
});

describe("the register", () => {
  test("is the same for people, machines and sheets", async () => {
    const { body } = await json("/register.json");
    const { results, total } = RegisterAnswer.parse(body);
    expect(results.map(({ name, area }) => `${name}, ${area}`)).toEqual([
      "Marsh End Community Allotment, Marsh End",
      "The Good Neighbours, Ashmere",
      "The Good Neighbours, Whitcombe",
    ]);
    expect(total).toBe(3);
    const { html, words } = await text("/register");
    expect(h1(html)).toBe("3 groups hold a mark in force");
    for (const { name, area } of results) for (const said of [name, area]) expect(words).toContain(said);
    const sheet = await (await get("/register.csv")).text();
    expect(sheet.split("\n").filter(Boolean)).toHaveLength(5);
    expect(sheet).toContain("Activities and services,1.0.0,Assured,In force");
  });

  test("a page of it asks the database at most 8 times", async () => {
    await get("/register");
    expect((await asked(() => get("/register?q=good"))).length).toBeLessThanOrEqual(8);
  });

  test("two of one name are told apart by their place, in the list and on their pages (P19)", async () => {
    const { body } = await json("/register.json?q=good+neighbours");
    expect(body.results.map((each: { area: string }) => each.area)).toEqual(["Ashmere", "Whitcombe"]);
    const titles = await Promise.all(body.results.map(async ({ slug }: { slug: string }) => title((await text(`/providers/${slug}`)).html)));
    expect(titles[0]).toContain("The Good Neighbours, Ashmere");
    expect(titles[1]).toContain("The Good Neighbours, Whitcombe");
    expect(new Set(body.results.flatMap(({ marks }: { marks: { code: string }[] }) => marks.map((mark) => mark.code))).size).toBe(2);
  });

  test("taking new people, for a machine, is only what was confirmed", async () => {
    expect((await json("/register.json?accepting=yes")).body).toMatchObject({ total: 1, results: [{ slug: marshEnd.slug, taking_new_people: true }] });
    await moveDemoClock(sql, dayOn(31 - 6));
    expect((await json("/register.json?accepting=yes")).body).toMatchObject({ total: 0 });
    const { html, words } = await text("/register?accepting=yes");
    expect(h1(html)).toBe("No group has confirmed lately that it is taking new people");
    expect(words).toContain("These last said they had room. Ring before you refer");
    expect(words).toContain("Not confirmed");
  });

  test("says what it did not do, and what to do when nothing is found", async () => {
    expect((await json("/register.json?near=HB2+1AA")).body.notes).toEqual([expect.stringMatching(/^We cannot search by distance yet/)]);
    expect(await json("/register.json?page=0&per_page=500")).toMatchObject({
      body: { page: 1, per_page: 100, notes: [expect.stringMatching(/^page was “0”/), expect.stringMatching(/^per_page was “500”/)] },
    });
    const { html, words } = await text("/register?q=zebra&near=HB2");
    expect(h1(html)).toBe("No group found for ‘zebra’");
    expect(words).toContain("We cannot search by distance yet.");
    expect(words).toContain("That says nothing about how good or safe it is.");
  });

  test("what was typed is text and never markup", async () => {
    const { html } = await text("/register?q=%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E");
    expect(html).not.toContain("<img src=x");
  });
});

describe("a suspended mark beside one in force", () => {
  const mended = async (of: string) => {
    const { proposalId } = done(await proposeChange(db, clock, world.actors.moira!, { code: of, kind: "reinstate", note: "We looked into it, and it is in order." }));
    done(await confirmChange(db, clock, world.actors.malcolm!, { code: of, proposalId }));
  };

  test("comes first on every page and feed, and nobody is said to be taking people", async () => {
    const phone = settings().contact.phone;
    await suspend(activities);
    try {
      const page = await text(`/marks/${code}`);
      expect(h1(page.html)).toContain("Yes: this mark is in force. But another mark of theirs is suspended: do not refer until you have checked.");
      expect(title(page.html)).toContain("In force, but another mark of theirs is suspended");
      expect(page.words).toContain("Activities and services 1.0.0: suspended on");
      expect(page.words).toContain("a mark of theirs SUSPENDED since");
      expect(page.words).toContain(phone);
      expect(page.words).not.toMatch(/Referred to|taking new people|Yes\. About/);

      const group = await text(`/providers/${marshEnd.slug}`);
      expect(h1(group.html)).toBe("A mark of theirs is suspended. Ring us before you refer. Another mark of theirs is in force. Marsh End Community Allotment, Marsh End");
      expect(group.words.indexOf("Suspended on")).toBeLessThan(group.words.indexOf("Referral capacity 1.0.0 Assured."));
      expect(group.words).toContain("a mark of theirs SUSPENDED since");
      expect(group.words).toContain(phone);
      expect(group.words).not.toMatch(/Assured across everything|Referred to|taking new people|Yes\. About/);

      const { body } = await json(`/providers/${marshEnd.slug}.json`);
      expect(ProviderAnswer.parse(body)).toMatchObject({ taking_new_people: false, mark_suspended: true, room: { accepting: null, wait_weeks: null, last_said: null } });
      expect(body.marks.map((each: { status: string }) => each.status)).toEqual(["suspended", "live"]);
      expect(body.room.sentence).toBe("A mark of theirs is suspended. Do not refer until you have checked with us.");
      expect(RegisterAnswer.parse((await json("/register.json?q=marsh")).body).results[0]).toMatchObject({ taking_new_people: false, mark_suspended: true });
      expect((await json("/register.json?accepting=yes")).body).toMatchObject({ total: 0 });

      const row = (await (await get("/register.csv?q=marsh")).text()).split("\n")[1];
      expect(row).toContain("no or not confirmed,yes: do not refer until you have checked,A mark of theirs is suspended.");

      const list = await text("/register?q=marsh");
      expect(list.words).toContain("A mark is suspended");
      expect(list.words).toContain("Suspended: Activities and services");
      expect((await text("/register?accepting=yes")).words).not.toContain("Marsh End Community Allotment");
    } finally {
      await mended(activities);
    }
    expect(h1((await text(`/marks/${code}`)).html)).toContain("they are taking new people");
  });
});

test("a mark withdrawn more than 12 months ago: no mark held, on its page, as data and of its file", async () => {
  const { proposalId } = done(await proposeChange(db, clock, world.actors.moira!, { code: suspended, kind: "withdraw", note: "Nobody has answered us for a long time." }));
  done(await confirmChange(db, clock, world.actors.malcolm!, { code: suspended, proposalId }));
  const hex = (await json(`/marks/${suspended}.json`)).body.certificate.sha256;
  const at = async (days: number) => {
    await moveDemoClock(sql, dayOn(days));
    const [page, { body }, file] = [await text(`/marks/${suspended}`), await json(`/marks/${suspended}.json`), await text(`/verify?sha256=${hex}`)];
    return { page, body: MarkAnswer.parse(body), file };
  };
  const soon = await at(364);
  expect(h1(soon.page.html)).toContain("No: this mark was withdrawn. Do not rely on it.");
  expect(soon.body.statement).toContain("was withdrawn on");
  const { page, body, file } = await at(366);
  expect([page.status, h1(page.html)]).toEqual([200, "No mark held. Do not rely on this code. Harbour Wellbeing, Saltmarsh Bay"]);
  expect(title(page.html)).toMatch(/^No mark held: /);
  expect(page.words).not.toMatch(/withdr/i);
  expect(body).toMatchObject({ status: "withdrawn", in_force: false });
  expect(body.statement).toContain("No mark held");
  expect(h1(file.html)).toBe("This is our document, but the mark is not in force.");
  expect(file.words).toContain("No mark held");
  expect(file.words).not.toMatch(/withdr/i);
});

test("drafts, refusals and their people are nowhere to be read", async () => {
  const pages = ["/register", "/register?q=hens", "/register?q=netball", "/register.json", "/register.json?q=Refusington", "/register.csv", "/"];
  for (const path of pages) expect(await (await get(path)).text()).not.toMatch(/Half Way Hens|Not Yet Netball/);
  for (const slug of ["half-way-hens", "not-yet-netball"]) {
    expect((await get(`/providers/${slug}`)).status).toBe(404);
    expect((await json(`/providers/${slug}.json`)).status).toBe(404);
  }
  for (const path of [`/providers/${marshEnd.slug}`, `/providers/${marshEnd.slug}.json`, `/marks/${code}`, `/marks/${code}.json`, "/register.json", "/register.csv"]) {
    const said = await (await get(path)).text();
    expect([path, /@demo\.example|Somebody at|Pat Holloway|insurance|RC-\d|safeguarding_deputy/.exec(said.replaceAll("help@demo.example", ""))]).toEqual([path, null]);
  }
});
