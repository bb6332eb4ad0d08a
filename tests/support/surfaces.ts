/** Every place that says how a mark stands, and what each has to say: one table, for tests that change a mark and look everywhere. */
import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { decodeJwt } from "jose";
import { expect } from "vitest";
import type { Provider } from "#db/seed/world";
import { waymark } from "./terminal";
import { website } from "./website";

/** How a mark stands, in the words of each kind of place. `list`: the two bits of the status list. */
export const table = {
  live: { inForce: true, answer: "Yes: this mark is in force", tab: "In force, ", badge: "Assured. In force: Referral capacity", list: 0, fhir: "validated" },
  under_review: {
    inForce: true,
    answer: "Yes: this mark is in force",
    tab: "In force, being reviewed, ",
    badge: "Assured. In force, being reviewed: Referral capacity",
    list: 0,
    fhir: "validated",
  },
  suspended: {
    inForce: false,
    answer: "No: this mark is suspended. Do not rely on it.",
    tab: "Suspended, ",
    badge: "Suspended. Do not rely on this mark",
    list: 2,
    fhir: "req-revalid",
  },
  withdrawn: {
    inForce: false,
    answer: "No: this mark was withdrawn. Do not rely on it.",
    tab: "Withdrawn, ",
    badge: "Withdrawn. Do not rely on this mark",
    list: 3,
    fhir: "val-fail",
  },
  surrendered: {
    inForce: false,
    answer: "No: this mark was given up. It is not in force.",
    tab: "Given up, ",
    badge: "Given up. This mark is not in force",
    list: 3,
    fhir: "req-revalid",
  },
  expired: {
    inForce: false,
    answer: "No: this mark has ended. It is not in force.",
    tab: "Expired, ",
    badge: "Expired. This mark is not in force",
    list: 1,
    fhir: "req-revalid",
  },
} as const;
export type Shown = keyof typeof table;

/** A mark, with what was handed out of it while it was in force. `since`: the cursor of the feed at that time. */
export type Watched = { code: string; provider: Provider; pdf: Buffer; jwt: string; list: { path: string; index: number }; since: string };

/** The only mark of its holder, who has said that there is room, stands like this; `change` is the last leaf that says what was done to it. */
export type Now = { mark: Watched; status: Shown; change: string | null };

type Surface = {
  name: string;
  ask(mark: Watched): Request;
  /** What it says of the mark. */
  says(answer: Response, mark: Watched): Promise<unknown>;
  /** What it has to say. */
  must(now: Now): unknown;
};

export const ask = (path: string, headers: Record<string, string> = {}) => website.fetch(to(path, headers));
const to = (path: string, headers: Record<string, string> = {}) => new Request(`http://localhost${path}`, { headers });
const page = (path: string) => to(path, { Accept: "text/html" });

/** What there is to watch of a mark, read from its public addresses. */
export async function watch(code: string, provider: Provider): Promise<Watched> {
  const pdf = Buffer.from(await (await ask(`/marks/${code}/certificate.pdf`)).arrayBuffer());
  const jwt = await (await ask(`/marks/${code}/credential.jwt`)).text();
  const { statusListCredential, statusListIndex } = (decodeJwt(jwt) as { credentialStatus: Record<string, string> }).credentialStatus;
  const since = /since=([^>]+)>/.exec((await ask("/marks.ndjson")).headers.get("Link")!)![1]!;
  return { code, provider, pdf, jwt, list: { path: new URL(statusListCredential!).pathname, index: Number(statusListIndex) }, since };
}

const said = ({ status, in_force }: { status: string; in_force: boolean }) => ({ status, in_force });
const standing = ({ status }: Now) => ({ status, in_force: table[status].inForce });
/** Words for whoever is in force, others for whoever is not. */
const eitherWay =
  <Yes, No>(yes: Yes, no: No) =>
  ({ status }: Now) =>
    table[status].inForce ? yes : no;
const statusOf = (marks: { code: string; status: string }[], { code }: Watched) => marks.find((each) => each.code === code)?.status ?? "not there";
const text = (html: string, tag: string) => (new RegExp(`<${tag}\\b[^>]*>(.*?)</${tag}>`, "s").exec(html)?.[1] ?? "").replace(/<[^>]+>/g, "");
const field = (words: string) => new RegExp(`^${words}`);

function toVerify(file: Buffer | string, name: string, accept: string): Request {
  const body = new FormData();
  body.set("file", new File([typeof file === "string" ? file : new Uint8Array(file)], name));
  return new Request("http://localhost/verify", { method: "POST", body, headers: { Accept: accept, Origin: "http://localhost", "Sec-Fetch-Site": "same-origin" } });
}

/** The two bits at a place, read as W3C's Bitstring Status List counts them and by nothing of ours. */
function inList(encoded: string, index: number): number {
  const byte = gunzipSync(Buffer.from(encoded.slice(1), "base64url"))[Math.floor(index / 4)]!;
  return Number.parseInt(
    byte
      .toString(2)
      .padStart(8, "0")
      .slice((index % 4) * 2)
      .slice(0, 2),
    2,
  );
}

