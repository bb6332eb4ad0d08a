import { describe, expect, test } from "vitest";
import type { Actor } from "~/accounts/actor";
import { type Access, authorisation, type Kind, kinds } from "~/authorisation";
import { pool } from "~/platform/database.server";
import { keepSettings, settings } from "~/platform/env.server";
import { publicAnswers } from "~/register/http.server";
import { lostRoutes, routePatterns } from "../support/addresses";
import { freshDatabase } from "../support/database";
import { cookieFor, type Form, get, getData, post, postData, website } from "../support/website";
import { oneOfEverything } from "../support/world";

const { db, sql } = await freshDatabase();
const world = await oneOfEverything(db);
const name = ({ method, address }: Access) => `${method} ${address}`;
const cookies = new Map<Actor, string>();
for (const actor of [...Object.values(world.mine), ...Object.values(world.other)]) cookies.set(actor, await cookieFor(actor));

type Answer = { status: number; location: string; text: string; headers: Headers };
async function ask(
  { method, address }: Access,
  actor: Actor | undefined,
  {
    as = "page",
    path = world.address(address),
    form = world.form(address),
    more = {},
  }: { as?: "page" | "data" | "program"; path?: string; form?: Form; more?: Record<string, string> } = {},
): Promise<Answer> {
  const headers: Record<string, string> = { ...(actor ? { Cookie: cookies.get(actor)! } : {}), ...(as === "program" ? { Accept: "application/json" } : {}), ...more };
  const answer = await sent();
  return { status: answer.status, location: answer.headers.get("Location") ?? "", text: await answer.text(), headers: answer.headers };

  function sent() {
    if (method === "GET") return (as === "data" ? getData : get)(path, { headers });
    if (method === "POST") return (as === "data" ? postData : post)(path, form, { headers });
    const body = JSON.stringify({ answer: { level: "met", how: "We ring everyone back in two working days." }, privateNote: "" });
    const whole = { Accept: "text/html", Host: "localhost", "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json", "If-Match": '"1"', ...headers };
    return website.fetch(new Request(`http://localhost${path}${as === "data" ? ".data" : ""}`, { method, body, headers: whole }));
  }
}

/**
 * Everything in the database but the sessions, which note when they were used, and who looked at a case, which is noted with every look.
 * A sum of what each row hashes to needs no order: sorting every table takes seven times as long.
 */
