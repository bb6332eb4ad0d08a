import { Agent, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import { afterAll, describe, expect, test } from "vitest";
import { listen } from "~/platform/listen.server";
import { freshDatabase } from "../support/database";
import { cast } from "../support/people";
import { cookieFor, website } from "../support/website";

const { db, sql } = await freshDatabase();
const { pat } = await cast(db);

/** Over a real socket, as a proxy or a browser would. */
const { server, drain } = await listen(getRequestListener(website.fetch, { overrideGlobalObjects: false }), 0);
const { port } = server.address() as AddressInfo;
afterAll(() => drain(100));

type Asked = { path: string; method?: string; headers?: Record<string, string>; body?: string | Buffer | Readable; agent?: Agent; at?: number };
const ask = ({ path, method = "GET", headers, body, agent, at = port }: Asked) =>
  new Promise<{ status: number; headers: IncomingMessage["headers"]; text: string }>((done, fail) => {
    const asked = request({ host: "127.0.0.1", port: at, path, method, headers, agent }, (answer) => {
      let text = "";
      answer.on("data", (chunk: Buffer) => {
        text += chunk;
      });
      answer.on("end", () => done({ status: answer.statusCode!, headers: answer.headers, text }));
    });
    asked.on("error", fail);
    if (body instanceof Readable) body.pipe(asked);
    else asked.end(body);
  });
const formHeaders = { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" };

describe("behind a proxy", () => {
  test.each<Record<string, string>>([{ Host: "127.0.0.1:3000" }, { Host: "evil.test" }, { "X-Forwarded-Host": "waymark.example", "X-Forwarded-Proto": "https" }])(
    "a form of ours is taken whatever Host says: %j",
    async (headers) => {
      await sql`delete from sign_in_links`;
      const answer = await ask({ path: "/sign-in", method: "POST", headers: { ...formHeaders, Origin: "http://localhost", ...headers }, body: `email=${pat.email}` });
      expect(answer.status).toBe(200);
      const [mail] = await sql`select text from outbox order by at desc limit 1`;
      expect(mail!.text).toContain("http://localhost/sign-in/link/");
    },
  );

  test("a form from elsewhere is not, even when Host was made to fit", async () => {
    const answer = await ask({
      path: "/sign-out",
      method: "POST",
      headers: { "Content-Type": formHeaders["Content-Type"], Origin: "https://evil.test", "X-Forwarded-Host": "evil.test", Cookie: await cookieFor(pat) },
    });
    expect(answer.status).toBe(403);
  });

  test("where an answer leads is a path, never another host", async () => {
    const answer = await ask({ path: "/start", headers: { Host: "evil.test", "X-Forwarded-Host": "evil.test" } });
    expect([answer.status, answer.headers.location]).toEqual([302, "/sign-in"]);
  });
});

describe("odd requests", () => {
  test.each([
    ["GET", "/demo/clock", "POST"],
    ["HEAD", "/demo/sign-in", "POST"],
    ["GET", "/assessments/x/files", "POST"],
    ["GET", "/assessments/x/criteria/AS-1.1/answer", "PUT"],
    ["POST", "/marks/0000-0000-0000.json", "GET, HEAD"],
    ["DELETE", "/sign-in", "GET, HEAD, POST"],
  ])("%s %s is not the way, and what is is said", async (method, path, allowed) => {
    const answer = await ask({ path, method, headers: method === "GET" || method === "HEAD" ? {} : formHeaders });
    expect([answer.status, answer.headers.allow, answer.headers["content-type"]]).toEqual([405, allowed, "application/problem+json"]);
  });

  test.each([
    "/%",
    "/%ff",
    "/%00",
    "/sign-in/link/%E0%A4%A",
    "/..%2f..%2fetc%2fpasswd",
    "/assets/../../package.json",
    "/package.json",
    "//evil.test",
    `/${"a/".repeat(500)}`,
    "/sign-in?go_to=%E0%A4%A",
    "/organisations/%00/facts",
    "/?index&_routes=root",
    "/_root.data",
    "/sign-in/link/..%2f..%2fstart",
  ])("GET %.60s is answered, not with an error of ours", async (path) => {
    const answer = await ask({ path, headers: { Accept: "text/html" } });
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toMatch(/"dependencies"|root:x|node_modules|at .*\.[jt]s:\d/);
    expect(answer.headers.location ?? "/").toMatch(/^\/(?!\/)/);
  });

  test.each(["TRACE", "PROPFIND", "DELETE", "PATCH", "PUT"])("%s changes nothing and is refused", async (method) => {
    const answer = await ask({ path: "/sign-in", method, headers: { "Sec-Fetch-Site": "same-origin" } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });

  test("a form cut off in the middle is nobody's error", async () => {
    const body = '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\npat@demo';
    const answer = await ask({ path: "/sign-in", method: "POST", headers: { "Sec-Fetch-Site": "same-origin", "Content-Type": "multipart/form-data; boundary=x" }, body });
    expect(answer.status).toBe(400);
  });

  test("more than may be sent is read to its end, so that the answer can be seen", async () => {
    const slowly = new Readable({ read() {} });
    const headers = { ...formHeaders, Accept: "text/html", "Content-Length": String(22 * 1024 * 1024) };
    const answer = ask({ path: "/assessments/x/files", method: "POST", headers, body: slowly });
    let answered = false;
    void answer.then(() => {
      answered = true;
    });
    for (let i = 0; i < 21; i++) {
      slowly.push(Buffer.alloc(1024 * 1024, 97));
      await wait(40);
    }
    // An answer before the end would be followed by a cut connection, and a browser would show that instead.
    expect(answered).toBe(false);
    slowly.push(Buffer.alloc(1024 * 1024, 97));
    slowly.push(null);
    expect(await answer).toMatchObject({ status: 413, text: expect.stringContaining("At most 20 MB can be sent here") });
  });

  test("a body that does not say how long it is is not taken", async () => {
    for (const method of ["POST", "PUT"]) {
      const answer = await ask({ path: "/sign-in", method, headers: formHeaders, body: Readable.from(["email=", "pat"]) });
      expect([method, answer.status]).toEqual([method, 411]);
    }
  });
});

test("stopping: who is being answered is answered, nobody new comes in, and it ends though a connection is kept open", async () => {
  let slowly: () => void = () => {};
  const slow = await listen((asked, answer) => {
    if (asked.url === "/slow") slowly = () => answer.end("whole");
    else answer.end("quick");
  }, 0);
  const at = (slow.server.address() as AddressInfo).port;
  const agent = new Agent({ keepAlive: true });
  await ask({ path: "/", agent, at });
  const waiting = ask({ path: "/slow", at });
  await wait(50);
  const began = Date.now();
  const stopped = slow.drain(5_000);
  await expect(ask({ path: "/", at })).rejects.toThrow();
  slowly();
  expect((await waiting).text).toBe("whole");
  await stopped;
  expect(Date.now() - began).toBeLessThan(3_000);
  agent.destroy();
});