const lastChange = (entries: { leaf: string }[], code: string) =>
  entries.map(({ leaf }) => JSON.parse(leaf)).findLast((leaf) => leaf.code === code && leaf.kind === "changed")?.change ?? null;

export const surfaces: Surface[] = [
  {
    name: "the status page",
    ask: ({ code }) => page(`/marks/${code}`),
    async says(answer) {
      const html = await answer.text();
      const { certificationStatus } = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)![1]!);
      return { tab: text(html, "title"), first: text(html, "h1"), certificationStatus };
    },
    must: ({ status }) => ({
      tab: expect.stringMatching(field(table[status].tab)),
      first: expect.stringContaining(table[status].answer),
      certificationStatus: table[status].inForce ? "CertificationActive" : "CertificationInactive",
    }),
  },
  { name: "the mark as data", ask: ({ code }) => to(`/marks/${code}.json`), says: async (answer) => said(await answer.json()), must: standing },
  {
    name: "the mark by the hash of its PDF",
    ask: ({ pdf }) => to(`/marks?sha256=${createHash("sha256").update(pdf).digest("hex")}`),
    says: async (answer) => said(await answer.json()),
    must: standing,
  },
  {
    name: "the feed, since before",
    ask: ({ since }) => to(`/marks.ndjson?since=${since}`),
    says: async (answer, mark) =>
      statusOf(
        (await answer.text())
          .split("\n")
          .filter(Boolean)
          .map((line) => JSON.parse(line)),
        mark,
      ),
    must: ({ status }) => status,
  },
  {
    name: "the PDF: the same for ever, and its address leads to what counts",
    ask: ({ code }) => to(`/marks/${code}/certificate.pdf`),
    says: async (answer, { pdf }) => ({ same: Buffer.from(await answer.arrayBuffer()).equals(pdf), link: answer.headers.get("Link") }),
    must: ({ mark: { code } }) => ({ same: true, link: `<http://localhost/marks/${code}>; rel="describedby"` }),
  },
  {
    name: "the credential: the same for ever, and the list it names says how it stands",
    ask: ({ code }) => to(`/marks/${code}/credential.jwt`),
    says: async (answer, { jwt }) => ({ same: (await answer.text()) === jwt }),
    must: () => ({ same: true }),
  },
  {
    name: "the badge as SVG",
    ask: ({ code }) => to(`/marks/${code}/badge.svg`),
    async says(answer) {
      const svg = await answer.text();
      return { words: text(svg, "title"), credential: svg.includes("openbadges") };
    },
    must: ({ status }) => ({ words: expect.stringContaining(`: ${table[status].badge}. `), credential: table[status].inForce }),
  },
  {
    name: "the badge as PNG, which carries the credential only while it is in force",
    ask: ({ code }) => to(`/marks/${code}/badge.png`),
    says: async (answer) => Buffer.from(await answer.arrayBuffer()).includes("openbadgecredential"),
    must: eitherWay(true, false),
  },
  {
    name: "the status list",
    ask: ({ list }) => to(list.path),
    says: async (answer, { list }) => inList((decodeJwt(await answer.text()) as { credentialSubject: { encodedList: string } }).credentialSubject.encodedList, list.index),
    must: ({ status }) => table[status].list,
  },
  {
    name: "the provider's page",
    ask: ({ provider }) => page(`/providers/${provider.slug}`),
    says: async (answer) => text(await answer.text(), "h1"),
    must: ({ status }) =>
      expect.stringContaining(table[status].inForce ? "Their mark is in force." : status === "suspended" ? "A mark of theirs is suspended." : "No mark of theirs is in force."),
  },
  {
    name: "the provider as data",
    ask: ({ provider }) => to(`/providers/${provider.slug}.json`),
    async says(answer, mark) {
      const { marks, taking_new_people, mark_suspended } = await answer.json();
      return { status: statusOf(marks, mark), taking_new_people, mark_suspended };
    },
    must: ({ status }) => ({ status, taking_new_people: table[status].inForce, mark_suspended: status === "suspended" }),
  },
  {
    name: "the register's page",
    ask: ({ provider }) => page(`/register?accepting=yes&q=${encodeURIComponent(provider.group.name)}`),
    says: async (answer, { provider }) => (await answer.text()).includes(`href="/providers/${provider.slug}"`),
    must: eitherWay(true, false),
  },
  {
    name: "the register as data",
    ask: ({ provider }) => to(`/register.json?q=${encodeURIComponent(provider.group.name)}`),
    says: async (answer, mark) => inLine((await answer.json()).results, mark),
    must: ({ status }) => (table[status].inForce ? status : "not there"),
  },
  {
    name: "the register as a sheet",
    ask: ({ provider }) => to(`/register.csv?q=${encodeURIComponent(provider.group.name)}`),
    says: async (answer, { code }) => (await answer.text()).includes(code),
    must: eitherWay(true, false),
  },
  {
    name: "the Open Referral services",
    ask: () => to("/openreferral/services?per_page=100"),
    says: async (answer, mark) =>
      service(
        (await answer.json()).contents.find(({ id }: { id: string }) => id === mark.provider.organisationId),
        mark,
      ),
    must: asService,
  },
  {
    name: "the Open Referral service",
    ask: ({ provider }) => to(`/openreferral/services/${provider.organisationId}`),
    says: async (answer, mark) => service(await answer.json(), mark),
    must: asService,
  },
  {
    name: "FHIR: the verification",
    ask: ({ code }) => to(`/fhir/R4/VerificationResult/${code}`),
    says: async (answer) => verification(await answer.json()),
    must: ({ status }) => ({ fhir: table[status].fhir, status }),
  },
  {
    name: "FHIR: the verification, looked for",
    ask: ({ code }) => to(`/fhir/R4/VerificationResult?target.identifier=${encodeURIComponent(`http://localhost/marks|${code}`)}`),
    says: async (answer) => verification((await answer.json()).entry[0].resource),
    must: ({ status }) => ({ fhir: table[status].fhir, status }),
  },
  {
    name: "FHIR: what the mark covers",
    ask: ({ code }) => to(`/fhir/R4/HealthcareService/${code}`),
    async says(answer) {
      const { active, telecom } = await answer.json();
      return { active, howToReach: telecom.some(({ system }: { system: string }) => system === "phone") };
    },
    must: ({ status }) => ({ active: table[status].inForce, howToReach: table[status].inForce }),
  },
  {
    name: "the log's entries",
    ask: () => to("/log/entries"),
    says: async (answer, { code }) => lastChange((await answer.json()).entries, code),
    must: ({ change }) => change,
  },
  {
    name: "the log's proof",
    ask: ({ code }) => to(`/log/proof?code=${code}`),
    async says(answer, { code }) {
      const { entries, waiting } = await answer.json();
      return { change: lastChange(entries, code), waiting };
    },
    must: ({ change }) => ({ change, waiting: 0 }),
  },
  {
    name: "the log's page",
    ask: ({ code }) => page(`/log?code=${code}`),
    says: async (answer) => [...(await answer.text()).matchAll(/&quot;change&quot;:&quot;(\w+)&quot;/g)].at(-1)?.[1] ?? null,
    must: ({ change }) => change,
  },
  {
    name: "the PDF, shown to /verify",
    ask: ({ pdf }) => toVerify(pdf, "certificate.pdf", "application/json"),
    says: async (answer) => verified(await answer.json()),
    must: genuine,
  },
  {
    name: "the PDF, shown to /verify by a person",
    ask: ({ pdf }) => toVerify(pdf, "certificate.pdf", "text/html"),
    says: async (answer) => text(await answer.text(), "h1"),
    must: eitherWay("This is our document, and the mark is in force.", expect.stringMatching(/^This is our document, but the mark is not in force/)),
  },
  {
    name: "the credential, shown to /verify",
    ask: ({ jwt }) => toVerify(jwt, "mark.jwt", "application/json"),
    says: async (answer) => verified(await answer.json()),
    must: genuine,
  },
];

