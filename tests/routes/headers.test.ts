import { gunzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { website as around } from "~/http.server";
import { keepSettings, settings } from "~/platform/env.server";
import { freshDatabase } from "../support/database";
import { cast } from "../support/people";
import { cookieFor, get, getData, post, website } from "../support/website";

const { db, sql } = await freshDatabase();
const { pat, organisations } = await cast(db);
const home = `/organisations/${organisations.marshEnd.slug}`;
const policyOf = (answer: Response) =>
  Object.fromEntries((answer.headers.get("Content-Security-Policy") ?? "").split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1)]));

describe("what every answer carries", () => {
  const answers: [string, () => Promise<Response>][] = [
    ["a public page", () => get("/")],
    ["a page of somebody signed in", () => get(home, { as: pat })],
    ["a page that is not there", () => get("/nothing/here")],
    ["a redirect", () => get("/start")],
    ["Remix's own data", () => getData(home, { as: pat })],
    ["a refused form", () => post("/sign-in", {}, { headers: { "Sec-Fetch-Site": "cross-site" } })],
    ["a form with a mistake in it", () => post("/sign-in", { email: "" })],
  ];

  test.each(answers)("%s", async (_, ask) => {
    const { headers } = await ask();
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(headers.get("X-Request-Id")).toMatch(/^[\w-]{36}$/);
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
    for (const name of ["Server", "X-Powered-By", "Strict-Transport-Security"]) expect([name, headers.get(name)]).toEqual([name, null]);
  });

  test("over HTTPS, that it stays HTTPS", async () => {
    const plain = settings();
    try {
      keepSettings({ ...plain, baseUrl: "https://waymark.example" });
      expect((await get("/")).headers.get("Strict-Transport-Security")).toBe("max-age=31536000; includeSubDomains");
    } finally {
      keepSettings(plain);
    }
  });

  test("a caller's request id is kept when it is one, and not when it is something else", async () => {
    expect((await get("/", { headers: { "X-Request-Id": "abc-123" } })).headers.get("X-Request-Id")).toBe("abc-123");
    expect((await get("/", { headers: { "X-Request-Id": "<script>" } })).headers.get("X-Request-Id")).toMatch(/^[\w-]{36}$/);
  });
});

describe("a page's own policy", () => {
  test("lets only scripts with this page's number run, and nothing unsafe", async () => {
    const page = await get(home, { as: pat });
    const policy = policyOf(page);
    expect(Object.keys(policy).sort()).toEqual([
      "base-uri",
      "connect-src",
      "default-src",
      "font-src",
      "form-action",
      "frame-ancestors",
      "img-src",
      "object-src",
      "script-src",
      "style-src",
    ]);
    expect(policy["script-src"]).toEqual([expect.stringMatching(/^'nonce-[\w+/=]{24}'$/), "'strict-dynamic'"]);
    expect(policy).toMatchObject({
      "style-src": ["'self'"],
      "connect-src": ["'self'"],
      "object-src": ["'none'"],
      "base-uri": ["'none'"],
      "form-action": ["'self'"],
      "frame-ancestors": ["'none'"],
    });
    expect(page.headers.get("Content-Security-Policy")).not.toMatch(/unsafe|report-only|\*/);
  });

  test("has a new number each time", async () => {
    const numbers = await Promise.all(Array.from({ length: 5 }, async () => policyOf(await get("/"))["script-src"]![0]));
    expect(new Set(numbers).size).toBe(5);
  });

  test.each(["/", "/about/privacy", "/sign-in", "/nothing"])("%s needs no script and has no style of its own", async (path) => {
    const words = await (await get(path)).text();
    expect(words).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i);
  });
});

test.each(["/", "/about/what-a-mark-means", "/about/privacy", "/about/accessibility", "/sign-in", "/standards", "/register", "/verify", "/nothing"])(
  "%s sets no cookie",
  async (path) => {
    expect((await get(path)).headers.has("Set-Cookie")).toBe(false);
    expect((await get(path, { headers: { Cookie: await cookieFor(pat) } })).headers.has("Set-Cookie")).toBe(false);
  },
);

