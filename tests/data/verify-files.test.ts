import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { decodeJwt } from "jose";
import { PDFDocument } from "pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import { certificates, marks } from "#db/schema/marks";
import { bakePng, bakeSvg } from "~/marks/credential/carrier";
import { issueCredential } from "~/marks/credential/issue.server";
import { statusList } from "~/marks/credential/status-list.server";
import { issueCertificate } from "~/marks/issue-certificate.server";
import { allKeys, keyFor, keyUrl } from "~/marks/keys/find-keys.server";
import { markCompromised } from "~/marks/keys/mark-compromised.server";
import { pool } from "~/platform/database.server";
import { readStored } from "~/platform/files.server";
import { derOf } from "~/platform/signing/certify.server";
import { signJws } from "~/platform/signing/jws.server";
import type { Verification } from "~/register/public-shapes";
import { readSavedKeys, type SavedKeys, verifyOffline } from "~/register/verifying/offline.server";
import { verifyFile } from "~/register/verifying/verify-file.server";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { awarded, scheme } from "../support/marks";
import { newKeyInUse, signedByOtherHands } from "../support/signed";
import { needs } from "../support/tools";

const { db, owner } = await freshDatabase();
const origin = "http://localhost";
const asked = { clock: noon, origin, from: "192.0.2.1" };
const world = await scheme(db);
const mark = await awarded(db, world);
await issueCertificate(db, noon, mark.id);
const [row] = await db.select().from(certificates).where(eq(certificates.markId, mark.id));
const issued = (await readStored(row!.storageKey))!;
const jwt = await issueCredential(db, noon, mark.id);
const list = (await statusList(db, noon, 1))!;
const strangers = await newKeyInUse();
const folder = mkdtempSync(join(tmpdir(), "wm-tampered-"));
const blank = new Uint8Array(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==", "base64"));
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>Assured: Somebody Else</text></svg>';

const latin1 = (text: string) => Buffer.from(text, "latin1");
const verified = async (bytes: Uint8Array, by: Partial<typeof asked> = {}): Promise<Verification> => (await verifyFile({ ...asked, ...by }, Buffer.from(bytes))).verification!;
const savedNow = async (): Promise<SavedKeys> => {
  const keys = (await allKeys(db)).filter(({ purpose }) => purpose !== "root");
  const text = JSON.stringify({
    issuer: origin,
    keys: keys.map(({ jwk, kid, purpose, certificate, compromisedAfter }) => ({
      ...jwk,
      kid,
      purpose,
      x5c: [Buffer.from(derOf(certificate)).toString("base64")],
      compromised_after: compromisedAfter?.toISOString(),
    })),
  });
  return readSavedKeys(text)!;
};
const saved = await savedNow();
const offline = (bytes: Uint8Array, { keys = saved, of = list, now = noon.now() } = {}) => verifyOffline(Buffer.from(bytes), keys, of, now);

const rangeOf = (file: Buffer) => /\/ByteRange ?\[ ?0 (\d+) (\d+) \d+ ?\]/.exec(file.toString("latin1"))!.slice(1).map(Number) as [number, number];
const flipped = (place: number, bit = 1) => {
  const bytes = Buffer.from(issued);
  bytes[place] = bytes[place]! ^ bit;
  return bytes;
};
const tool = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: folder, stdio: "pipe" });
const saidBy = async (make: (from: string, to: string) => void) => {
  const [from, to] = [join(folder, "from.pdf"), join(folder, `to-${Math.random()}.pdf`)];
  writeFileSync(from, issued);
  make(from, to);
  return readFileSync(to);
};

