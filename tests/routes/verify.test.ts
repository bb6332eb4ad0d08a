import { deflateSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { groups } from "#db/seed/groups";
import { policyPdf } from "#db/seed/papers";
import { done } from "#db/seed/world";
import { confirmChange, proposeChange } from "~/marks/change.server";
import { clock } from "~/platform/clock.server";
import { sha256 } from "~/platform/files.server";
import { Verification } from "~/register/public-shapes";
import { freshDatabase } from "../support/database";
import { manyCodes } from "../support/hostile";
import { asked, publicWorld, RC } from "../support/register";
import { get, post, website } from "../support/website";

const { db } = await freshDatabase();
const { world, holds, passes } = await publicWorld(db);
let code: string;
let issued: Buffer;

beforeAll(async () => {
  const marshEnd = await world.join(groups.marshEnd!);
  ({ code } = await holds(marshEnd, RC));
  passes(6);
  await world.sayRoom(marshEnd, "open", 2);
  issued = Buffer.from(await (await get(`/marks/${code}/certificate.pdf`)).arrayBuffer());
}, 60_000);

const formOf = (bytes: Uint8Array | string | undefined, name = "certificate.pdf") => {
  const form = new FormData();
  if (bytes !== undefined) form.set("file", new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], name));
  return form;
};
const machine = async (bytes: Uint8Array | string | undefined) =>
  website.fetch(new Request("http://localhost/verify", { method: "POST", body: formOf(bytes), headers: { Accept: "application/json" } }));
const verified = async (bytes: Uint8Array | string) => Verification.parse(await (await machine(bytes)).json());
const page = async (bytes: Uint8Array | string | undefined) => {
  const answer = await post("/verify", formOf(bytes));
  const html = await answer.text();
  return { status: answer.status, html, h1: /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replace(/<[^>]+>/g, ""), title: /<title>(.*?)<\/title>/.exec(html)?.[1] };
};
/** One bit of one byte, somewhere in the middle of the page's drawing. */
const changed = () => {
  const bytes = Buffer.from(issued);
  const place = Math.floor(bytes.length / 2);
  bytes[place] = bytes[place]! ^ 1;
  return bytes;
};
const pdf = (inside: string | Buffer) => Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.from(inside), Buffer.from("\nstartxref\n0\n%%EOF\n")]);

describe("a file", () => {
  test("that we issued is genuine, and the mark's state is the register's", async () => {
    expect(await verified(issued)).toMatchObject({
      document: "genuine",
      in_force: true,
      mark: { code, status: "live" },
      reasons: [expect.stringMatching(/byte for byte/), expect.stringMatching(/in force today/)],
    });
    const { status, h1, html } = await page(issued);
    expect([status, h1]).toEqual([200, "This is our document, and the mark is in force."]);
    expect(html).toContain(`/marks/${code}`);
    expect(html).toContain("Marsh End Community Allotment");
  });

  test("with one bit of it changed is altered, and the register's facts stand beside it", async () => {
    expect(await verified(changed())).toMatchObject({ document: "altered", in_force: true, mark: { code } });
    const { h1, html } = await page(changed());
    expect(h1).toBe("This is not the document we issued. Do not go by it.");
    expect(html).toContain("Changed since we issued it");
  });

  test.each([
    ["saved with something behind it", () => Buffer.concat([issued, Buffer.from("\n% more\n")])],
    ["with its facts in text of two bytes a letter", () => pdf(Buffer.from(`﻿${code}`, "utf16le").swap16())],
    [
      "with its facts packed away",
      () => pdf(Buffer.concat([Buffer.from("1 0 obj <</Type /ObjStm /Filter /FlateDecode>> stream\n"), deflateSync(`(Keywords)(${code})`), Buffer.from("\nendstream")])),
    ],
    ["that breaks off, but names its mark", () => Buffer.from(`%PDF-1.7\n(${code})`)],
  ])("of ours, %s, is altered too", async (_, make) => expect(await verified(make())).toMatchObject({ document: "altered", mark: { code } }));

  test("of somebody else names no mark of ours", async () => {
    expect(await verified(policyPdf("Safeguarding policy"))).toMatchObject({ document: "not_ours", mark: null, in_force: null });
    expect((await page(policyPdf("Safeguarding policy"))).h1).toBe("We did not issue this document. Do not rely on it.");
  });

  test("that names a code we never issued is not ours either, and says so", async () => {
    expect(await verified(pdf("(0000-0000-0000)"))).toMatchObject({ document: "not_ours", reasons: [expect.stringMatching(/never issued/), expect.any(String)] });
  });

  test.each([
    ["empty", "", /empty/],
    ["words", "Assured", /not a PDF, a credential or a badge/],
    ["a picture that breaks off", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), /breaks off/],
    ["broken off", "%PDF-1.7\n1 0 obj", /breaks off/],
    ["locked", "%PDF-1.7\n<</Encrypt 5 0 R>>\nstartxref\n0\n%%EOF", /locked/],
  ])("that is %s cannot be read", async (_, bytes, why) => {
    expect(await verified(bytes)).toMatchObject({ document: "unreadable", mark: null, in_force: null, reasons: [expect.stringMatching(why)] });
    expect((await page(bytes)).h1).toBe("We cannot tell what this file is. Nothing was checked.");
  });

  test("that unpacks to very much is given up on", async () => {
    const bomb = deflateSync(Buffer.alloc(50_000_000));
    const many = Buffer.concat(Array.from({ length: 40 }, () => Buffer.concat([Buffer.from("1 0 obj <</Type /ObjStm>> stream\n"), bomb, Buffer.from("\nendstream\n")])));
    expect(await verified(pdf(many))).toMatchObject({ document: "not_ours" });
  });

  test("that takes more memory than it may have costs nobody else anything, several at once either", async () => {
    const hostile = manyCodes();
    const sent = Array.from({ length: 3 }, () => machine(hostile));
    expect((await get(`/marks/${code}.json`)).status).toBe(200);
    for (const answer of await Promise.all(sent)) {
      expect(answer.status).toBe(200);
      expect(Verification.parse(await answer.json())).toMatchObject({
        document: "unreadable",
        in_force: null,
        reasons: [expect.stringMatching(/so we stopped\. Type in the code instead\.$/)],
      });
    }
    expect(await verified(changed())).toMatchObject({ document: "altered" });
  }, 120_000);

  test("of a mark that is suspended is genuine and not in force", async () => {
    const { proposalId } = done(
      await proposeChange(db, clock, world.actors.moira!, { code, kind: "suspend", reasonClass: "paperwork_overdue", note: "The insurance ran out and nobody answers." }),
    );
    done(await confirmChange(db, clock, world.actors.malcolm!, { code, proposalId }));
    expect(await verified(issued)).toMatchObject({ document: "genuine", in_force: false, mark: { status: "suspended" } });
    expect((await page(issued)).h1).toBe("This is our document, but the mark is not in force.");
  });
});

