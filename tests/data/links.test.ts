import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { linkCaptures } from "#db/schema/evidence";
import { captureLink } from "~/evidence/capture-link.server";
import { type FetchOptions, fetchPage } from "~/evidence/fetch-page.server";
import { readStored, sha256 } from "~/platform/files.server";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";

const { db } = await freshDatabase();
let people: Cast;
let server: Server;
let port: number;
const asked: string[] = [];
const pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  "/page": (_, response) => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(text),
  "/once": (_, response) => response.writeHead(302, { Location: "/page" }).end(),
  "/loop": (_, response) => response.writeHead(302, { Location: "/loop" }).end(),
  "/inside": (_, response) => response.writeHead(302, { Location: "http://127.0.0.1:1/admin" }).end(),
  "/metadata": (_, response) => response.writeHead(302, { Location: "http://169.254.169.254/latest" }).end(),
  "/by-name": (_, response) => response.writeHead(302, { Location: "http://intranet.example/" }).end(),
  "/huge": (_, response) => {
    response.writeHead(200, { "Content-Type": "text/html" });
    const more = () => {
      while (!response.destroyed && response.write("x".repeat(10_000)));
      if (!response.destroyed) response.once("drain", more);
    };
    more();
  },
  "/claims-huge": (_, response) => response.writeHead(200, { "Content-Type": "text/html", "Content-Length": "999999999" }).write("x"),
  "/slow": (_, response) => response.writeHead(200, { "Content-Type": "text/html" }).write("…"),
  "/program": (_, response) => response.writeHead(200, { "Content-Type": "application/x-msdownload" }).end("MZ"),
};
let text = "<h1>Safe with us</h1>";
beforeAll(async () => {
  people = await cast(db);
  server = createServer((request, response) => {
    asked.push(request.url!);
    (pages[request.url!] ?? ((_, gone) => gone.writeHead(404).end()))(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as { port: number }).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const at = (path: string) => `http://127.0.0.1:${port}${path}`;
const get = (path: string, more: FetchOptions = {}) => fetchPage(at(path), { loopback: { port }, ...more });

describe("fetching a page that somebody typed", () => {
  test("keeps what is there, over a redirect too", async () => {
    expect(await get("/page")).toMatchObject({ outcome: "kept", status: 200, mediaType: "text/html", bytes: Buffer.from(text) });
    expect(await get("/once")).toMatchObject({ outcome: "kept" });
  });

  test("our own network is out of reach unless a test says so, and then for its one port alone", async () => {
    const before = asked.length;
    expect(await fetchPage(at("/page"))).toEqual({ outcome: "not_allowed" });
    expect(asked).toHaveLength(before);
    for (const address of [
      "http://127.0.0.1/",
      "http://[::1]/",
      "http://[::ffff:127.0.0.1]/",
      "http://2130706433/",
      "http://0x7f.1/",
      "http://0/",
      "http://169.254.169.254/latest",
      "http://10.0.0.1/",
    ])
      expect(await fetchPage(address), address).toEqual({ outcome: "not_allowed" });
    for (const address of ["http://user:secret@example.org/", "http://example.org:8080/", "file:///etc/passwd"])
      expect(await fetchPage(address), address).toEqual({ outcome: "not_allowed" });
  });

  test.each(["/inside", "/metadata"])("nor by way of a redirect: %s", async (path) => expect(await get(path)).toEqual({ outcome: "not_allowed" }));

  test("nor by a name that stands for an address inside, alone or among others", async () => {
    const inside = (...addresses: string[]) => ({ resolve: async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })) });
    for (const answer of [inside("10.0.0.5"), inside("93.184.216.34", "127.0.0.1"), inside("::ffff:192.168.0.1"), inside("fd00::1")]) {
      expect(await fetchPage("http://intranet.example/", answer)).toEqual({ outcome: "not_allowed" });
      expect(await get("/by-name", answer)).toEqual({ outcome: "not_allowed" });
    }
  });

  test("ends when it is too big, too slow, leads on and on, is no page, or is not there", async () => {
    expect(await get("/huge", { most: 50_000 })).toMatchObject({ outcome: "too_big" });
    expect(await get("/claims-huge")).toMatchObject({ outcome: "too_big" });
    expect(await get("/slow", { seconds: 0.3 })).toMatchObject({ outcome: "too_slow" });
    expect(await get("/loop")).toEqual({ outcome: "too_many_redirects" });
    expect(await get("/program")).toMatchObject({ outcome: "kind_not_kept" });
    expect(await get("/nowhere")).toMatchObject({ outcome: "not_found", status: 404 });
    expect(await fetchPage("http://nowhere.example/", { resolve: () => Promise.reject(new Error("no such name")) })).toMatchObject({ outcome: "no_answer" });
  });
});

describe("keeping it", () => {
  test("as it was on the day, with its hash; the same again is not kept twice, a change is a new row, and so is a look that found nothing", async () => {
    const capture = (path: string) => captureLink(db, noon, { organisationId: people.organisations.marshEnd.id, url: at(path) }, { loopback: { port } });
    await capture("/page");
    await capture("/page");
    text = "<h1>Safer with us</h1>";
    await capture("/page");
    await capture("/nowhere");
    const rows = await db.select().from(linkCaptures);
    expect(rows.map(({ outcome, httpStatus }) => [outcome, httpStatus])).toEqual([
      ["kept", 200],
      ["kept", 200],
      ["not_found", 404],
    ]);
    expect(sha256((await readStored(rows[1]!.storageKey!))!)).toBe(rows[1]!.sha256);
    expect(rows[2]).toMatchObject({ sha256: null, storageKey: null });
  });
});