/** A second save, as the format allows it: the page gets other contents, and every byte we signed is still there. */
function withOtherPage(): Buffer {
  const text = issued.toString("latin1");
  const page = /(\d+) 0 obj\s*<<(?:(?!endobj)[\s\S])*?\/Type \/Page\b(?!s)[\s\S]*?endobj/.exec(text)!;
  const size = Number(/\/Size (\d+)/g.exec(text.slice(text.lastIndexOf("trailer")))![1]);
  const root = /\/Root (\d+ 0 R)/.exec(text.slice(text.lastIndexOf("trailer")))![1];
  const before = /startxref\s+(\d+)/.exec(text.slice(text.lastIndexOf("startxref")))![1];
  const drawn = "BT /F1 24 Tf 50 700 Td (Assured with commendation) Tj ET";
  const contents = `${size} 0 obj\n<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream\nendobj\n`;
  const other = `${page[0].replace(/\/Contents \d+ 0 R/, `/Contents ${size} 0 R`)}\n`;
  const [first, second] = [issued.length + 1, issued.length + 1 + contents.length];
  const entry = (place: number) => `${String(place).padStart(10, "0")} 00000 n \n`;
  const xref = `xref\n${page[1]} 1\n${entry(second)}${size} 1\n${entry(first)}trailer\n<< /Size ${size + 1} /Root ${root} /Prev ${before} >>\nstartxref\n${second + other.length}\n%%EOF\n`;
  return Buffer.concat([issued, latin1(`\n${contents}${other}${xref}`)]);
}