describe("a form from elsewhere", () => {
  const elsewhere: [string, Record<string, string>][] = [
    ["another site", { Origin: "https://evil.test", "Sec-Fetch-Site": "cross-site" }],
    ["a sister site", { Origin: "https://other.localhost", "Sec-Fetch-Site": "same-site" }],
    ["another site, in an old browser", { Origin: "https://evil.test", "Sec-Fetch-Site": "" }],
    ["another port", { Origin: "http://localhost:8080", "Sec-Fetch-Site": "" }],
    ["a page without an origin", { Origin: "null", "Sec-Fetch-Site": "" }],
    ["a page that says where but lies about it", { Origin: "http://localhost.evil.test", "Sec-Fetch-Site": "" }],
    ["nowhere, with a session", { Origin: "", "Sec-Fetch-Site": "" }],
  ];
  test.each(elsewhere)("%s is refused whatever its method and type, and changes nothing", async (_, headers) => {
    const cookie = await cookieFor(pat);
    const left = Object.fromEntries(Object.entries(headers).filter(([, value]) => value));
    for (const method of ["POST", "PUT", "PATCH", "DELETE"])
      for (const type of ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "application/json"])
        for (const path of ["/sign-out", "/sign-out.data", "/sign-out?index"]) {
          const answer = await website.fetch(
            new Request(`http://localhost${path}`, { method, body: "email=pat", headers: { Host: "localhost", Cookie: cookie, "Content-Type": type, ...left } }),
          );
          expect([method, type, path, answer.status]).toEqual([method, type, path, 403]);
        }
    expect(await sql`select 1 from sessions where ended_at is not null`).toHaveLength(0);
  });

  test("says so in words to a browser, and as a problem to a program", async () => {
    const headers = { Origin: "https://evil.test", "Sec-Fetch-Site": "cross-site" };
    expect(await (await post("/sign-out", {}, { headers })).text()).toContain("<h1>This form was sent from another site</h1>");
    const problem = await post("/sign-out", {}, { headers: { ...headers, Accept: "*/*" } });
    expect(problem.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await problem.json()).toMatchObject({ status: 403, title: "This form was sent from another site" });
  });

  test("our own is taken, by what the browser says or by its origin", async () => {
    expect((await post("/sign-out")).status).toBe(303);
    const ours: Record<string, string>[] = [{ Origin: "http://localhost" }, { "Sec-Fetch-Site": "same-origin" }, { Origin: "http://localhost", Cookie: await cookieFor(pat) }];
    for (const headers of ours)
      expect(
        (await website.fetch(new Request("http://localhost/sign-out", { method: "POST", body: new URLSearchParams(), headers: { Host: "localhost", ...headers } }))).status,
      ).toBe(303);
  });
});

describe("how much may be sent", () => {
  const form = (kilobytes: number) => ({ email: "a".repeat(kilobytes * 1024) });
  test.each([
    ["/sign-in", 299, 400],
    ["/sign-in", 301, 413],
    ["/verify", 301, 200],
    ["/verify", 6 * 1024 + 1, 413],
    ["/assessments/x/criteria/y", 301, 413],
    ["/assessments/x/criteria/y/evidence/z", 301, 413],
    ["/assessments/x/files", 21 * 1024 + 1, 413],
    ["/assessments/x/criteria/y/evidence", 21 * 1024 + 1, 413],
  ])("%s with %i KB", async (path, kilobytes, status) => {
    const answer = await post(path, form(kilobytes));
    if (status === 413) {
      expect(answer.status).toBe(413);
      expect(await answer.text()).toMatch(/At most (300 KB|5 MB|20 MB) can be sent here\. Nothing from this page was kept/);
    } else expect(answer.status).not.toBe(413);
  });

  test.each(["application/json", "text/plain", "application/xml"])("%s is no form", async (type) => {
    expect((await post("/sign-in", { email: "x" }, { headers: { "Content-Type": type } })).status).toBe(415);
  });
});

describe("packing", () => {
  test("a page is packed for who can unpack it", async () => {
    const packed = await get("/about/what-a-mark-means", { headers: { "Accept-Encoding": "gzip" } });
    expect(packed.headers.get("Content-Encoding")).toBe("gzip");
    expect(packed.headers.get("Vary")).toContain("Accept-Encoding");
    expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toContain("</html>");
    const plain = await get("/about/what-a-mark-means");
    expect(plain.headers.has("Content-Encoding")).toBe(false);
    expect(plain.headers.get("Vary")).toContain("Accept-Encoding");
  });
  test("HEAD says the same without the words", async () => {
    const answer = await get("/", { method: "HEAD" });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
  });
});

test("an error of ours says sorry, keeps its secrets and goes to the log", async () => {
  const broken = around(() => Promise.reject(new Error("select secret from /srv/waymark")));
  // Only now: a website that is put together before anything was built says so in the log.
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const answer = await broken.fetch(new Request("http://localhost/"));
  const words = await answer.text();
  expect(answer.status).toBe(500);
  expect(words).toContain("Sorry, something went wrong here");
  expect(words).not.toMatch(/secret|\/srv|at .*\.ts/);
  expect(answer.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});
