import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepSettings, settings, settingsFrom } from "~/platform/env.server";
import { freshDatabase } from "../support/database";
import { website } from "../support/website";

await freshDatabase();
const usual = settings();
const post = async (path: string, body: unknown, more: Record<string, string> = {}) => {
  const text = JSON.stringify(body);
  const headers = { "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(text)), ...more };
  const answer = await website.fetch(new Request(`http://localhost${path}`, { method: "POST", body: text, headers }));
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
};
const v2 = "https://www.w3.org/ns/credentials/v2";
const plain = { "@context": [v2], type: ["VerifiableCredential"], issuer: "https://issuer.example/1", credentialSubject: { id: "did:example:1", says: "hello" } };

describe("without its switch", () => {
  test.each(["/credentials/issue", "/credentials/verify", "/presentations/verify", "/credentials/other"])("%s is no address", async (path) => {
    expect((await post(path, { credential: plain })).status).toBe(404);
  });
  test("production does not start with it", () => {
    expect(() => settingsFrom({ WAYMARK_VC_API: "on" }, "production")).toThrow("WAYMARK_VC_API: set");
    expect(() => settingsFrom({ WAYMARK_VC_API: "yes" }, "demo")).toThrow('WAYMARK_VC_API: expected "on"');
  });
});

describe("with it", () => {
  beforeAll(() => {
    keepSettings({ ...usual, vcApi: true });
  });
  afterAll(() => {
    keepSettings(usual);
  });
  const issue = async (changes: object = {}) => post("/credentials/issue", { credential: { ...plain, ...changes }, options: {} });
  const issued = async (changes: object = {}) => (await issue(changes)).body.verifiableCredential as unknown as { id: string };

  test("what was issued is verified, in an envelope, as text and in a presentation", async () => {
    const { status, body } = await issue();
    expect(status).toBe(201);
    const envelope = body.verifiableCredential as unknown as { id: string };
    expect(envelope).toMatchObject({ "@context": v2, type: "EnvelopedVerifiableCredential", id: expect.stringMatching(/^data:application\/vc\+jwt,/) });
    expect(await post("/credentials/verify", { verifiableCredential: envelope })).toMatchObject({ status: 200, body: { verified: true } });
    expect((await post("/credentials/verify", { verifiableCredential: envelope.id.split(",")[1] })).status).toBe(200);
    const presentation = { "@context": [v2], type: ["VerifiablePresentation"], verifiableCredential: [envelope] };
    expect((await post("/presentations/verify", { verifiablePresentation: presentation })).status).toBe(200);
  });

  test("no key of the scheme signs there", async () => {
    const { id } = await issued();
    const { kid } = JSON.parse(Buffer.from(id.split(",")[1]!.split(".")[0]!, "base64url").toString());
    expect(kid).toMatch(/^did:jwk:/);
    const { keys } = (await (await website.fetch(new Request("http://localhost/.well-known/jwks.json"))).json()) as { keys: { x: string }[] };
    const { x } = JSON.parse(Buffer.from(kid.slice("did:jwk:".length, -2), "base64url").toString());
    expect(keys.map((key) => key.x)).not.toContain(x);
  });

  test("what was changed, or has run out, is refused", async () => {
    const envelope = await issued();
    const [head, , signature] = envelope.id.split(",")[1]!.split(".");
    const other = Buffer.from(JSON.stringify({ ...plain, issuer: "https://other.example/" })).toString("base64url");
    const changed = { ...envelope, id: `data:application/vc+jwt,${head}.${other}.${signature}` };
    expect(await post("/credentials/verify", { verifiableCredential: changed })).toMatchObject({ status: 400, body: { verified: false } });
    expect((await post("/presentations/verify", { verifiablePresentation: { "@context": [v2], type: "VerifiablePresentation", verifiableCredential: changed } })).status).toBe(400);
    expect((await post("/credentials/verify", { verifiableCredential: await issued({ validUntil: "2020-01-01T00:00:00Z" }) })).status).toBe(400);
    expect((await post("/credentials/verify", { verifiableCredential: await issued({ validFrom: "2120-01-01T00:00:00Z" }) })).status).toBe(400);
  });

  test.each<[string, object]>([
    ["no context", { "@context": undefined }],
    ["another context first", { "@context": ["https://example.org/other", v2] }],
    ["no type", { type: undefined }],
    ["another type", { type: ["Other"] }],
    ["an id that is no address", { id: "x" }],
    ["two ids", { id: ["https://a.example", "https://b.example"] }],
    ["no issuer", { issuer: undefined }],
    ["an issuer without an address", { issuer: { name: "Us" } }],
    ["no subject", { credentialSubject: undefined }],
    ["an empty subject", { credentialSubject: {} }],
    ["no subjects", { credentialSubject: [] }],
    ["a name with more than words", { name: { "@value": "x", url: "https://evil.example" } }],
    ["a day for a moment", { validFrom: "2026-01-01" }],
    ["a moment without a zone", { validUntil: "2026-01-01T00:00:00" }],
    ["an end before its beginning", { validFrom: "2026-01-02T00:00:00Z", validUntil: "2026-01-01T00:00:00Z" }],
    ["a status without type", { credentialStatus: { id: "https://a.example/1" } }],
    ["a schema without id", { credentialSchema: { type: "JsonSchema" } }],
    ["evidence without type", { evidence: [{ id: "https://a.example/1" }] }],
    ["a related resource without digest", { relatedResource: [{ id: "https://a.example/1" }] }],
    ["the same related resource twice", { relatedResource: [1, 2].map(() => ({ id: "https://a.example/1", digestSRI: "sha256-x" })) }],
    ["a claim of version 1", { vc: {} }],
  ])("is not issued with %s", async (_, changes) => expect((await issue(changes)).status).toBe(400));

  test("what is no JSON, too big, or of unsaid length", async () => {
    const raw = (body: string, headers: Record<string, string>) => website.fetch(new Request("http://localhost/credentials/issue", { method: "POST", body, headers }));
    expect((await raw("{", { "Content-Length": "1" })).status).toBe(400);
    expect((await raw("{}", { "Content-Length": "300000" })).status).toBe(413);
    expect((await raw("{}", {})).status).toBe(400);
    expect((await website.fetch(new Request("http://localhost/credentials/issue"))).status).toBe(400);
  });
});