describe("what was sent wrongly", () => {
  test("no file: a sentence beside the field, Error in the title", async () => {
    for (const bytes of [undefined]) {
      const { status, html, title } = await page(bytes);
      expect([status, title]).toEqual([400, "Error: Check a mark – Waymark"]);
      expect(html).toContain('href="#file"');
      expect(html).toContain("Choose a file first");
    }
    const answer = await machine(undefined);
    expect([answer.status, answer.headers.get("Content-Type"), await answer.json()]).toEqual([
      400,
      "application/problem+json",
      expect.objectContaining({ title: "Choose a file first", status: 400 }),
    ]);
  });

  test("more than 5 MB: 413, in words", async () => {
    const big = Buffer.alloc(5 * 1024 * 1024 + 1, "%PDF-1.7");
    expect((await page(big)).status).toBe(413);
    expect((await page(big)).html).toContain("The file is bigger than 5 MB");
    expect((await machine(big)).status).toBe(413);
    expect((await machine(Buffer.alloc(5 * 1024 * 1024, "x"))).status).toBe(200);
  });

  test("nothing that is a form: 4xx for a machine", async () => {
    const answer = await website.fetch(
      new Request("http://localhost/verify", { method: "POST", body: "{}", headers: { Accept: "application/json", "Content-Type": "application/json" } }),
    );
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

describe("the box", () => {
  const leads = async (typed: string) => {
    const answer = await get(`/verify?code=${encodeURIComponent(typed)}`);
    return [answer.status, answer.headers.get("Location")];
  };

  test("leads to the mark, to the slip, or to the register", async () => {
    expect(await leads(code.toLowerCase().replaceAll("-", " "))).toEqual([302, `/marks/${code}`]);
    expect(await leads("0000-0000-0001")).toEqual([302, "/marks/0000-0000-0001"]);
    expect(await leads("Marsh End & friends")).toEqual([302, "/register?q=Marsh%20End%20%26%20friends"]);
    expect(await leads("//evil.example")).toEqual([302, "/register?q=%2F%2Fevil.example"]);
  });

  test("empty, says what to type", async () => {
    const answer = await get("/verify?code=+");
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("Type the code from the certificate or badge, or the name of a group");
  });

  test("costs no read", async () => expect(await asked(() => leads(code))).toEqual([]));
});

describe("a fingerprint alone", () => {
  test("of a file of ours answers as the file itself would", async () => {
    const html = await (await get(`/verify?sha256=${sha256(issued)}`)).text();
    expect(html).toContain("This is our document");
  });
  test("of a file we never issued: 404, and an answer in words", async () => {
    const answer = await get(`/verify?sha256=${"0".repeat(64)}`);
    const html = await answer.text();
    expect([answer.status, /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replace(/<[^>]+>/g, "")]).toEqual([404, "We have issued no file with this fingerprint. Do not rely on it."]);
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).toBe("We have issued no such file – Waymark");
    expect(html).toContain('href="/verify"');
  });
  test.each(["abc", ""])("that is none (%j): 400, and the form", async (hex) => {
    const answer = await get(`/verify?sha256=${hex}`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("That was not the fingerprint of a file. Choose the file itself");
  });
});

test("the page has one script, with the nonce of its policy, and works without", async () => {
  const answer = await get("/verify");
  const html = await answer.text();
  const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("Content-Security-Policy")!)![1];
  expect(scripts).toEqual([expect.stringContaining('src="/verify-hash.js"')]);
  expect(scripts[0]).toContain(`nonce="${nonce}"`);
  expect(html).toContain('method="post"');
  expect(html).toContain('encType="multipart/form-data"');
  expect(answer.headers.get("Set-Cookie")).toBeNull();
});
