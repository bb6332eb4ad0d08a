import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { evidenceFiles } from "#db/schema/evidence";
import { heldAnswers } from "~/assessments/draft.server";
import { clock } from "~/platform/clock.server";
import { stallFiles } from "~/platform/files.server";
import { publishStandards } from "~/standards/publish.server";
import { draftOf } from "../support/answers";
import { freshDatabase } from "../support/database";
import * as files from "../support/files";
import { type Cast, cast } from "../support/people";
import { cookieFor, get, post, website } from "../support/website";

const { db } = await freshDatabase();
let people: Cast;
let id: string;
beforeAll(async () => {
  await publishStandards(db, clock, { system: "test" });
  people = await cast(db);
  id = await draftOf(db, people.pat, people.pat.memberships[0]!.organisationId, "activities-and-services");
});
afterEach(() => stallFiles(0));

const page = () => `/assessments/${id}/criteria/AS-2.1/evidence`;
const form = (fields: Record<string, string>, file?: { name: string; bytes: Uint8Array; type?: string }) => {
  const made = new FormData();
  if (file) made.set("file", new File([Buffer.from(file.bytes)], file.name, { type: file.type ?? "application/pdf" }));
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
};
const send = (fields: Record<string, string>, file?: { name: string; bytes: Uint8Array }, as = people.pat) => post(page(), form(fields, file), { as });
const shown = async () => (await heldAnswers(db, id, "AS-2.1"))[0]?.answer.evidence ?? [];
const upload = (file: { name: string; bytes: Uint8Array; type?: string }, as = people.pat) =>
  post(`/assessments/${id}/files`, form({}, file), { as, headers: { Accept: "application/json" } });
const poster = { name: "poster.pdf", bytes: files.pdf() };

describe("adding without a script", () => {
  test("a file, a web page, and one to be shown on a call; each can be taken off again", async () => {
    expect((await send({ kind: "file", title: "Our steps", clean: "yes" }, poster)).headers.get("Location")).toBe(page());
    expect((await send({ kind: "link", title: "Our page", link: "https://example.org/safe" })).status).toBe(302);
    expect((await send({ kind: "call", title: "The shed" }, undefined, people.dee)).status).toBe(302);
    expect((await shown()).map(({ kind, title }) => [kind, title])).toEqual([
      ["file", "Our steps"],
      ["link", "Our page"],
      ["call", "The shed"],
    ]);
    const html = await (await get(page(), { as: people.pat })).text();
    expect(html).toContain("poster.pdf");
    const version = /name="version" value="(\d+)"/.exec(html)![1]!;
    expect((await send({ move: "remove", place: "1", version: "1" })).status).toBe(409);
    expect((await send({ move: "remove", place: "1", version })).status).toBe(302);
    expect((await shown()).map(({ kind }) => kind)).toEqual(["file", "call"]);
  });

  test("another field wrong: the file is kept, need not be chosen again, and nothing is shown yet", async () => {
    const before = await shown();
    const answer = await send({ kind: "file", title: "", "date-day": "31", "date-month": "2", "date-year": "2026" }, poster);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html.match(/<a href="#(title|date|clean)">/g)).toHaveLength(3);
    expect(html).toContain("<strong>poster.pdf</strong>");
    expect(await shown()).toEqual(before);
    const stored = /name="stored" value="([^"]+)"/.exec(html)![1]!;
    expect((await send({ kind: "file", title: "Steps", clean: "yes", stored })).status).toBe(302);
    expect((await shown()).at(-1)).toEqual({ kind: "file", file: stored, title: "Steps", clean: true });
  });

  test.each<[string, { name: string; bytes: Uint8Array }, number, string]>([
    ["empty", { name: "x.pdf", bytes: new Uint8Array() }, 422, "The file is empty"],
    ["of a kind that cannot be shown", { name: "x.svg", bytes: files.svg() }, 422, "We cannot take this kind of file"],
    ["not what its name says", { name: "x.pdf", bytes: files.html() }, 422, "not what its name says"],
    ["locked", { name: "x.pdf", bytes: files.lockedPdf() }, 422, "locked with a password"],
    ["a little over 20 MB", { name: "x.pdf", bytes: Buffer.concat([files.pdf(), Buffer.alloc(20 * 1024 * 1024)]) }, 413, "smaller than 20 MB"],
  ])("a file that is %s: refused with what to do, and what was typed stays", async (_what, file, status, words) => {
    const before = await shown();
    const answer = await send({ kind: "file", title: "What I typed", clean: "yes" }, file);
    expect(answer.status).toBe(status);
    const html = await answer.text();
    expect(html).toContain(words);
    expect(html).toContain('<a href="#file">');
    expect(html).toContain('value="What I typed"');
    expect(await shown()).toEqual(before);
  });

  test("while the storage does not answer: said, and everything else stays", async () => {
    stallFiles(60);
    const answer = await send({ kind: "file", title: "What I typed", clean: "yes" }, poster);
    expect(answer.status).toBe(503);
    const html = await answer.text();
    expect(html).toContain("Try again in a few minutes");
    expect(html).toContain('value="What I typed"');
    expect((await send({ kind: "call", title: "The shed again" })).status).toBe(302);
  });

  test("a sixth thing is refused, also when two people add the fifth at once", async () => {
    const added = await Promise.all([1, 2, 3, 4].map((each) => send({ kind: "call", title: `At once ${each}` }, undefined, each % 2 ? people.pat : people.dee)));
    expect(await shown()).toHaveLength(5);
    expect(added.map(({ status }) => status).sort()).toEqual([302, 422, 422, 422]);
  });

  test("a file of somebody else cannot be shown as one’s own", async () => {
    const [file] = await db.select({ id: evidenceFiles.id }).from(evidenceFiles).limit(1);
    const { ruth } = people;
    const theirs = await draftOf(db, ruth, ruth.memberships[0]!.organisationId, "referral-capacity");
    const answer = await post(`/assessments/${theirs}/criteria/RC-1.2/evidence`, form({ kind: "file", title: "Not mine", clean: "yes", stored: file!.id }), { as: ruth });
    expect(answer.status).toBe(422);
    expect(await heldAnswers(db, theirs)).toEqual([]);
  });
});