describe("a PDF", () => {
  test("as issued is genuine, online by its hash and offline by its signature, and says who holds it", async () => {
    expect(await verified(issued)).toMatchObject({ document: "genuine", kind: "pdf", in_force: true, mark: { code: mark.code, status: "live" } });
    expect(await offline(issued)).toMatchObject({
      document: "genuine",
      kind: "pdf",
      in_force: true,
      as_known_on: noon.now().toISOString(),
      mark: { code: mark.code, holder: expect.stringMatching(/\w/) },
    });
  });

  const [hole, after] = rangeOf(issued);
  const inside = [hole + 1, hole + 40, hole + 401, after - 2, after - 40];
  const outside = [9, 300, hole - 200, hole - 1, after + 3, issued.length - 20, ...Array.from({ length: 14 }, (_, each) => Math.floor((issued.length * (each + 1)) / 16))];
  test.each([...inside.map((place) => ["inside", place] as const), ...outside.map((place) => ["outside", place] as const)])(
    "with a bit changed %s the signature, at %i, is never genuine",
    async (_, place) => {
      for (const bit of [1, 0x20]) {
        if (Buffer.from(flipped(place, bit)).equals(issued)) continue;
        expect((await verified(flipped(place, bit))).document).not.toBe("genuine");
        expect((await offline(flipped(place, bit))).document).not.toBe("genuine");
      }
    },
  );

  test.each<[string, boolean, () => Promise<Buffer> | Buffer, "altered" | "not_ours", RegExp]>([
    ["with its page replaced by a second save", true, withOtherPage, "altered", /something was added after we signed/],
    [
      "with its page replaced by a second save of mutool",
      needs("mutool"),
      () =>
        saidBy((from, to) => {
          const script = `var d=new PDFDocument("${from}");var p=d.findPage(0);var b=new Buffer();b.writeLine("1 0 0 rg 50 400 300 100 re f");p.Contents=d.addStream(b,{});d.save("${to}","incremental");`;
          writeFileSync(join(folder, "inc.js"), script);
          tool("mutool", "run", "inc.js");
        }),
      "altered",
      /something was added after we signed|more than one signature/,
    ],
    ["with junk behind it", true, () => Buffer.concat([issued, latin1("x")]), "altered", /added after we signed/],
    ["with something before it", true, () => Buffer.concat([latin1("%PDF-1.7\n"), issued]), "altered", /added after we signed/],
    ["saved again by qpdf", needs("qpdf"), () => saidBy((from, to) => tool("qpdf", "--warning-exit-0", "--object-streams=generate", from, to)), "altered", /signature/],
    ["saved again by mutool", needs("mutool"), () => saidBy((from, to) => tool("mutool", "clean", "-gggg", from, to)), "altered", /signature/],
    ["without its attachment", needs("qpdf"), () => saidBy((from, to) => tool("qpdf", "--warning-exit-0", "--remove-attachment=credential.jwt", from, to)), "altered", /signature/],
    [
      "signed a second time by somebody else",
      true,
      async () => {
        const again = await PDFDocument.load(issued, { updateMetadata: false });
        return signedByOtherHands(await again.save({ useObjectStreams: false }), strangers);
      },
      "altered",
      /signature/,
    ],
  ])("%s is not the one we issued, and the register's facts stand beside it", async (_, can, make, document, why) => {
    if (!can) return;
    const file = await make();
    const said = await verified(file);
    expect(said).toMatchObject({ document, kind: "pdf", in_force: true, mark: { code: mark.code } });
    expect(said.reasons.join(" ")).toMatch(why);
    expect((await offline(file)).document).not.toBe("genuine");
    expect((await offline(file)).in_force).toBeNull();
  });

  test("signed by a look-alike, with the same names in a certificate of their own, is not ours", async () => {
    const plain = await PDFDocument.create();
    plain.addPage().drawText("Assured with commendation");
    plain.setKeywords([mark.code]);
    const file = await signedByOtherHands(await plain.save({ useObjectStreams: false }), strangers);
    expect(await verified(file)).toMatchObject({ document: "not_ours", mark: { code: mark.code }, reasons: [expect.stringMatching(/signed, but not by us/), expect.any(String)] });
    expect(await offline(file)).toMatchObject({ document: "not_ours", mark: null, in_force: null });
  });

  test("that our own key signed, but our register never issued, is not believed", async () => {
    const plain = await PDFDocument.create();
    plain.addPage().drawText("Assured");
    const file = await signedByOtherHands(await plain.save({ useObjectStreams: false }), await keyFor(db, "certificate"));
    expect(await verified(file)).toMatchObject({ document: "not_ours", in_force: null, reasons: [expect.stringMatching(/no record that we ever issued it/), expect.any(String)] });
    // Offline there is no register to ask: it is signed, and says nothing that a list could be asked about.
    expect(await offline(file)).toMatchObject({ document: "genuine", in_force: null, mark: null });
  });

  test.each<[string, () => Buffer]>([
    ["a web page with a PDF in it", () => Buffer.concat([latin1("<html><script>alert(1)</script><!--\n"), issued])],
    ["a badge with a credential of ours in it", () => latin1(bakeSvg(`<svg xmlns="x"><!-- %PDF-1.7 --></svg>`, jwt))],
    ["a picture with a credential of ours in it", () => Buffer.from(bakePng(bakePng(blank, jwt), "%PDF-1.7"))],
  ])("that is something else as well, %s, is never genuine", async (_, make) => {
    expect((await verified(make())).document).not.toBe("genuine");
    expect((await offline(make())).document).not.toBe("genuine");
  });
});