async function fingerprint() {
  const tables = await sql<
    { name: string }[]
  >`select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename not in ('sessions', 'case_views') order by 1`;
  const parts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as rows, sum(hashtextextended(t::text, 0)) as words from ${name} t`);
  return JSON.stringify(await sql.unsafe(`${parts.join(" union all ")} order by 1`));
}

/** Does it and takes it back: what one person may do is still there for the next. */
async function undone<T>(act: () => Promise<T>): Promise<T> {
  const own = pool.db;
  let answer: T | undefined;
  try {
    await own.transaction(async (tx) => {
      pool.db = tx;
      answer = await act();
      tx.rollback();
    });
  } catch (error) {
    if (answer === undefined) throw error;
  } finally {
    pool.db = own;
  }
  return answer!;
}

/** What every answer to a GET carries, whoever asks. */
function expectSafe(headers: Headers, { personal }: { personal: boolean }) {
  expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(headers.get("Content-Security-Policy")).toMatch(/default-src 'none'|^sandbox/);
  expect(headers.get("Content-Security-Policy")).not.toMatch(/unsafe/);
  expect(headers.get("Referrer-Policy")).toBe("same-origin");
  expect(headers.has("Set-Cookie")).toBe(false);
  if (personal) expect(headers.get("Cache-Control")).toContain("no-store");
}

/** A form with something besides that a person could have typed, in signs that a page must not lose or take for its own. */
function withWords(form: Form): FormData {
  const filled = new FormData();
  const pairs =
    form instanceof FormData || form instanceof URLSearchParams ? [...form] : Object.entries(form).flatMap(([name, value]) => [value].flat().map((each) => [name, each] as const));
  for (const [name, value] of [...pairs, ["note", 'Typed for an hour: ŵ & <b> "so" it\'s\r\nnot lost'] as const]) filled.append(name, value);
  return filled;
}
const wordsOf = (form: FormData) => [...form].filter(([, value]) => typeof value === "string");

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };
const unescaped = (html = "") => html.replace(/&(?:amp|lt|gt|quot|#x27);/g, (each) => entities[each]!);
const hiddenIn = (html: string) => [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [unescaped(name), unescaped(value)]);

const reached = ({ status, location }: Answer) => status < 500 && ![401, 403, 404].includes(status) && !location.startsWith("/sign-in?") && location !== "/sign-in";
const mayAt = (method: string, address: string, kind: Kind) => authorisation.find((each) => each.method === method && each.address === address)?.may[kind] ?? "-";

describe("the table is the whole of it", () => {
  /** What an action answers is known by the table alone; one that the table does not know at all must not be there. */
  const ofAction = (address: string) => {
    const methods = authorisation.filter((each) => each.address === address && each.method !== "GET").map((each) => each.method);
    return (methods.length > 0 ? methods : ["POST"]).map((method) => `${method} ${address}`);
  };
  const named: Record<string, string> = { marks: "code", providers: "slug", keys: "kid", register: "day" };
  const ofFast = (path: string) => path.replace(/:file\{.*\.(\w+)\}/, (_, ending) => `:${named[path.split("/")[1]!]}.${ending}`);
  const answered = new Set([
    ...routePatterns().flatMap(({ address, module }) => [
      ...("loader" in module || "default" in module ? [`GET ${address}`] : []),
      ...("action" in module ? ofAction(address) : []),
    ]),
    ...publicAnswers.routes.filter(({ method }) => method === "GET" || method === "POST").map(({ method, path }) => `${method} ${ofFast(path)}`),
  ]);
  const listed = new Set(authorisation.map(name));

  test("no address answers that is not in it", () => expect([...answered].filter((each) => !listed.has(each))).toEqual([]));
  test("no line of it is answered by nothing", () => expect([...listed].filter((each) => !answered.has(each))).toEqual([]));
  test("no line is there twice", () => expect(listed.size).toBe(authorisation.length));
  test("nothing can become somebody else: no address is named so", () => expect([...answered].filter((each) => /impersonat|become|\bas\b|sudo/.test(each))).toEqual([]));
  test("no route is without an address", () => expect(lostRoutes()).toEqual([]));
});

const atFirst = await fingerprint();

describe.each(authorisation)("$method $address", (access) => {
  const may = (kind: Kind) => access.may[kind] !== "-";
  const actorOf = (kind: Kind) => (kind === "anonymous" ? undefined : world.mine[kind]);
  // What changes something is taken back by putting a transaction in the pool's place, which everybody asking meanwhile would be in.
  const atOnce = access.changes ? test : test.concurrent;

  atOnce.each(kinds.filter(may))("%s may", async (kind) => {
    const act = () => ask(access, actorOf(kind));
    const answer = await (access.changes ? undone(act) : act());
    expect([answer.status, answer.location, reached(answer)]).toEqual([answer.status, answer.location, true]);
    if (access.method === "GET") expectSafe(answer.headers, { personal: !may("anonymous") });
  });

  test.concurrent.each(kinds.filter((kind) => !may(kind) && kind !== "anonymous"))("%s may not", async (kind) => {
    const seesIt = mayAt("GET", access.address, kind) !== "-";
    for (const as of ["page", "data"] as const) {
      const { status } = await ask(access, actorOf(kind), { as });
      expect([as, status]).toEqual([as, seesIt && status === 403 ? 403 : 404]);
    }
  });

  const takesWords = access.method === "POST" && access.answers === "page";
  if (!may("anonymous") && takesWords)
    test("nobody signed in gets every field back that they typed, and a way to send it again; a program gets 401", async () => {
      const form = withWords(world.form(access.address));
      const path = world.address(access.address);
      const page = await ask(access, undefined, { form });
      expect([page.status, page.location]).toEqual([401, ""]);
      expect(hiddenIn(page.text)).toEqual(wordsOf(form));
      expect(page.text).toContain(`href="/sign-in?go_to=${encodeURIComponent(path)}"`);
      expect(page.text).toContain(`<form method="post" action="${path}"`);
      expect(page.text.includes("The file you chose could not be kept.")).toBe([...form.values()].some((value) => value instanceof File));
      const data = await ask(access, undefined, { as: "data", form });
      expect([data.status, data.text.includes("/sign-in")]).toEqual([401, true]);
      expect((await ask(access, undefined, { as: "program" })).status).toBe(401);
    });

  if (!may("anonymous") && !takesWords)
    test("nobody signed in is sent to the sign-in page and back, and a program gets 401", async () => {
      const page = await ask(access, undefined);
      expect([page.status, page.location.split("?")[0]]).toEqual([302, "/sign-in"]);
      const data = await ask(access, undefined, { as: "data" });
      expect([data.status < 400, `${data.location} ${data.text}`.includes("/sign-in")]).toEqual([true, true]);
      expect((await ask(access, undefined, { as: "program" })).status).toBe(401);
    });

  if (access.method !== "GET")
    test("a form of another site is refused, whoever is signed in", async () => {
      for (const more of [
        { "Sec-Fetch-Site": "cross-site", Origin: "https://evil.test" },
        { "Sec-Fetch-Site": "", Origin: "null" },
      ])
        for (const actor of [undefined, world.mine.admin, world.mine.moderator]) {
          const { status } = await ask(access, actor, { more });
          expect(status).toBe(403);
        }
    });

  const others = (Object.keys(world.other) as (keyof typeof world.other)[]).filter((kind) => ["O", "C"].includes(access.may[kind]));
  if (others.length > 0)
    test.concurrent.each(others)("another %s, whose it is not, gets what they would get if it were not there", async (kind) => {
      const nowhere = world
        .address(access.address)
        .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|marsh-end[^/]*/, (mine) => (mine.startsWith("marsh") ? "no-such-place" : crypto.randomUUID()));
      for (const as of ["page", "data", "program"] as const) {
        const [theirs, missing] = [await ask(access, world.other[kind], { as }), await ask(access, world.other[kind], { as, path: nowhere })];
        expect([as, theirs.status, missing.status]).toEqual([as, 404, 404]);
        expect(theirs.text).toBe(missing.text);
      }
    });

  if (access.address.includes(":") && !access.demo)
    test.concurrent.each(["x", "%00", "..%2f..", "0", "00000000-0000-0000-0000-000000000000", "a".repeat(300), "%F0%9F%8C%B1", "' or 1=1 --"])(
      "with %.20s for a parameter is no error of ours",
      async (odd) => {
        const path = access.address.replace(/:(\w+)/g, encodeURI(odd).replace(/%25/g, "%"));
        const { status } = await ask(
          access,
          kinds.map(actorOf).find((actor, place) => actor && may(kinds[place]!)),
          { path },
        );
        expect([path, status < 500]).toEqual([path, true]);
      },
    );

  // The demo's own switches reach past what can be undone here.
  if (!access.demo) test("and through all of this nothing has changed", async () => expect(await fingerprint()).toBe(atFirst));
});

test("in production no demo address is there", async () => {
  const plain = settings();
  try {
    keepSettings({ ...plain, mode: "production" });
    for (const access of authorisation.filter((each) => each.demo)) expect([name(access), (await ask(access, undefined)).status]).toEqual([name(access), 404]);
  } finally {
    keepSettings(plain);
  }
});