const inLine = (results: { marks: { code: string; status: string }[] }[], mark: Watched) =>
  statusOf(
    results.flatMap(({ marks }) => marks),
    mark,
  );
const verification = ({ status, extension }: { status: string; extension: { url: string; valueCode: string }[] }) => ({
  fhir: status,
  status: extension.find(({ url }) => url.endsWith("/mark-status"))?.valueCode,
});
const service = ({ status, accreditations = "" }: { status: string; accreditations?: string }, { code }: Watched) => ({ status, accredited: accreditations.includes(code) });
function asService({ status }: Now) {
  return table[status].inForce ? { status: "active", accredited: true } : { status: "inactive", accredited: false };
}
const verified = ({ document, in_force, mark }: { document: string; in_force: boolean; mark: { status: string } | null }) => ({ document, in_force, status: mark?.status });
function genuine({ status }: Now) {
  return { document: "genuine", in_force: table[status].inForce, status };
}

const folder = mkdtempSync(join(tmpdir(), "wm-surfaces-"));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

/** The operator's tool, which asks the same database, and without it the lists that were fetched just now. Needs `~/cli/database.server` to be this database. */
export const commands: { name: string; run(mark: Watched): Promise<{ exit: number; inForce: string | undefined }> }[] = [
  { name: "waymark verify CODE", run: async ({ code }) => told(await waymark(["verify", code])) },
  { name: "waymark verify PDF", run: async ({ pdf }) => told(await waymark(["verify", file("mark.pdf", pdf)])) },
  {
    name: "waymark verify CREDENTIAL --offline",
    async run({ jwt, list }) {
      const keys = file("keys.json", await (await ask("/.well-known/jwks.json")).text());
      return told(await waymark(["verify", file("mark.jwt", jwt), "--offline", "--keys", keys, "--status", file("list.jwt", await (await ask(list.path)).text())]));
    },
  },
];
const told = ({ exit, out }: { exit: number; out: string }) => ({ exit, inForce: /^mark in force: (yes|no)/m.exec(out)?.[1] });