describe("a credential", () => {
  test.each([
    ["as text", "credential", () => latin1(`${jwt}\n`)],
    ["in an SVG", "badge", () => latin1(bakeSvg(svg, jwt))],
    ["in a PNG", "badge", () => Buffer.from(bakePng(blank, jwt))],
  ])("%s is genuine, and names who holds it, whatever the picture says", async (_, kind, make) => {
    const said = await verified(make());
    expect(said).toMatchObject({ document: "genuine", kind, in_force: true, mark: { code: mark.code } });
    expect(said.mark!.holder.name).not.toBe("Somebody Else");
    if (kind === "badge") expect(said.reasons[0]).toMatch(/picture around it proves nothing/);
    expect(await offline(make())).toMatchObject({ document: "genuine", kind, in_force: true, mark: { code: mark.code } });
  });

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const [head, body, signature] = jwt.split(".") as [string, string, string];
  const payload = decodeJwt(jwt) as Record<string, unknown>;
  const elsewhere = JSON.parse(JSON.stringify(payload).replaceAll(origin, "https://marks.evil.example")) as object;
  test.each<[string, () => string | Promise<string>, Verification["document"], RegExp]>([
    ["with other words in it", () => `${head}.${part({ ...payload, name: "Commended" })}.${signature}`, "altered", /not what was signed/],
    ["with alg none", () => `${part({ alg: "none", typ: "JWT" })}.${body}.`, "not_ours", /not signed in the way/],
    ["with an HMAC", () => `${part({ alg: "HS256", kid: keyUrl(origin, saved.keys[0]!.kid), typ: "JWT" })}.${body}.${signature}`, "not_ours", /not signed in the way/],
    [
      "with a key of its own in the header",
      () => `${part({ alg: "ES256", kid: keyUrl(origin, "x"), typ: "JWT", jwk: strangers.key.jwk })}.${body}.${signature}`,
      "not_ours",
      /not signed in the way/,
    ],
    [
      "with a key at another host",
      () => signJws(strangers.signer, { kid: "https://marks.evil.example/keys/credential-2026-0123abcd", typ: "JWT" }, payload),
      "not_ours",
      /key that is none of ours/,
    ],
    [
      "of another host",
      () => signJws(strangers.signer, { kid: "https://marks.evil.example/keys/credential-2026-0123abcd", typ: "JWT" }, elsewhere),
      "not_ours",
      /key that is none of ours/,
    ],
    [
      "that our key signed and our register never issued",
      async () =>
        signJws((await keyFor(db, "credential")).signer, { kid: JSON.parse(Buffer.from(head, "base64url").toString()).kid, typ: "JWT" }, { ...payload, name: "Commended" }),
      "not_ours",
      /no record that we ever issued it/,
    ],
  ])("%s is not genuine", async (_, make, document, why) => {
    const said = await verified(latin1(await make()));
    expect([said.document, said.reasons[0]]).toEqual([document, expect.stringMatching(why)]);
  });

  test("of another host names no mark of ours", async () => {
    const foreign = await signJws(strangers.signer, { kid: "https://marks.evil.example/keys/k", typ: "JWT" }, elsewhere);
    expect(await verified(latin1(foreign))).toMatchObject({ document: "not_ours", mark: null, in_force: null });
  });

  test("two of them in one picture, or none, cannot be read", async () => {
    expect(await verified(latin1(bakeSvg(bakeSvg(svg, jwt), jwt)))).toMatchObject({ document: "unreadable", reasons: [expect.stringMatching(/more than one/)] });
    expect(await verified(blank)).toMatchObject({ document: "unreadable", reasons: [expect.stringMatching(/no credential in this picture/)] });
  });
});

describe("offline", () => {
  test("a list past its time is refused: genuine, and not known whether in force", async () => {
    const late = new Date(noon.now().getTime() + 24 * 60 * 60_000);
    expect(await offline(latin1(jwt), { now: late })).toMatchObject({
      document: "genuine",
      in_force: null,
      as_known_on: null,
      reasons: [expect.any(String), expect.stringMatching(/past its time/)],
    });
    expect((await offline(latin1(jwt), { now: new Date(late.getTime() - 1000) })).in_force).toBe(true);
  });
  test("a list that is not ours, or not a list, is refused", async () => {
    const [head, body] = list.split(".") as [string, string, string];
    for (const of of ["", "x", jwt, `${head}.${body}.${"A".repeat(86)}`]) expect(await offline(latin1(jwt), { of })).toMatchObject({ document: "genuine", in_force: null });
  });
  test("keys of another scheme make nothing genuine", async () => {
    const keys = { ...saved, keys: saved.keys.map((each) => ({ ...each, jwk: strangers.key.jwk, certificate: strangers.key.certificate })) };
    for (const file of [issued, latin1(jwt)]) expect((await offline(file, { keys })).document).not.toBe("genuine");
    expect(readSavedKeys("{}")).toBeUndefined();
  });
  test("asks no database", async () => {
    const before = pool.sql.options as { debug?: unknown };
    let said = 0;
    before.debug = () => said++;
    try {
      await offline(issued);
    } finally {
      before.debug = undefined;
    }
    expect(said).toBe(0);
  });
});

