import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, test } from "vitest";
import { groups } from "#db/seed/groups";
import { authorisation } from "~/authorisation";
import { changeEvent, testEvent } from "~/followers/change";
import { keepLog } from "~/marks/log/checkpoints.server";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { openApiDocument, pathOf } from "~/register/openapi/document";
import { isForMachines, operations } from "~/register/openapi/operations";
import { taxonomies, taxonomyTerms } from "~/register/openreferral/terms.server";
import { makeSnapshot } from "~/register/snapshot/make-snapshot.server";
import { freshDatabase } from "../support/database";
import { AS, publicWorld, RC } from "../support/register";
import { website } from "../support/website";

const { db } = await freshDatabase();
const { world, holds, passes } = await publicWorld(db);
const document = openApiDocument({ origin: "https://waymark.test", contact: "help@waymark.test" });
const given: Record<string, string> = {};

beforeAll(async () => {
  const marshEnd = await world.join({ ...groups.marshEnd!, identifiers: ["GB-CHC:1100000"] });
  const { code } = await holds(marshEnd, RC, { daysAgo: 50 });
  await holds(marshEnd, AS, { daysAgo: 45 });
  passes(6);
  await world.sayRoom(marshEnd, "open", 2);
  await keepLog(db, clock);
  await makeSnapshot(db, clock);
  const kid = (await (await ask("/.well-known/jwks.json")).json()).keys[0].kid;
  const own: Record<string, string> = { taxonomies: taxonomies("")[0]!.id, taxonomy_terms: taxonomyTerms("")[0]!.id, HealthcareService: code, VerificationResult: code };
  for (const { address } of operations) {
    const id = own[address.split("/").at(-2)!] ?? marshEnd.organisationId;
    const values: Record<string, string> = { code, slug: marshEnd.slug, key: RC, version: "1.0.0", range: "1.0.0...1.0.0", kid, day: londonDay(clock.now()), number: "1", id };
    given[address] = address.replace(/:(\w+)/g, (_, name: string) => values[name]!);
  }
  given["/log/proof"] = `/log/proof?code=${code}`;
  given["/log/consistency"] = "/log/consistency?from=1";
  const hash = (await (await ask(`/marks/${code}.json`)).json()).certificate.sha256;
  given["/marks"] = `/marks?sha256=${hash}`;
  given["/fhir/R4/VerificationResult"] = `/fhir/R4/VerificationResult?target.identifier=${encodeURIComponent("GB-CHC|1100000")}`;
}, 180_000);

