import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compactVerify, decodeJwt, importJWK } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groups } from "#db/seed/groups";
import { done, type Provider } from "#db/seed/world";
import { confirmChange, proposeChange } from "~/marks/change.server";
import type { MarkCode } from "~/marks/code";
import { issueCredential } from "~/marks/credential/issue.server";
import { valueAt } from "~/marks/credential/status-list";
import { decodeList } from "~/marks/credential/verify-list.server";
import { addDays, startOfDay } from "~/platform/calendar";
import { clock, moveDemoClock } from "~/platform/clock.server";
import { MarkAnswer } from "~/register/public-shapes";
import { freshDatabase } from "../support/database";
import { withoutKeys } from "../support/keys";
import { asked, publicWorld, RC } from "../support/register";
import { needs } from "../support/tools";
import { website } from "../support/website";

const { db, sql, owner } = await freshDatabase();
const { world, holds } = await publicWorld(db);
let marshEnd: Provider;
let code: MarkCode;
let unsigned: MarkCode;
beforeAll(async () => {
  marshEnd = await world.join(groups.marshEnd!);
  const mark = await holds(marshEnd, RC, { daysAgo: 50 });
  code = mark.code as MarkCode;
  await issueCredential(db, clock, mark.id);
  const other = await holds(await world.join(groups.harbour!), RC, { daysAgo: 40 });
  unsigned = other.code as MarkCode;
  // As it is while the key is away: it was signed with its certificate.
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`delete from credentials where mark_id = ${other.id}`;
  });
}, 90_000);
afterAll(async () => {
  await moveDemoClock(sql, "reset");
});