describe("a file that is sent as soon as it is chosen", () => {
  test("is stored and answered with its id; refusals say why, and strangers find nothing", async () => {
    const stored = await upload(poster);
    expect([stored.status, await stored.json()]).toMatchObject([201, { name: "poster.pdf", bytes: poster.bytes.length }]);
    const refused = await upload({ name: "x.exe", bytes: files.exe() });
    expect([refused.status, refused.headers.get("Content-Type"), await refused.json()]).toMatchObject([
      422,
      "application/problem+json",
      { detail: expect.stringContaining("Choose a photo") },
    ]);
    expect((await upload(poster, people.ruth)).status).toBe(404);
    expect((await upload(poster, people.moira)).status).toBe(404);
    stallFiles(60);
    expect((await upload(poster)).status).toBe(503);
  });

  const raw = async (body: string | Buffer, type = "multipart/form-data; boundary=b") =>
    website.fetch(
      new Request(`http://localhost/assessments/${id}/files`, {
        method: "POST",
        headers: {
          Host: "localhost",
          Origin: "http://localhost",
          Accept: "application/json",
          "Content-Type": type,
          "Content-Length": String(Buffer.byteLength(body)),
          Cookie: await cookieFor(people.pat),
        },
        body: Buffer.from(body),
      }),
    );
  const part = (head: string, body = "x") => `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  test.each<[string, string | Buffer, string?]>([
    ["20,000 parts", `${part('name="a"').repeat(20_000)}--b--`],
    ["names that objects have", `${part('name="__proto__"')}${part('name="constructor"')}${part('name="a[b][c]"')}--b--`],
    ["a last part that is cut off", `${part('name="a"')}--b\r\nContent-Disposition: form-data; name="file"; filename="x.pdf"\r\n\r\n%PDF-1.4`],
    ["a head without an end", `--b\r\n${"X-Long: y\r\n".repeat(10_000)}`],
    ["bytes that are no text", Buffer.from([0x2d, 0x2d, 0x62, 0x0d, 0x0a, 0xff, 0xfe, 0x00, 0x80])],
    ["no boundary", part('name="a"'), "multipart/form-data"],
    ["a boundary of 300 characters", part('name="a"'), `multipart/form-data; boundary=${"b".repeat(300)}`],
    ["two files", `${part('name="file"; filename="a.pdf"', "%PDF-1.4")}${part('name="file"; filename="b.pdf"', "%PDF-1.4")}--b--`],
    ["nothing", ""],
  ])("%s: refused in a moment, and nothing is stored", async (_what, body, type) => {
    const before = await db.$count(evidenceFiles);
    const started = performance.now();
    const answer = await raw(body, type);
    expect([answer.status >= 400, answer.status < 500]).toEqual([true, true]);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(await db.$count(evidenceFiles)).toBe(before);
  });
});

describe("a download", () => {
  const names = ['"; filename=evil.html.pdf', "a\r\nSet-Cookie: x=1.pdf", "photo\u202Efdp.pdf", `${"long ".repeat(60)}.pdf`, "👩‍🌾 ŵŷ.pdf", "../../etc/passwd.pdf", "CON.pdf"];
  test.each(names)("of %j is inert: a file to keep, whatever it is called", async (name) => {
    const stored = (await (await upload({ name, bytes: files.pdf() })).json()) as { id: string; name: string };
    const answer = await get(`/evidence/${stored.id}`, { as: people.dee });
    expect(answer.status).toBe(200);
    const { headers } = answer;
    expect(headers.get("Content-Disposition")).toMatch(/^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[A-Za-z0-9%!#$&+.^_`|~-]+$/);
    expect(headers.get("Content-Disposition")).not.toMatch(/202e|%0D|%0A|\//i);
    expect([headers.get("Content-Type"), headers.get("X-Content-Type-Options"), headers.get("Cross-Origin-Resource-Policy"), headers.get("Cache-Control")]).toEqual([
      "application/pdf",
      "nosniff",
      "same-origin",
      "no-store",
    ]);
    expect(headers.get("Content-Security-Policy")).toMatch(/^sandbox;/);
    expect(headers.has("Set-Cookie")).toBe(false);
    expect(Buffer.from(files.pdf()).equals(Buffer.from(await answer.arrayBuffer()))).toBe(true);
  });

  test("is a 404 for every stranger, and asks whoever is not signed in to sign in", async () => {
    const { id: file } = (await (await upload(poster)).json()) as { id: string };
    for (const stranger of [people.ruth, people.sunil, people.moira, people.devon, people.gareth, people.alex])
      expect((await get(`/evidence/${file}`, { as: stranger })).status).toBe(404);
    expect((await get(`/evidence/${file}`)).headers.get("Location")).toMatch(/^\/sign-in/);
    stallFiles(60);
    expect((await get(`/evidence/${file}`, { as: people.pat })).status).toBe(503);
  });
});
