import { execFileSync } from "node:child_process";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { decodeJwt } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { bakePng, bakeSvg } from "~/marks/credential/carrier";
import { credentialIssued, issueCredential } from "~/marks/credential/issue.server";
import { statusList } from "~/marks/credential/status-list.server";
import { type CredentialTrust, verifyCredential } from "~/marks/credential/verify.server";
import { verifyStatusList } from "~/marks/credential/verify-list.server";
import { keyByKid, keyFor } from "~/marks/keys/find-keys.server";
import type { SigningKey } from "~/marks/keys/key";
import { derOf, signDigest } from "~/platform/signing/ecdsa.server";
import { newKeyPair } from "~/platform/signing/file-keys.server";
import { signJws } from "~/platform/signing/jws.server";
import type { Signer } from "~/platform/signing/signer";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { awarded, scheme } from "../support/marks";
import { needs } from "../support/tools";

const { db } = await freshDatabase();
const world = await scheme(db);
const mark = await awarded(db, world);
const jwt = await issueCredential(db, noon, mark.id);
const list = (await statusList(db, noon, 1))!;
const { key, signer } = await keyFor(db, "credential");
const kid = `http://localhost/keys/${key.kid}`;
const now = noon.now();
/** A picture of one point. */
const blank = new Uint8Array(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==", "base64"));
const trust: CredentialTrust = { keyOf: (asked) => keyByKid(db, asked), origin: "http://localhost", now, issued: (code, text) => credentialIssued(db, code, text) };
const offline: CredentialTrust = { keyOf: trust.keyOf, origin: trust.origin, now };
const check = (given: string | Uint8Array, changed: Partial<CredentialTrust> = {}) => verifyCredential(given, { ...trust, ...changed });
const payload = decodeJwt(jwt) as Record<string, unknown>;
/** The same payload with something else in it, signed with our own key. */
const resigned = (changes: object, header: object = {}, by: Signer = signer) => signJws(by, { kid, typ: "JWT", ...header }, { ...payload, ...changes });

describe("what we issued", () => {
  test.each([
    ["as text", () => jwt],
    ["with white space around it", () => `\n${jwt}\n`],
    ["as bytes", () => new TextEncoder().encode(jwt)],
    ["in an SVG", () => bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', jwt)],
    ["in a PNG", () => bakePng(blank, jwt)],
  ])("is genuine %s", async (_, given) => {
    expect(await check(given())).toMatchObject({ ok: true, code: mark.code, issuedAt: now, runOut: false, status: { list: 1 }, payload });
    expect(await verifyCredential(given(), offline)).toMatchObject({ ok: true, code: mark.code });
  });
  test("stays genuine when its time is over, and says so", async () => {
    expect(await check(jwt, { now: new Date("2028-05-31T22:59:59Z") })).toMatchObject({ ok: true, runOut: false });
    expect(await check(jwt, { now: new Date("2028-05-31T23:00:00Z") })).toMatchObject({ ok: true, runOut: true });
  });
});

const other = newKeyPair();
const stranger: Signer = { kid: key.kid, sign: async (digest) => signDigest(digest, Buffer.from(createPrivateKey(other.privatePem).export({ format: "jwk" }).d!, "base64url")) };
const part = (value: object | string) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
const [head, body, signature] = jwt.split(".") as [string, string, string];
const lost: SigningKey = { ...key, compromisedAfter: new Date(now.getTime() + 1000) };
const lostBefore: SigningKey = { ...key, compromisedAfter: now };

describe("what is not genuine is refused, with its reason", () => {
  const cases: [string, () => string | Promise<string>, string][] = [
    ["nothing", () => "", "malformed"],
    ["words", () => "Assured", "malformed"],
    ["a payload of another's", () => `${head}.${part({ ...payload, name: "Commended" } as object)}.${signature}`, "signature"],
    ["no signature", () => `${head}.${body}.`, "signature"],
    ["alg none", () => `${part({ alg: "none", typ: "JWT" })}.${body}.`, "malformed"],
    ["our public key as an HMAC secret", () => `${part({ alg: "HS256", kid, typ: "JWT" })}.${body}.${signature}`, "malformed"],
    ["a key of its own in the header", () => resigned({}, { jwk: other.jwk }, stranger), "malformed"],
    ["an address of a key in the header", () => resigned({}, { jku: "https://evil.example/jwks.json" }), "malformed"],
    ["a certificate in the header", () => resigned({}, { x5c: ["AAAA"] }), "malformed"],
    ["a critical extension", () => resigned({}, { crit: ["b64"], b64: false }), "malformed"],
    ["a header that ours never have", () => resigned({}, { zip: "DEF" }), "malformed"],
    ["another type", () => resigned({}, { typ: "at+jwt" }), "malformed"],
    ["no type", () => resigned({}, { typ: undefined }), "malformed"],
    ["a stranger's signature under our key's name", () => resigned({}, {}, stranger), "signature"],
    ["a key at another host", () => resigned({}, { kid: `https://evil.example/keys/${key.kid}` }, stranger), "unknown_key"],
    ["a key at an address that only begins like ours", () => resigned({}, { kid: `http://localhost.evil.example/keys/${key.kid}` }, stranger), "unknown_key"],
    ["a way out of our folder of keys", () => resigned({}, { kid: `http://localhost/keys/../keys/${key.kid}` }, stranger), "unknown_key"],
    ["a bare name of our key", () => resigned({}, { kid: key.kid }), "unknown_key"],
    ["a status list in its place", () => list, "unknown_key"],
    ["another issuer", () => resigned({ iss: "https://evil.example/" }), "claims"],
    ["an issuer that the payload contradicts", () => resigned({ issuer: { ...(payload.issuer as object), id: "https://evil.example/" } }), "claims"],
    ["another id", () => resigned({ jti: "http://localhost/marks/0000-0000-0000/credential.jwt" }), "claims"],
    ["another subject", () => resigned({ sub: "http://localhost/providers/harbour" }), "claims"],
    ["another end", () => resigned({ exp: (payload.exp as number) + 1 }), "claims"],
    ["no end", () => resigned({ exp: undefined }), "claims"],
    ["another beginning", () => resigned({ nbf: (payload.nbf as number) - 1 }), "claims"],
    [
      "a status list of another's",
      () => resigned({ credentialStatus: { ...(payload.credentialStatus as object), statusListCredential: "https://evil.example/status-lists/1" } }),
      "claims",
    ],
    ["two statuses", () => resigned({ credentialStatus: [payload.credentialStatus, payload.credentialStatus] }), "claims"],
    ["no credential at all", () => signJws(signer, { kid, typ: "JWT" }, { hello: "world" }), "claims"],
    ["signed by our key, and never issued", () => resigned({ name: "Assured with commendation" }), "not_recorded"],
    ["too long", () => `${head}.${"A".repeat(30_000)}.${signature}`, "too_large"],
    ["an SVG without one", () => "<svg></svg>", "nothing_inside"],
    ["an SVG with two", () => `<svg><openbadges:credential verify="${jwt}"/><openbadges:credential verify="${jwt}"/></svg>`, "more_than_one"],
    ["an SVG whose one is no JWT", () => '<svg><openbadges:credential verify="javascript:alert(1)"/></svg>', "malformed"],
    ["a page", () => "<!doctype html><title>Waymark</title>", "nothing_inside"],
  ];
  test.each(cases)("%s", async (_, given, why) => {
    expect(await check(await given())).toEqual({ ok: false, why });
  });

  test("six megabytes", async () => {
    expect(await check(new Uint8Array(6 * 1024 * 1024))).toEqual({ ok: false, why: "too_large" });
  });

  test("before its time", async () => {
    expect(await check(jwt, { now: new Date(now.getTime() - 24 * 3_600_000) })).toEqual({ ok: false, why: "not_yet" });
  });

  test("a key in other hands: believed is what our own record shows was signed before, and nothing else", async () => {
    expect(await check(jwt, { keyOf: async () => lost })).toMatchObject({ ok: true });
    expect(await check(jwt, { keyOf: async () => lostBefore })).toEqual({ ok: false, why: "key_not_believed" });
    // Who has the key can sign any date: without the register nothing of it is believed.
    expect(await verifyCredential(jwt, { ...offline, keyOf: async () => lost })).toEqual({ ok: false, why: "key_not_believed" });
  });

  test("what cannot be checked is not called false: the register's own failure comes through", async () => {
    await expect(
      check(jwt, {
        keyOf: async () => {
          throw new Error("no database");
        },
      }),
    ).rejects.toThrow("no database");
  });

  test("every changed character", async () => {
    const places = Array.from({ length: 120 }, (_, each) => Math.floor((each * jwt.length) / 120));
    for (const place of places) {
      const changed = jwt.slice(0, place) + (jwt[place] === "A" ? "B" : "A") + jwt.slice(place + 1);
      const answer = await check(changed);
      expect(answer.ok, `at ${place}`).toBe(false);
    }
  });

  test("whatever it is given, it answers", async () => {
    const noise = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.concat([blank.subarray(0, 40), bytes])),
    );
    await fc.assert(
      fc.asyncProperty(noise, async (given) => {
        expect((await check(given)).ok).toBe(false);
        if (typeof given === "string") expect((await verifyStatusList(given, offline)).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a PNG", () => {
  const baked = () => Buffer.from(bakePng(blank, jwt));
  const truncated = () => baked().subarray(0, -20);
  const flipped = () => {
    const bytes = baked();
    bytes[60] = bytes[60]! ^ 1;
    return bytes;
  };
  test.each([
    ["without a credential", () => blank, "nothing_inside"],
    ["with two", () => bakePng(bakePng(blank, jwt), jwt), "more_than_one"],
    ["cut off", truncated, "malformed"],
    ["with one bit flipped", flipped, "malformed"],
    ["with something after its end", () => Buffer.concat([baked(), Buffer.from("<svg>")]), "malformed"],
    ["that says a piece is four gigabytes long", () => Buffer.concat([blank.subarray(0, 33), Buffer.from([255, 255, 255, 255]), Buffer.from("iTXt")]), "malformed"],
    ["with the credential compressed", () => withText("zTXt", `openbadgecredential\0\0${jwt}`), "malformed"],
  ])("%s", async (_, given, why) => {
    expect(await check(new Uint8Array(given()))).toEqual({ ok: false, why });
  });
});

describe("others read it", () => {
  const folder = mkdtempSync(join(tmpdir(), "wm-vc-"));
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const run = (tool: string, ...given: string[]) => execFileSync(tool, given, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const pem = createPublicKey({ key: key.jwk as never, format: "jwk" })
    .export({ type: "spki", format: "pem" })
    .toString();
  const tampered = `${head}.${part({ ...payload, name: "Commended" } as object)}.${signature}`;
  let ours: { jwt: string; jwk: string; pem: string; tampered: string; otherJwk: string };
  beforeAll(() => {
    ours = {
      jwt: file("vc.jwt", jwt),
      jwk: file("jwk.json", JSON.stringify({ ...key.jwk, alg: "ES256" })),
      pem: file("pub.pem", pem),
      tampered: file("tampered.jwt", tampered),
      otherJwk: file("other.json", JSON.stringify({ ...other.jwk, alg: "ES256" })),
    };
  });

  test.skipIf(!needs("jose"))("José says yes to it, and no to a changed one and to another key", () => {
    expect(JSON.parse(run("jose", "jws", "ver", "-i", ours.jwt, "-k", ours.jwk, "-O-"))).toEqual(payload);
    expect(() => run("jose", "jws", "ver", "-i", ours.tampered, "-k", ours.jwk, "-O-")).toThrow();
    expect(() => run("jose", "jws", "ver", "-i", ours.jwt, "-k", ours.otherJwk, "-O-")).toThrow();
  });

  test("OpenSSL says the same", () => {
    const signed = file("signed", `${head}.${body}`);
    const changed = file("changed", tampered.slice(0, tampered.lastIndexOf(".")));
    const der = file("signature.der", derOf(Buffer.from(signature, "base64url")));
    expect(run("openssl", "dgst", "-sha256", "-verify", ours.pem, "-signature", der, signed)).toContain("Verified OK");
    expect(() => run("openssl", "dgst", "-sha256", "-verify", ours.pem, "-signature", der, changed)).toThrow();
  });

  const python = "/usr/bin/python3";
  const pyjwt = needs(python) && pythonHas("jwt");
  const decode =
    "import jwt,sys;print(jwt.decode(open(sys.argv[1]).read(),open(sys.argv[2]).read(),algorithms=['ES256'],options={'require':['iss','sub','jti','nbf','exp']})['jti'])";
  test.skipIf(!pyjwt)("PyJWT says the same, every claim required", () => {
    // Its clock is the machine's: the credential runs until 2028.
    expect(run(python, "-c", decode, ours.jwt, ours.pem).trim()).toBe(payload.jti);
    expect(() => run(python, "-c", decode, ours.tampered, ours.pem)).toThrow();
  });

  test.skipIf(!needs(python))("Python unpacks the status list, with nothing of ours", () => {
    const script = [
      "import json,gzip,base64,sys",
      "p=open(sys.argv[1]).read().split('.')[1]; c=json.loads(base64.urlsafe_b64decode(p+'='*(-len(p)%4)))",
      "e=c['credentialSubject']['encodedList']; assert e[0]=='u'; b=gzip.decompress(base64.urlsafe_b64decode(e[1:]+'='*(-len(e[1:])%4)))",
      "bit=lambda i:(b[i>>3]>>(7-(i&7)))&1",
      "print(len(b)*4, sum(1 for i in range(len(b)*4) if bit(2*i) or bit(2*i+1)), bit(2*int(sys.argv[2]))*2+bit(2*int(sys.argv[2])+1))",
    ].join("\n");
    const place = (payload.credentialStatus as { statusListIndex: string }).statusListIndex;
    expect(run(python, "-c", script, file("list.jwt", list), place).trim()).toBe("131072 0 0");
  });

  function pythonHas(module: string) {
    try {
      run(python, "-c", `import ${module}`);
      return true;
    } catch (error) {
      if (process.env.WAYMARK_EVERY_TOOL) throw error;
      return false;
    }
  }
});

/** Another kind of text in its place, whole in every other way. */
function withText(type: string, text: string): Uint8Array {
  const baked = Buffer.from(bakePng(blank, "x"));
  const before = baked.subarray(0, 33);
  const chunk = Buffer.alloc(12 + text.length);
  chunk.writeUInt32BE(text.length, 0);
  chunk.write(type, 4, "latin1");
  chunk.write(text, 8, "latin1");
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + text.length)), 8 + text.length);
  return Buffer.concat([before, chunk, Buffer.from(blank).subarray(33)]);
}
