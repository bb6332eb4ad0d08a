import { createHash, generateKeyPairSync, verify, X509Certificate } from "node:crypto";
import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importJWK, jwtVerify } from "jose";
import { afterAll, describe, expect, test } from "vitest";
import { believedAt, inUse, kidOf, purposesDue } from "~/marks/keys/key";
import { certifyLeaf, certifyRoot, fingerprintOf } from "~/platform/signing/certify.server";
import { compactOf, derOf, digestOf, verifies, verifiesDigest } from "~/platform/signing/ecdsa.server";
import { fileSigner, keepKey, newKeyPair, publicJwkOf } from "~/platform/signing/file-keys.server";
import { readJws, signJws } from "~/platform/signing/jws.server";
import { serviceSigner } from "~/platform/signing/key-service.server";
import { CannotSign } from "~/platform/signing/signer";

const folder = mkdtempSync(join(tmpdir(), "wm-keys-"));
const pair = newKeyPair();
await keepKey(folder, "credential-2026-aaaaaaaa", pair.privatePem);
const signer = fileSigner(folder, "credential-2026-aaaaaaaa");
const kid = "https://waymark.example/keys/credential-2026-aaaaaaaa";
const keyOf = async (asked: string) => (asked === kid ? pair.jwk : undefined);

describe("a key in a file", () => {
  test("signs a digest so that somebody else's code agrees, in both ways of writing it", async () => {
    const bytes = Buffer.from("what is signed");
    const signature = await signer.sign(digestOf(bytes));
    expect(verifies(bytes, signature, pair.jwk)).toBe(true);
    expect(verifiesDigest(digestOf(bytes), signature, pair.jwk)).toBe(true);
    expect(compactOf(derOf(signature))).toEqual(signature);
    expect(verifies(Buffer.from("something else"), signature, pair.jwk)).toBe(false);
    expect(verifies(bytes, signature, newKeyPair().jwk)).toBe(false);
  });
  test("is readable by its owner alone and never written over", async () => {
    expect(statSync(join(folder, "credential-2026-aaaaaaaa.pem")).mode & 0o777).toBe(0o600);
    await expect(keepKey(folder, "credential-2026-aaaaaaaa", pair.privatePem)).rejects.toMatchObject({ code: "EEXIST" });
  });
  test("that is not there cannot sign, and says which", async () => {
    await expect(fileSigner(folder, "log-2026-bbbbbbbb").sign(digestOf("x"))).rejects.toThrow(CannotSign);
  });
  test("has no name that leaves its folder", async () => {
    await expect(fileSigner(folder, "../x").sign(digestOf("x"))).rejects.toThrow();
  });
  test("of another curve is refused", () => {
    const other = generateKeyPairSync("ec", { namedCurve: "P-384" }).publicKey.export({ type: "spki", format: "pem" }).toString();
    expect(() => publicJwkOf(other)).toThrow("P-256");
  });
});

describe("a key in a key service", () => {
  const asked: { url?: string; body: string; token?: string }[] = [];
  let answer = (digest: Buffer): { status: number; body: unknown } => ({ status: 200, body: { signature: digest.toString("base64") } });
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (some) => (body += some));
    request.on("end", () => {
      asked.push({ url: request.url, body, token: request.headers.authorization });
      const { status, body: said } = answer(Buffer.from(JSON.parse(body).digest.sha256, "base64"));
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(said));
    });
  });
  const ready = new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  afterAll(() => server.close());
  const tokenFile = join(folder, "token");
  writeFileSync(tokenFile, "secret\n");
  const service = async () => {
    await ready;
    const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    return serviceSigner({ url, tokenFile }, { kid: "log-2026-cccccccc", name: "projects/p/cryptoKeyVersions/1", jwk: pair.jwk });
  };
  const digest = digestOf("checkpoint");

  test("gets the digest alone, with the token, and what it signs is turned into 64 bytes", async () => {
    const right = await signer.sign(digest);
    answer = () => ({ status: 200, body: { signature: Buffer.from(derOf(right)).toString("base64") } });
    expect(await (await service()).sign(digest)).toEqual(right);
    expect(asked.at(-1)).toEqual({
      url: "/v1/projects/p/cryptoKeyVersions/1:asymmetricSign",
      token: "Bearer secret",
      body: JSON.stringify({ digest: { sha256: digest.toString("base64") } }),
    });
  });
  test.each([
    ["refuses", async () => ({ status: 403, body: {} })],
    ["answers with something else", async () => ({ status: 200, body: { signed: true } })],
    ["signed with another key", async () => ({ status: 200, body: { signature: Buffer.from(derOf(await signer.sign(digestOf("other")))).toString("base64") } })],
  ])("that %s is not believed", async (_, said) => {
    const now = await said();
    answer = () => now;
    await expect((await service()).sign(digest)).rejects.toThrow(CannotSign);
  });
});

const jws = await signJws(signer, { kid, typ: "JWT" }, { iss: "https://waymark.example", words: "Dŵr" });