const get = (path: string, headers: Record<string, string> = {}) => website.fetch(new Request(`http://localhost${path}`, { headers }));
const text = async (path: string, headers: Record<string, string> = {}) => (await get(path, headers)).text();
const bytes = async (path: string) => new Uint8Array(await (await get(path)).arrayBuffer());
const titleOf = (svg: string) => /<title id="t">(.*?)<\/title>/.exec(svg)?.[1];
const folder = mkdtempSync(join(tmpdir(), "wm-badge-"));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const run = (tool: string, ...given: string[]) => execFileSync(tool, given, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
/** What the status list says of the mark, as it is served. */
const listed = async () => {
  const { statusListCredential, statusListIndex } = (decodeJwt(await text(`/marks/${code}/credential.jwt`)) as { credentialStatus: Record<string, string> }).credentialStatus;
  const payload = decodeJwt(await text(new URL(statusListCredential!).pathname)) as { credentialSubject: { encodedList: string } };
  return valueAt(decodeList(payload.credentialSubject.encodedList)!, Number(statusListIndex));
};
const suspend = async () => {
  const { proposalId } = done(
    await proposeChange(db, clock, world.actors.moira!, { code, kind: "suspend", reasonClass: "being_looked_into", note: "A concern reached us and we look into it." }),
  );
  done(await confirmChange(db, clock, world.actors.malcolm!, { code, proposalId }));
};
const reinstate = async () => {
  const { proposalId } = done(await proposeChange(db, clock, world.actors.moira!, { code, kind: "reinstate", note: "We looked into it, and all is well." }));
  done(await confirmChange(db, clock, world.actors.malcolm!, { code, proposalId }));
};

describe("the credential", () => {
  test("is a JWT that the key at its own address verifies", async () => {
    const answer = await get(`/marks/${code}/credential.jwt`);
    expect([answer.status, answer.headers.get("Content-Type"), answer.headers.get("Set-Cookie"), answer.headers.get("Access-Control-Allow-Origin")]).toEqual([
      200,
      "text/plain; charset=utf-8",
      null,
      "*",
    ]);
    const jwt = await answer.text();
    const { kid } = JSON.parse(Buffer.from(jwt.split(".")[0]!, "base64url").toString());
    const jwk = await (await get(new URL(kid).pathname)).json();
    const { payload } = await compactVerify(jwt, await importJWK(jwk, "ES256"));
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(await (await get(`/marks/${code}/credential.json`)).json());
  });
  test("says what the register says", async () => {
    const [mark, said] = [MarkAnswer.parse(await (await get(`/marks/${code}.json`)).json()), decodeJwt(await text(`/marks/${code}/credential.jwt`))];
    expect(mark.credential).toEqual({ url: `http://localhost/marks/${code}/credential.jwt` });
    expect(said).toMatchObject({
      iss: "http://localhost/",
      jti: mark.credential!.url,
      sub: `http://localhost/providers/${mark.holder.slug}`,
      nbf: startOfDay(mark.awarded_on).getTime() / 1000,
      exp: startOfDay(addDays(mark.valid_until, 1)).getTime() / 1000,
      credentialSubject: { result: [{ value: mark.level }], identifier: [{ identityType: "name", identityHash: mark.holder.name }] },
      evidence: [{ id: mark.page }],
    });
    expect(MarkAnswer.parse(await (await get(`/marks/${unsigned}.json`)).json()).credential).toBeNull();
  });
  test("comes in W3C's form to who asks for it by name", async () => {
    const answer = await get(`/marks/${code}/credential.jwt`, { Accept: "application/vc+jwt" });
    expect([answer.headers.get("Content-Type"), answer.headers.get("Vary")]).toEqual(["application/vc+jwt", "Accept"]);
    expect(decodeJwt(await answer.text())).toEqual(decodeJwt(await text(`/marks/${code}/credential.jwt`)));
  });
  test("is kept by who has it, as long as it is the same", async () => {
    const etag = (await get(`/marks/${code}/credential.jwt`)).headers.get("ETag")!;
    expect((await get(`/marks/${code}/credential.jwt`, { "If-None-Match": etag })).status).toBe(304);
    expect((await get(`/marks/${code}/credential.jwt`, { "If-None-Match": etag, Accept: "application/vc+jwt" })).status).toBe(200);
  });
});

describe.each(["credential.jwt", "credential.json", "badge.svg", "badge.png"])("%s", (thing) => {
  test("takes the code as people type it", async () => expect((await get(`/marks/${code.toLowerCase().replaceAll("-", "")}/${thing}`)).status).toBe(200));
  test.each([() => `${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}`, () => code.slice(1), () => "%25", () => "hello"])(
    "of a code we could not have issued: 400, and the database is not asked",
    async (spoiled) => {
      let answer: Response | undefined;
      expect(
        await asked(async () => {
          answer = await get(`/marks/${spoiled()}/${thing}`);
        }),
      ).toEqual([]);
      expect([answer!.status, answer!.headers.get("Content-Type")]).toEqual([400, "application/problem+json"]);
    },
  );
  test("of a code that nobody has: 404", async () => expect((await get(`/marks/0000-0000-0000/${thing}`)).status).toBe(404));
  test("answers HEAD and a browser that asks first", async () => {
    const head = await website.fetch(new Request(`http://localhost/marks/${code}/${thing}`, { method: "HEAD" }));
    expect([head.status, head.headers.get("ETag"), await head.text()]).toEqual([200, (await get(`/marks/${code}/${thing}`)).headers.get("ETag"), ""]);
    expect((await website.fetch(new Request(`http://localhost/marks/${code}/${thing}`, { method: "OPTIONS" }))).status).toBe(204);
  });
});

test("a mark without a credential yet says so, and its badge carries none", async () => {
  expect((await get(`/marks/${unsigned}/credential.jwt`)).status).toBe(404);
  const svg = await text(`/marks/${unsigned}/badge.svg`);
  expect(svg).not.toContain("openbadges");
  expect(titleOf(svg)).toContain("Assured. In force: Referral capacity");
});

describe("the badge", () => {
  const png = async () => file("badge.png", await bytes(`/marks/${code}/badge.png`));
  const svg = async () => file("badge.svg", await text(`/marks/${code}/badge.svg`));
  const jwt = async () => text(`/marks/${code}/credential.jwt`);

  test("says how things stand, and asks nobody for anything", async () => {
    const answer = await get(`/marks/${code}/badge.svg`);
    expect([answer.headers.get("Content-Type"), answer.headers.get("Cache-Control"), answer.headers.get("Cross-Origin-Resource-Policy")]).toEqual([
      "image/svg+xml",
      "no-cache",
      "cross-origin",
    ]);
    const drawn = await answer.text();
    expect(titleOf(drawn)).toBe(`Waymark quality mark: Assured. In force: Referral capacity. ${code}. Check: localhost`);
    expect(drawn).not.toMatch(/<(script|style|image|use|text|foreignObject)\b|href|url\(|\son\w+=|style=/);
    expect(titleOf(await text(`/marks/${code}/badge.svg?lang=cy`))).toMatch(/^Marc ansawdd Waymark: /);
    expect(await bytes(`/marks/${code}/badge.png`)).toEqual(await bytes(`/marks/${code}/badge.png`));
  });
  test.skipIf(!needs("xmllint"))("is well-formed XML with the credential in it, for somebody else's reader", async () => {
    const path = "string(//*[local-name()='credential' and namespace-uri()='https://purl.imsglobal.org/ob/v3p0']/@verify)";
    expect(run("xmllint", "--xpath", path, await svg()).trim()).toBe(await jwt());
    expect(run("xmllint", "--xpath", path, file("bare.svg", await text(`/marks/${unsigned}/badge.svg`))).trim()).toBe("");
    const broken = file("broken.svg", (await text(`/marks/${code}/badge.svg`)).slice(0, -8));
    expect(() => run("xmllint", "--noout", broken)).toThrow();
  });
  test.skipIf(!needs("pngcheck", "exiftool"))("is a whole PNG with the credential in it, for somebody else's reader", async () => {
    const baked = await png();
    expect(run("pngcheck", "-t", baked)).toMatch(/openbadgecredential:[\s\S]*OK:/);
    expect(run("exiftool", "-s3", "-Openbadgecredential", baked).trim()).toBe(await jwt());
    const whole = await bytes(`/marks/${code}/badge.png`);
    whole[100] = whole[100]! ^ 1;
    expect(() => run("pngcheck", file("broken.png", whole))).toThrow();
    expect(run("exiftool", "-s3", "-Openbadgecredential", file("bare.png", await bytes(`/marks/${unsigned}/badge.png`))).trim()).toBe("");
  });
  test("of a mark that is suspended says so at once, carries nothing, and no old copy is taken for new", async () => {
    const paths = ["badge.svg", "badge.png"].map((each) => `/marks/${code}/${each}`);
    const etags = await Promise.all(paths.map(async (path) => (await get(path)).headers.get("ETag")!));
    expect(await listed()).toBe(0);
    await suspend();
    for (const [place, path] of paths.entries()) expect((await get(path, { "If-None-Match": etags[place]! })).status).toBe(200);
    const stopped = await text(paths[0]!);
    expect(titleOf(stopped)).toBe(`Waymark quality mark: Suspended. Do not rely on this mark. ${code}. Check: localhost`);
    expect(stopped).not.toContain("openbadges");
    expect(Buffer.from(await bytes(paths[1]!)).includes("openbadgecredential")).toBe(false);
    expect(await listed()).toBe(2);
    expect((await get(`/marks/${code}/credential.jwt`)).status).toBe(200);
    await reinstate();
    expect(await listed()).toBe(0);
    for (const [place, path] of paths.entries()) expect((await get(path, { "If-None-Match": etags[place]! })).status).toBe(304);
  });
  test("of a mark whose time has just run out says so, though nobody did anything", async () => {
    const { valid_until: until } = await (await get(`/marks/${code}.json`)).json();
    const end = startOfDay(addDays(until, 1));
    await moveDemoClock(sql, new Date(end.getTime() - 2000));
    expect([titleOf(await text(`/marks/${code}/badge.svg`)), await listed()]).toEqual([expect.stringContaining("In force"), 0]);
    await moveDemoClock(sql, new Date(end.getTime()));
    expect([titleOf(await text(`/marks/${code}/badge.svg`)), await listed()]).toEqual([`Waymark quality mark: Expired. This mark is not in force. ${code}. Check: localhost`, 1]);
    await moveDemoClock(sql, "reset");
  });
});

describe("the status list", () => {
  test("is a JWT, or its payload to who asks for JSON", async () => {
    const answer = await get("/status-lists/1");
    expect([answer.status, answer.headers.get("Content-Type"), answer.headers.get("Cache-Control"), answer.headers.get("Vary")]).toEqual([
      200,
      "application/vc+jwt",
      "public, max-age=30",
      "Accept",
    ]);
    const json = await get("/status-lists/1", { Accept: "application/json" });
    expect(await json.json()).toEqual(decodeJwt(await answer.text()));
    expect((await get("/status-lists/1", { "If-None-Match": json.headers.get("ETag")!, Accept: "application/json" })).status).toBe(304);
  });
  test.each(["0", "2", "01", "-1", "x", "99999999999999999999"])("there is no list %s", async (number) => {
    expect((await get(`/status-lists/${number}`)).status).toBe(404);
  });
  test("says 503 rather than what was true before, while it cannot be signed", async () => {
    const before = await text("/status-lists/1");
    await withoutKeys(async () => {
      expect(await text("/status-lists/1")).toBe(before);
      await suspend();
      const answer = await get("/status-lists/1");
      expect([answer.status, answer.headers.get("Cache-Control"), answer.headers.get("Content-Type")]).toEqual([503, "no-store", "application/problem+json"]);
    });
    expect(await listed()).toBe(2);
    await reinstate();
  });
});
