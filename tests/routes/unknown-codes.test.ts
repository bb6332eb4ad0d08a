import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { groups } from "#db/seed/groups";
import { compactCode, newCode, normaliseCode } from "~/marks/code";
import { pool } from "~/platform/database.server";
import { keepSettings, settings } from "~/platform/env.server";
import { rangesFrom } from "~/platform/network-address";
import { everybody } from "~/platform/often";
import { countUnknown, forgetUnknown } from "~/register/limits/count-unknown.server";
import { askedMost } from "~/register/limits/limits";
import { pathOf } from "~/register/openapi/document";
import { operations } from "~/register/openapi/operations";
import { at } from "../support/clock";
import { freshDatabase } from "../support/database";
import { asked, publicWorld, RC } from "../support/register";
import { website } from "../support/website";

const { db, owner } = await freshDatabase();
const { world, holds } = await publicWorld(db);
let code: string;
/** As many issued codes as the rule asks for, all of them in the register. */
let issued: string[];

const draw = () => newCode(Array.from({ length: 11 }, () => randomInt(32)));
const from = (peer: string, path: string, headers: Record<string, string> = {}) =>
  website.fetch(new Request(`http://localhost${path}`, { headers: { Accept: "text/html", Host: "localhost", ...headers } }), { incoming: { socket: { remoteAddress: peer } } });
const unknown = (peer: string, headers?: Record<string, string>) => from(peer, `/marks/${draw()}.json`, headers);
const forget = () => owner.unsafe("delete from unknown_codes");
/** As if so many had been asked for already. */
const askedAlready = (who: string, count: number) =>
  owner.unsafe("insert into unknown_codes (who, asked, since) values ($1, $2, now()) on conflict (who) do update set asked = excluded.asked, since = excluded.since", [who, count]);

beforeAll(async () => {
  ({ code } = await holds(await world.join(groups.marshEnd!), RC));
  const more = [...new Set(Array.from({ length: 999 }, draw))];
  await owner.unsafe(
    `insert into marks (code, organisation_id, standard_version_id, standard_key, level, scope, holder, conditions, awarded_on, valid_until, created_at)
     select c.code, organisation_id, standard_version_id, standard_key, level, scope, holder, conditions, awarded_on, valid_until, created_at from marks, unnest($1::text[]) c(code) where marks.code = $2`,
    [more, code],
  );
  issued = [code, ...more];
}, 120_000);
afterAll(forget);