const ask = (path: string, { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {}) =>
  website.fetch(new Request(`http://localhost${path}`, { method, headers }));

const open = authorisation.filter(({ may, demo }) => may.anonymous === "Y" && !demo);
const answered = operations.filter(({ address }) => open.some((each) => each.address === address));
const gets = answered.filter((each) => each.method === "get" && isForMachines(each)).map((each) => ({ ...each, name: each.address }));
const data = gets.filter(({ answers }) => answers.some(({ shape }) => shape));

describe("the table is the whole of it", () => {
  const listed = new Set(operations.map(({ method, address }) => `${method.toUpperCase()} ${address}`));

  test("no public address for machines is missing", () => {
    const forMachines = open
      .filter(({ answers, address }) => answers === "json" || answers === "file" || address === "/verify")
      .map(({ method, address }) => `${method} ${address}`);
    expect(forMachines.filter((each) => !listed.has(each))).toEqual([]);
  });

  test("no line of it is answered by nothing", () => {
    const there = new Set(open.map(({ method, address }) => `${method} ${address}`));
    expect(operations.filter(({ method, address }) => !there.has(`${method.toUpperCase()} ${address}`)).map(({ address }) => address)).toEqual([]);
  });

  test("no line is there twice, and what answers is what is served", async () => {
    expect(listed.size).toBe(operations.length);
    const served = await (await ask("/api/openapi.json")).json();
    expect(Object.keys(served.paths)).toEqual([...new Set(operations.map(({ address }) => pathOf(address)))]);
  });
});

describe("by a linter of somebody else", () => {
  const lint = async (of: object) => {
    const file = join(mkdtempSync(join(tmpdir(), "openapi-")), "openapi.json");
    writeFileSync(file, JSON.stringify(of));
    const env = { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", REDOCLY_TELEMETRY: "off", CI: "1" };
    const said = await promisify(execFile)("node", ["node_modules/@redocly/cli/bin/cli.js", "lint", file, "--format=json"], { env, maxBuffer: 10_000_000 }).catch(
      (error: { stdout: string }) => error,
    );
    const { totals, problems } = JSON.parse(said.stdout.slice(said.stdout.indexOf("{")));
    return { totals, problems: problems.map(({ ruleId, message }: { ruleId: string; message: string }) => `${ruleId}: ${message}`) };
  };

  test("there is nothing to say", async () => expect(await lint(document)).toMatchObject({ totals: { errors: 0, warnings: 0 }, problems: [] }), 120_000);

  test("it sees a parameter that is nowhere, and a shape that is not there", async () => {
    const broken = structuredClone(document) as unknown as { paths: Record<string, { get: { parameters: { in: string }[]; responses: Record<string, object> } }> };
    broken.paths["/marks/{code}.json"]!.get.parameters[0]!.in = "pathx";
    broken.paths["/register.json"]!.get.responses["200"] = { description: "x", content: { "application/json": { schema: { $ref: "#/components/schemas/Nothing" } } } };
    const { totals } = await lint(broken);
    expect(totals.errors).toBeGreaterThanOrEqual(2);
  }, 120_000);
});

describe("real answers are what the document says", () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document, "openapi");
  const holds_ = (shape: string) => ajv.compile({ $ref: `openapi#/components/schemas/${shape}` });

  test.each(data)("GET $name", async ({ address, answers }) => {
    const answer = await ask(given[address]!);
    const [{ type, shape }] = answers as [{ type: string; shape: string }];
    expect([answer.status, answer.headers.get("Content-Type")?.split(";")[0]]).toEqual([200, type]);
    const validate = holds_(shape);
    expect([validate(await answer.json()), validate.errors]).toEqual([true, null]);
  });

  test.each(gets.filter((each) => !data.includes(each)))("GET $name", async ({ address, answers }) => {
    const answer = await ask(given[address]!);
    expect([answer.status, answer.headers.get("Content-Type")?.split(";")[0]]).toEqual([200, answers[0]!.type]);
  });

  test("an answer that is not so is refused", async () => {
    const mark = await (await ask(given["/marks/:code.json"]!)).json();
    const validate = holds_("Mark");
    expect(validate(mark)).toBe(true);
    for (const spoilt of [
      { ...mark, status: "valid" },
      { ...mark, colour: "green" },
      { ...mark, awarded_on: "10/03/2026" },
      { ...mark, in_force: "yes" },
    ])
      expect(validate(spoilt)).toBe(false);
  });

  test("what the systems of followers are sent is what stands under webhooks", () => {
    const at = clock.now();
    const sent = changeEvent({ seq: 1, code: "0000-0000-0000", previous: null, status: "live", at }, "https://waymark.test");
    const of = (name: keyof typeof document.webhooks) => holds_(document.webhooks[name]!.post.requestBody.content["application/json"].schema.$ref.split("/").at(-1)!);
    expect([of("markStatusChanged")(sent), of("test")(testEvent(at)), of("test")(sent), of("markStatusChanged")({ ...sent, reason: "x" })]).toEqual([true, true, false, false]);
  });

  test("a credential is what was issued and nothing else: each part of it that is missing, other or more is refused", async () => {
    type Said = { [part: string]: unknown };
    const issued: Said = await (await ask(given["/marks/:code/credential.json"]!)).json();
    const validate = holds_("Credential");
    expect([validate(issued), validate.errors]).toEqual([true, null]);
    const spoilt: [string, unknown][] = [];
    /** Every object in it, without each of its parts and with one more; every text and number in it as another kind of thing; every list one shorter and one longer. */
    const spoil = (part: unknown, at: string, put: (other: unknown) => Said): void => {
      const spoiltBy = (how: string, other: unknown) => spoilt.push([`${at} ${how}`, put(other)]);
      if (Array.isArray(part)) {
        spoiltBy("empty", []);
        // Several numbers, or none, may stand beside the name.
        if (at !== ".credentialSubject.identifier") spoiltBy("one longer", [...part, part[0]]);
        for (const [place, each] of part.entries()) spoil(each, `${at}[${place}]`, (other) => put(part.with(place, other)));
      } else if (typeof part === "object" && part !== null) {
        spoiltBy("with more", { ...part, more: 1 });
        for (const [name, each] of Object.entries(part)) {
          const { [name]: _, ...rest } = part as Said;
          spoiltBy(`without ${name}`, rest);
          spoil(each, `${at}.${name}`, (other) => put({ ...part, [name]: other }));
        }
      } else spoiltBy("of another kind", typeof part === "string" ? 1 : "x");
    };
    spoil(issued, "", (other) => other as Said);
    expect(spoilt.length).toBeGreaterThan(150);
    expect(spoilt.filter(([, each]) => validate(each)).map(([how]) => how)).toEqual([]);
    for (const other of [
      { ...issued, type: ["VerifiableCredential", "SomethingElse"] },
      { ...issued, validFrom: "10 March 2026" },
      { ...issued, validUntil: "2028-03-10T00:00:00.000Z" },
      { ...issued, iss: "us" },
      { ...issued, credentialStatus: { ...(issued.credentialStatus as Said), statusListIndex: "-1" } },
    ])
      expect(validate(other)).toBe(false);
  });

  test("a refusal is a problem, or an OperationOutcome where FHIR is spoken", async () => {
    for (const path of [
      "/marks/0000-0000-0000.json",
      "/providers/none.json",
      "/marks?sha256=x",
      "/marks.ndjson?since=soon",
      "/openreferral/services?page=x",
      "/keys/none",
      "/standards/none.json",
    ]) {
      const answer = await ask(path);
      expect([path, answer.headers.get("Content-Type"), holds_("Problem")(await answer.json())]).toEqual([path, "application/problem+json", true]);
    }
    expect(holds_("OperationOutcome")(await (await ask("/fhir/R4/Patient/1")).json())).toBe(true);
  });
});