describe("hostile files cost their thread and nothing more", () => {
  const many = (text: string) => latin1(`%PDF-1.7\n${text.repeat(Math.floor((5 * 1024 * 1024 - 60) / text.length))}\nstartxref\n0\n%%EOF`);
  test.each<[string, () => Buffer]>([
    ["endless beginnings of packed objects", () => many("/ObjStm ")],
    ["endless attachments", () => many("/EmbeddedFile stream\n")],
    ["a table of a million entries", () => many("0000000000 65535 f \n")],
    ["endless signatures", () => many("/ByteRange [0 1 2 3]")],
    [
      "a signature of nothing but lengths",
      () => {
        const [from, to] = rangeOf(issued);
        return Buffer.concat([issued.subarray(0, from + 1), latin1("3082ffff30800000".repeat((to - from - 2) / 16 + 1).slice(0, to - from - 2)), issued.subarray(to - 1)]);
      },
    ],
    [
      "a signature nested without end",
      () => {
        const [from, to] = rangeOf(issued);
        return Buffer.concat([
          issued.subarray(0, from + 1),
          latin1(`3082${((to - from - 2) / 2 - 4).toString(16).padStart(4, "0")}${"3080".repeat(to)}`.slice(0, to - from - 2)),
          issued.subarray(to - 1),
        ]);
      },
    ],
    ["five megabytes of a tag", () => Buffer.alloc(5 * 1024 * 1024, "<svg ")],
    ["five megabytes of dots", () => Buffer.alloc(5 * 1024 * 1024, ".")],
    ["a picture of endless pieces", () => Buffer.concat([latin1("\x89PNG\r\n\x1a\n"), Buffer.alloc(5 * 1024 * 1024 - 8)])],
  ])("%s", async (_, make) => {
    const began = performance.now();
    expect((await verified(make())).document).not.toBe("genuine");
    expect(performance.now() - began).toBeLessThan(45_000);
    expect((await verified(issued)).document).toBe("genuine");
  });
});

describe("when a key was in other hands before it signed", () => {
  beforeAll(async () => {
    for (const purpose of ["certificate", "credential"] as const) {
      const { key } = await keyFor(db, purpose);
      expect(await markCompromised(db, at("2026-06-02T09:00:00Z"), { system: "test" }, { kid: key.kid, after: new Date("2026-05-01T00:00:00Z") })).toEqual({ ok: true });
    }
  });
  test("our register still knows the file by its hash, and says why a signature alone is not believed", async () => {
    for (const file of [issued, latin1(jwt), Buffer.from(bakePng(blank, jwt))]) {
      const said = await verified(file);
      expect([said.document, said.in_force]).toEqual(["genuine", true]);
      expect(said.reasons.at(-1)).toMatch(/in other hands at that time/);
    }
  });
  test("offline nothing of it is believed: only the register can tell", async () => {
    const keys = await savedNow();
    for (const file of [issued, latin1(jwt)])
      expect(await offline(file, { keys })).toMatchObject({ document: "unreadable", in_force: null, reasons: [expect.stringMatching(/in other hands/)] });
  });
  test("what the thief signs is not believed", async () => {
    const [{ code }] = (await db.select({ code: marks.code }).from(marks).where(eq(marks.id, mark.id))) as [{ code: string }];
    const file = Buffer.from(issued.toString("latin1").replaceAll(code, "0000-0000-0000"), "latin1");
    expect((await verified(file)).document).not.toBe("genuine");
  });
});

test("nothing of a file is kept", async () => {
  const [{ count }] = (await owner.unsafe("select count(*)::int from certificates")) as unknown as [{ count: number }];
  expect(count).toBe(1);
});