describe("a thousand issued codes", () => {
  const alphabet = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];
  /** Every slip of one kind that changes a code. */
  const slips: Record<string, (characters: string[]) => string[]> = {
    "one wrong character": (c) => c.flatMap((was, place) => alphabet.filter((each) => each !== was).map((each) => c.with(place, each).join(""))),
    "neighbours that changed places": (c) =>
      c.slice(1).flatMap((_, place) =>
        c[place] === c[place + 1]
          ? []
          : [
              c
                .with(place, c[place + 1]!)
                .with(place + 1, c[place]!)
                .join(""),
            ],
      ),
    "changed places over one between": (c) =>
      c.slice(2).flatMap((_, place) =>
        c[place] === c[place + 2]
          ? []
          : [
              c
                .with(place, c[place + 2]!)
                .with(place + 2, c[place]!)
                .join(""),
            ],
      ),
    "twins taken for other twins": (c) =>
      [1, 2].flatMap((apart) =>
        c.slice(apart).flatMap((_, place) =>
          c[place] === c[place + apart]
            ? alphabet
                .filter((each) => each !== c[place])
                .map((each) =>
                  c
                    .with(place, each)
                    .with(place + apart, each)
                    .join(""),
                )
            : [],
        ),
      ),
  };

  test.each(Object.keys(slips))(
    "%s: each of them is refused, and nothing is looked up",
    async (kind) => {
      const statements = await asked(async () => {
        for (const each of issued) {
          const wrong = slips[kind]!([...compactCode(each)]);
          const accepted = wrong.filter((one) => normaliseCode(one).ok);
          expect(accepted).toEqual([]);
          // Over HTTP one of each code; what is refused there is refused by the same function, before anything else.
          const one = wrong[wrong.length >> 1];
          if (one) expect((await from("192.0.2.9", `/marks/${one}.json`)).status).toBe(400);
        }
      });
      expect(statements).toEqual([]);
    },
    120_000,
  );

  test("are found however they are written", async () => {
    for (const each of issued) {
      const typed = each
        .replaceAll("0", "o")
        .replaceAll("1", randomInt(2) ? "i" : "L")
        .toLowerCase()
        .replaceAll("-", randomInt(2) ? "" : "%20");
      const answer = await from("192.0.2.9", `/marks/${typed}.json`);
      expect([typed, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([typed, 200, each]);
    }
  }, 120_000);

  test("over the page's own address, a slip asks nothing either", async () => {
    const wrong = slips["one wrong character"]!([...compactCode(code)])[100]!;
    expect(await asked(async () => void expect((await from("192.0.2.9", `/marks/${wrong}`)).status).toBe(400))).toEqual([]);
    expect(await asked(async () => void expect((await from("192.0.2.9", `/marks/${wrong}/certificate.pdf`)).status).toBe(400))).toEqual([]);
  });
});

describe("codes that nobody has", () => {
  const surgery = "198.51.100.20";

  test("are answered a hundred times an hour, then with 429, when to come again and why; codes that we issued always are", async () => {
    await forget();
    await askedAlready(surgery, askedMost.address - 1);
    expect((await unknown(surgery)).status).toBe(404);
    const refused = await unknown(surgery);
    expect([refused.status, refused.headers.get("Content-Type"), refused.headers.get("Cache-Control")]).toEqual([429, "application/problem+json", "no-store"]);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(3500);
    expect(((await refused.json()) as { detail: string }).detail).toContain("Codes that we did issue are always answered");
    const page = await from(surgery, `/marks/${draw()}`);
    const html = await page.text();
    expect([page.status, Number(page.headers.get("Retry-After")) > 3500]).toEqual([429, true]);
    expect(html).toContain("Too many codes that we never issued were asked for from your network.");
    for (const path of [`/marks/${code}.json`, `/marks/${code}`]) expect((await from(surgery, path)).status).toBe(200);
    expect((await unknown("203.0.113.5")).status).toBe(404);
  });

  test("a forged address does not help; a proxy of ours is believed", async () => {
    await forget();
    await askedAlready(surgery, askedMost.address);
    expect((await unknown(surgery, { "X-Forwarded-For": "203.0.113.77", "X-Real-IP": "203.0.113.77", Forwarded: "for=203.0.113.77" })).status).toBe(429);
    const usual = settings();
    keepSettings({ ...usual, proxies: rangesFrom("10.0.0.0/8")! });
    try {
      expect((await unknown("10.0.0.1", { "X-Forwarded-For": `203.0.113.77, ${surgery}` })).status).toBe(429);
      expect((await unknown("10.0.0.1", { "X-Forwarded-For": "203.0.113.77" })).status).toBe(404);
    } finally {
      keepSettings(usual);
    }
  });

  test("asked for from very many addresses are too many as well", async () => {
    await forget();
    await askedAlready(everybody, askedMost.everybody);
    expect((await unknown("203.0.113.6")).status).toBe(429);
    expect((await from("203.0.113.6", `/marks/${code}.json`)).status).toBe(200);
  });

  test("are counted in the database, all at once and by the hour, and then forgotten", async () => {
    await forget();
    const clock = at("2026-11-22T12:00:00Z");
    await Promise.all(Array.from({ length: 30 }, () => countUnknown(db, clock, "192.0.2.30")));
    const rows = await owner.unsafe("select who, asked from unknown_codes order by who");
    expect(rows.map(({ who, asked }) => [who, asked])).toEqual([
      ["192.0.2.30", 30],
      ["everybody", 30],
    ]);
    await countUnknown(db, at("2026-11-22T13:00:00Z"), "192.0.2.30");
    expect((await owner.unsafe("select asked from unknown_codes where who = '192.0.2.30'"))[0]).toMatchObject({ asked: 1 });
    await forgetUnknown(db, at("2026-11-22T14:00:01Z"));
    expect(await owner.unsafe("select * from unknown_codes")).toHaveLength(0);
  });

  /** Every address that takes a code, and whether what it says of none is a refusal. A search that finds nothing says so. */
  const addresses: [string, (code: string) => string, number?][] = [
    ["the status page", (each) => `/marks/${each}`],
    ["its JSON", (each) => `/marks/${each}.json`],
    ["the certificate", (each) => `/marks/${each}/certificate.pdf`],
    ["the credential", (each) => `/marks/${each}/credential.jwt`],
    ["what the credential says", (each) => `/marks/${each}/credential.json`],
    ["the badge", (each) => `/marks/${each}/badge.svg`],
    ["the badge as a picture", (each) => `/marks/${each}/badge.png`],
    ["the proof in the log", (each) => `/log/proof?code=${each}`],
    ["the page of the log", (each) => `/log?code=${each}`],
    ["what a mark covers, in FHIR", (each) => `/fhir/R4/HealthcareService/${each}`],
    ["where it stands, in FHIR", (each) => `/fhir/R4/VerificationResult/${each}`],
    ["a search for it, in FHIR", (each) => `/fhir/R4/VerificationResult?target.identifier=${encodeURIComponent(`${settings().baseUrl}/marks|${each}`)}`, 200],
  ];
  const askedBy = async (who: string) => Number((await owner.unsafe("select asked from unknown_codes where who = $1", [who]))[0]?.asked ?? 0);

  test("every address that takes a code is in the table below", () => {
    const listed = addresses.map(([, address]) => pathOf(new URL(address("CODE"), "http://localhost").pathname.replace("CODE", ":code")));
    const taking = operations.filter(({ method, refusals }) => method === "get" && refusals.includes(429)).map(({ address }) => pathOf(address.replace(":id", ":code")));
    expect(new Set(listed)).toEqual(new Set(taking));
  });

  test.each(addresses)("are counted by %s, and never looked up when a character is wrong", async (_, address, none = 404) => {
    await forget();
    expect((await from(surgery, address(draw()))).status).toBe(none);
    expect([await askedBy(surgery), await askedBy(everybody)]).toEqual([1, 1]);
    const wrong = code.slice(0, -1) + (code.endsWith("0") ? "1" : "0");
    const reads = await asked(async () => void (await from(surgery, address(wrong))));
    expect(reads.filter((statement) => /\bmarks\b|unknown_codes/.test(statement))).toEqual([]);
    await askedAlready(surgery, askedMost.address);
    const refused = await from(surgery, address(draw()));
    expect([refused.status, Number(refused.headers.get("Retry-After")) > 3500]).toEqual([429, true]);
    expect(await refused.text()).toContain("Too many codes that we never");
    // One that we issued is answered all the same, and adds nothing.
    const before = await askedBy(surgery);
    expect((await from(surgery, address(code))).status).not.toBe(429);
    expect(await askedBy(surgery)).toBe(before);
  });

  test("in a file count too", async () => {
    await forget();
    const send = () => {
      const form = new FormData();
      form.set("file", new File([`%PDF-1.7\n(${draw()})\nstartxref\n0\n%%EOF\n`], "x.pdf"));
      return website.fetch(new Request("http://localhost/verify", { method: "POST", body: form, headers: { Accept: "application/json" } }), {
        incoming: { socket: { remoteAddress: surgery } },
      });
    };
    await askedAlready(surgery, askedMost.address - 1);
    expect([(await send()).status, (await send()).status]).toEqual([200, 429]);
  });
});

test("a register that does not answer is neither a yes nor a no, on every page", async () => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
  const broken = vi.spyOn(pool.sql, "unsafe").mockImplementation(() => {
    throw new Error("no database");
  });
  try {
    for (const path of [`/marks/${code}`, `/marks/${draw()}`, `/verify?sha256=${"0".repeat(64)}`]) {
      const answer = await from("192.0.2.9", path);
      const html = await answer.text();
      expect([path, answer.status, /<title>(.*?)<\/title>/.exec(html)?.[1]]).toEqual([path, 503, expect.stringMatching(/^(We could not check just now|Check a mark) – Waymark$/)]);
      expect(html).toContain("We could not check just now. That is neither a yes nor a no.");
      expect(html).not.toContain("Do not rely on it.");
    }
    const form = new FormData();
    form.set("file", new File(["%PDF-1.7"], "x.pdf"));
    const sent = await website.fetch(new Request("http://localhost/verify", { method: "POST", body: form, headers: { Accept: "application/json" } }));
    expect([sent.status, ((await sent.json()) as { title: string }).title]).toEqual([503, "We could not check just now"]);
  } finally {
    broken.mockRestore();
    quiet.mockRestore();
  }
});