describe("every address for machines", () => {
  const health = (address: string) => address.startsWith("/health/");

  test.each(gets)("$name may be read from another site, and is not kept past a minute", async ({ address }) => {
    const { headers } = await ask(given[address]!);
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    const kept = /max-age=(\d+)/.exec(headers.get("Cache-Control") ?? "")?.[1];
    if (health(address)) expect(headers.get("Cache-Control")).toBe("no-store");
    else if (address.includes("/badge.")) expect(headers.get("Cache-Control")).toBe("no-cache");
    else expect(Number(kept)).toBeLessThanOrEqual(60);
  });

  test.each(gets)("$name tells a browser that it may ask with an ETag", async ({ address }) => {
    const { status, headers } = await ask(given[address]!, { method: "OPTIONS" });
    expect([status, headers.get("Access-Control-Allow-Origin"), headers.get("Access-Control-Allow-Headers")]).toEqual([204, "*", "If-None-Match"]);
    expect(headers.get("Access-Control-Allow-Methods")).toContain("GET, HEAD");
  });

  test.each([...data.filter(({ address }) => !health(address)), ...gets.filter(({ address }) => address === "/marks.ndjson")])(
    "$name has an ETag, and is not sent to who has it",
    async ({ address }) => {
      const etag = (await ask(given[address]!)).headers.get("ETag");
      expect(etag).toMatch(/^"[\w-]+"$/);
      const again = await ask(given[address]!, { headers: { "If-None-Match": etag! } });
      expect([again.status, await again.text()]).toEqual([304, ""]);
      expect((await ask(given[address]!, { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
    },
  );

  test.each(data)("$name says the same to HEAD, without a body", async ({ address }) => {
    const [get, head] = [await ask(given[address]!), await ask(given[address]!, { method: "HEAD" })];
    expect([head.status, head.headers.get("ETag"), head.headers.get("Content-Type"), await head.text()]).toEqual([
      200,
      get.headers.get("ETag"),
      get.headers.get("Content-Type"),
      "",
    ]);
  });
});
