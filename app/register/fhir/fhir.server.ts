import { type Context, Hono } from "hono";
import { z } from "zod";
import { normaliseCode } from "~/marks/code";
import type { FoundMark } from "~/marks/found-mark";
import { statusOf } from "~/marks/status";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { answer, publicHeaders, tooManyDetail } from "../answering.server";
import { askedFrom } from "../limits/asked-from.server";
import { countUnknown } from "../limits/count-unknown.server";
import { markByCode } from "../mark.server";
import { markAnswer, withdrawnLongAgo } from "../mark-answer";
import { marksSaid, providerToday } from "../provider";
import { publicProviderOf } from "../public-providers.server";
import { capabilityStatement } from "./capability";
import { healthcareServiceOf } from "./healthcare-service";
import { marksByToken } from "./marks-of.server";
import { organizationOf } from "./organization";
import type { OperationOutcome, VerificationBundle } from "./shapes";
import { verificationResultOf } from "./verification-result";

const base = paths.fhir;
const type = "application/fhir+json";
const asFhir = { "Content-Type": type };

/** Marks for clinical systems: FHIR R4, to be read. What goes wrong is an OperationOutcome. */
export const fhir = new Hono()
  .use(`${base}/*`, async (c, next) => (takesJson(c) ? next() : outcome(c, 406, "not-supported", "We answer in application/fhir+json alone.")))
  .get(`${base}/metadata`, (c) => answer(c, capabilityStatement(settings().baseUrl, settings().issuer), asFhir))
  .get(`${base}/Organization/:id`, async (c) => {
    const id = c.req.param("id");
    const provider = z.uuid().safeParse(id).success ? await publicProviderOf(pool.db, id) : undefined;
    const today = provider && providerToday(provider, clock.now());
    if (!today || marksSaid(today).length === 0) return outcome(c, 404, "not-found", "No organisation of whom a mark is said has this id.");
    return answer(c, organizationOf(provider, today, settings().baseUrl), asFhir);
  })
  .get(`${base}/HealthcareService/:id`, async (c) => {
    const mark = await markAt(c);
    if (mark instanceof Response) return mark;
    const provider = await publicProviderOf(pool.db, mark.organisationId);
    if (!provider) return noMark(c);
    const now = clock.now();
    const { baseUrl: origin } = settings();
    return answer(c, healthcareServiceOf(mark, statusOf(mark.facts, now), markAnswer(mark, now, origin).statement, provider, { now, origin }), asFhir);
  })
  .get(`${base}/VerificationResult/:id`, async (c) => {
    const mark = await markAt(c);
    return mark instanceof Response ? mark : answer(c, resultOf(mark, clock.now()), asFhir);
  })
  .get(`${base}/VerificationResult`, async (c) => {
    const asked = new URL(c.req.url);
    const token = asked.searchParams.get("target.identifier");
    if (!token) return outcome(c, 400, "required", "Ask with target.identifier=SYSTEM|VALUE, the number of the provider that holds the mark.");
    const found = await marksByToken(pool.db, token, settings().baseUrl);
    if (found === "unknown code") return (await tooManyUnknown(c)) ?? answer(c, bundleOf([], clock.now(), asked.search), asFhir);
    if (!found) return outcome(c, 400, "invalid", "target.identifier names no register we know. Write it as https://org-id.guide/list/GB-CHC|1100000.");
    return answer(c, bundleOf(found, clock.now(), asked.search), asFhir);
  })
  .all(`${base}/*`, (c) =>
    c.req.method === "GET" || c.req.method === "HEAD"
      ? outcome(c, 404, "not-found", `There is nothing at this address. ${base}/metadata says what there is.`)
      : outcome(c, 405, "not-supported", "Marks can be read here, and nothing else."),
  )
  .onError((error, c) => {
    console.error(error);
    return outcome(c, 503, "transient", "We could not check just now. Until we can, do not rely on an older answer.");
  });

/** The mark whose code is the id: as people type it. A code we could not have issued is not looked up; one that we never issued is counted. */
async function markAt(c: Context): Promise<FoundMark | Response> {
  const read = normaliseCode((c.req.param("id") ?? "").slice(0, 60));
  if (!read.ok) return noMark(c);
  return (await markByCode(read.code)) ?? (await tooManyUnknown(c)) ?? noMark(c);
}

async function tooManyUnknown(c: Context): Promise<Response | undefined> {
  const counted = await countUnknown(pool.db, clock, askedFrom(c));
  if (!counted.tooMany) return undefined;
  c.header("Retry-After", String(counted.retryAfter));
  return outcome(c, 429, "throttled", tooManyDetail);
}

function resultOf(mark: FoundMark, now: Date) {
  const { baseUrl: origin, issuer } = settings();
  return verificationResultOf(mark, statusOf(mark.facts, now), { origin, issuer, statement: markAnswer(mark, now, origin).statement });
}

/** Those that are still said: a withdrawal of long ago is found by its code alone. */
function bundleOf(marks: FoundMark[], now: Date, search: string): VerificationBundle {
  const { baseUrl: origin } = settings();
  const said = marks.filter((mark) => !withdrawnLongAgo(markAnswer(mark, now, origin)));
  const entry = said.map((mark) => ({ fullUrl: `${origin}${base}/VerificationResult/${mark.code}`, resource: resultOf(mark, now), search: { mode: "match" as const } }));
  return {
    resourceType: "Bundle",
    type: "searchset",
    total: entry.length,
    link: [{ relation: "self", url: `${origin}${base}/VerificationResult${search}` }],
    ...(entry.length > 0 ? { entry } : {}),
  };
}

const noMark = (c: Context) => outcome(c, 404, "not-found", "No mark has this code.");

function outcome(c: Context, status: 400 | 404 | 405 | 406 | 429 | 503, code: OperationOutcome["issue"][number]["code"], diagnostics: string) {
  const kept = status === 503 || status === 429 ? { "Cache-Control": "no-store" } : {};
  const body: OperationOutcome = { resourceType: "OperationOutcome", issue: [{ severity: "error", code, diagnostics }] };
  return c.json(body, status, { ...publicHeaders(), ...kept, "Content-Type": type });
}

/** `_format` comes before what the header says. A client that asks for XML and nothing else gets none. */
function takesJson(c: Context): boolean {
  const format = c.req.query("_format");
  if (format) return /json/.test(format);
  const accept = c.req.header("Accept") ?? "*/*";
  return !/xml/.test(accept) || /json|\*\/\*|html/.test(accept);
}