describe("JWS", () => {
  test("is read by a library that did not write it", async () => {
    const { payload, protectedHeader } = await jwtVerify(jws, await importJWK(pair.jwk, "ES256"), { algorithms: ["ES256"] });
    expect([payload, protectedHeader]).toEqual([
      { iss: "https://waymark.example", words: "Dŵr" },
      { alg: "ES256", kid, typ: "JWT" },
    ]);
  });
  test("is read here, with its header", async () => expect(await readJws(jws, keyOf)).toMatchObject({ ok: true, header: { kid }, payload: { words: "Dŵr" } }));

  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const [, payload, signature] = jws.split(".") as [string, string, string];
  test.each([
    ["nothing", "", "malformed"],
    ["three words", "a.b.c", "malformed"],
    ["no algorithm", `${encoded({ alg: "none", kid })}.${payload}.`, "malformed"],
    ["a shared secret", `${encoded({ alg: "HS256", kid })}.${payload}.${signature}`, "malformed"],
    ["its own key inside", `${encoded({ alg: "ES256", kid, jwk: pair.jwk })}.${payload}.${signature}`, "malformed"],
    ["a critical extension", `${encoded({ alg: "ES256", kid, crit: ["b64"], b64: false })}.${payload}.${signature}`, "malformed"],
    ["somebody else's key", `${encoded({ alg: "ES256", kid: "https://evil.example/keys/1" })}.${payload}.${signature}`, "unknown_key"],
    ["another payload", `${jws.split(".")[0]}.${encoded({ iss: "x" })}.${signature}`, "signature"],
    ["another header", `${encoded({ alg: "ES256", kid, typ: "vc+jwt" })}.${payload}.${signature}`, "signature"],
    ["half a signature", `${jws.slice(0, -40)}`, "signature"],
  ])("with %s is refused", async (_, text, why) => expect(await readJws(text, keyOf)).toEqual({ ok: false, why }));
});

describe("certificates", () => {
  const root = newKeyPair();
  const day = new Date("2026-01-01T00:00:00Z");
  const until = new Date("2029-01-01T00:00:00Z");
  test("a leaf is the root's, a root its own; neither is anybody else's", async () => {
    const issuer = { commonName: "Waymark root 2026", organisation: "Y corff – Ŵ" };
    const rootPem = await certifyRoot({ subject: issuer, jwk: root.jwk, privatePem: root.privatePem, notBefore: day, notAfter: until });
    const leafPem = await certifyLeaf(
      { subject: { commonName: "Waymark certificate 2026", organisation: "Y corff" }, jwk: pair.jwk, notBefore: day, notAfter: until },
      { privatePem: root.privatePem, certificatePem: rootPem },
    );
    const [above, leaf] = [new X509Certificate(rootPem), new X509Certificate(leafPem)];
    expect([above.ca, leaf.ca]).toEqual([true, false]);
    expect([leaf.checkIssued(above), leaf.verify(above.publicKey), above.verify(above.publicKey)]).toEqual([true, true, true]);
    expect(leaf.verify(leaf.publicKey)).toBe(false);
    expect(publicJwkOf(leaf.publicKey.export({ type: "spki", format: "pem" }).toString())).toEqual(pair.jwk);
    expect(leaf.keyUsage).toEqual(["1.3.6.1.5.5.7.3.36", "1.3.6.1.5.5.7.3.4"]);
    expect(fingerprintOf(leafPem)).toBe(createHash("sha256").update(leaf.raw).digest("hex"));
    expect(verify("sha256", Buffer.from("x"), { key: leaf.publicKey, dsaEncoding: "ieee-p1363" }, await signer.sign(digestOf("x")))).toBe(true);
  });
});

describe("which key signs, and what is believed", () => {
  const key = (purpose: "log" | "credential", year: number, compromisedAfter: Date | null = null) => ({ purpose, year, compromisedAfter });
  test("the newest that is not compromised", () => {
    const [lost, earlier] = [key("log", 2027, new Date()), key("log", 2026)];
    expect(inUse([lost, key("credential", 2027), earlier], "log")).toBe(earlier);
    expect(inUse([lost], "log")).toBeUndefined();
  });
  test("a new one is due where there is none, in a new year, and when one is lost", () => {
    const all = (["certificate", "credential", "status_list", "log", "register"] as const).map((purpose) => ({ purpose, year: 2026, compromisedAfter: null as Date | null }));
    expect(purposesDue(all, 2026)).toEqual([]);
    expect(purposesDue(all, 2027)).toHaveLength(5);
    expect(purposesDue(all.with(3, { ...all[3]!, compromisedAfter: new Date() }), 2026)).toEqual(["log"]);
    expect(purposesDue([], 2026)).toHaveLength(5);
  });
  test("what it signed before it was lost is believed, what came after is not", () => {
    const lost = { madeAt: new Date("2026-01-01T00:00:00Z"), compromisedAfter: new Date("2026-06-01T00:00:00Z") };
    expect([believedAt(lost, new Date("2026-05-31T23:59:59Z")), believedAt(lost, new Date("2026-06-01T00:00:00Z")), believedAt(lost, new Date("2025-12-31T00:00:00Z"))]).toEqual([
      true,
      false,
      false,
    ]);
  });
  test("its name says what for, from when, and which", () => expect(kidOf("status_list", 2026, "3f9a1c2bffff")).toBe("status-list-2026-3f9a1c2b"));
});
