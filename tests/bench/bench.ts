/** The measurements: each is a ratio taken in one run beside its baseline, or a size. `npm run bench -- --json FILE` keeps them; RESULTS.md is written from the same run. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { certificateDocument } from "~/marks/certificate-document";
import { renderCertificate } from "~/marks/render.server";
import { faces } from "~/platform/paper/faces.server";
import { pdf } from "~/platform/paper/pdf.server";
import { embeddedAt } from "~/platform/postgres.server";
import { loadStandards } from "~/standards/load.server";
import { score } from "~/standards/score";
import { certificates } from "../support/certificates";
import { forms } from "./forms";
import { issuing } from "./issuing";
import { bytesOnTheWire, load, median, residentMegabytes, started, stopped, timed } from "./measure";

type Row = { what: string; figure: string; target: string; ok: boolean; beside: string };
const rows: Row[] = [];
const { values } = parseArgs({ options: { json: { type: "string" } } });

const data = mkdtempSync(join(tmpdir(), "waymark-bench-"));
const port = 20_000 + (process.pid % 20_000);
const base = `http://localhost:${port}`;

spawnSync(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "-c", ".config/vite.config.ts", "--logLevel", "warn"], { stdio: "inherit" });
const begun = performance.now();
const demo = await started(["build/server/demo.js"], { PORT: String(port), WAYMARK_DATA: data, NODE_ENV: "production" }, "Waymark is ready");
const storySeconds = (performance.now() - begun) / 1000;
try {
  const live = /data-example="mark-live" href="(\/marks\/[^"]+)"/.exec(await (await fetch(`${base}/demo`)).text())![1]!;
  await hotJson(live);
  await statusPage(live);
  rows.push(atMost("The running demo (web, jobs, Postgres), resident", residentMegabytes(demo.pid!, data), 600, " MB", "after the load above"));
} finally {
  await stopped(demo);
}
await restart();
await certificate();
await issued();
scoring();
for (const { what, milliseconds, limit, beside } of await forms()) rows.push(atMost(what, Number(milliseconds.toFixed(2)), limit, " ms", beside));
rmSync(data, { recursive: true, force: true });
report();

async function hotJson(live: string) {
  const bare = await started(["--import", "tsx", "tests/bench/bare.ts"], { BARE_SOCKET: embeddedAt(data)!.host, BARE_PORT: String(port + 1), NODE_ENV: "production" }, "ready");
  try {
    const url = (at: number) => `http://localhost:${at}${live}.json`;
    for (const at of [port, port + 1]) load(url(at), 2);
    const rounds = [1, 2, 3].map(() => ({ ours: load(url(port), 4), bare: load(url(port + 1), 4) }));
    const ratio = median(rounds.map(({ ours, bare }) => ours / bare));
    const perSecond = (of: "ours" | "bare") => Math.round(median(rounds.map((each) => each[of]))).toLocaleString("en-GB");
    rows.push(
      atLeast(
        "/marks/CODE.json at 32 connections ÷ bare node:http with the same select",
        ratio,
        0.4,
        "",
        `${perSecond("ours")} and ${perSecond("bare")} requests a second; median of three rounds in turn`,
      ),
    );
  } finally {
    await stopped(bare);
  }
}

async function statusPage(live: string) {
  const html = await (await fetch(base + live)).text();
  const sheets = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map((match) => match[1]!);
  const page = await bytesOnTheWire(base + live);
  const css = (await Promise.all(sheets.map((sheet) => bytesOnTheWire(base + sheet)))).reduce((sum, each) => sum + each, 0);
  rows.push(atMost("The status page on the wire, with its stylesheet", kilobytes(page + css), 14, " KB", `page ${kilobytes(page)} KB, gzip`));
  rows.push(atMost("Its stylesheet on the wire", kilobytes(css), 15, " KB", "gzip"));
  rows.push(atMost("Scripts on it", (html.match(/<script(?![^>]*\btype="application\/ld\+json")/g) ?? []).length, 0, "", ""));
}

async function restart() {
  const begun = performance.now();
  const again = await started(["build/server/demo.js"], { PORT: String(port), WAYMARK_DATA: data, NODE_ENV: "production" }, "Waymark is ready");
  rows.push(
    atMost(
      "The demo ready again, built and played",
      Number(((performance.now() - begun) / 1000).toFixed(1)),
      20,
      " s",
      `the first time, with its story: ${storySeconds.toFixed(1)} s`,
    ),
  );
  await stopped(again);
}

async function certificate() {
  const printing = { origin: "https://waymark.example", issuer: "The Waymark demonstration scheme" };
  const { allotment } = certificates;
  const whole = await timed(() => renderCertificate(allotment, printing));
  // Made beforehand, one for each: pdfmake writes into the definition it is given.
  const definitions = Array.from({ length: 20 }, () => certificateDocument(allotment, { ...printing, faces: faces() }));
  const bare = await timed(() => pdf(definitions.pop()!));
  rows.push(atMost("A certificate ÷ pdfmake alone with the same definition", Number((whole / bare).toFixed(2)), 2.5, "", `${whole.toFixed(0)} and ${bare.toFixed(0)} ms`));
}

async function issued() {
  const { ratio, ours, bare } = await issuing(data);
  rows.push(
    atMost(
      "Issuing (row, log, credential, render, sign, store, record) ÷ pdfmake alone with the same page",
      Number(ratio.toFixed(2)),
      2.5,
      "",
      `in turn; ${ours.toFixed(0)} and ${bare.toFixed(0)} ms`,
    ),
  );
}

function scoring() {
  const standard = loadStandards().versions.find(({ standard }) => standard.key === "referral-capacity")!.standard;
  const ratings = Object.fromEntries(standard.criteria.map(({ id }, i) => [id, (i % 3) + 1 === 3 ? 3 : 2]));
  const given = JSON.stringify({ facts: { holds_waiting_list: true, receives_electronic_referrals_with_patient_data: true }, ratings, na_claims: {} });
  const count = 20_000;
  const perSecond = (run: (input: { facts: Record<string, boolean>; ratings: Record<string, 0 | 1 | 2 | 3>; na_claims: Record<string, never> }) => unknown) => {
    const input = JSON.parse(given);
    for (let i = 0; i < 2_000; i++) run(input);
    const start = performance.now();
    for (let i = 0; i < count; i++) run(input);
    return (count / (performance.now() - start)) * 1000;
  };
  const ours = perSecond((input) => score(standard, input));
  const parsing = perSecond(() => JSON.parse(given));
  rows.push(
    atLeast("Submissions scored a second, on one core", Math.round(ours), 20_000, "", `${(ours / parsing).toFixed(2)} of the speed at which the same input is parsed as JSON`),
  );
}

function kilobytes(bytes: number) {
  return Number((bytes / 1024).toFixed(1));
}
function atMost(what: string, value: number, limit: number, unit: string, beside: string): Row {
  return { what, figure: `${value}${unit}`, target: `≤ ${limit}${unit}`, ok: value <= limit, beside };
}
function atLeast(what: string, value: number, limit: number, unit: string, beside: string): Row {
  const shown = Number.isInteger(value) ? value.toLocaleString("en-GB") : value.toFixed(2);
  return { what, figure: `${shown}${unit}`, target: `≥ ${limit.toLocaleString("en-GB")}${unit}`, ok: value >= limit, beside };
}

function report() {
  const machine = `Node ${process.version}, ${availableParallelism()} cores, ${process.platform}`;
  const table = [
    "| what | seen | wanted | beside |",
    "|---|---|---|---|",
    ...rows.map(({ what, figure, target, beside }) => `| ${what} | ${figure} | ${target} | ${beside} |`),
  ].join("\n");
  console.log(rows.map(({ what, figure, target, ok, beside }) => `${ok ? "ok     " : "NOT YET"} ${what}: ${figure} (${target})${beside ? `; ${beside}` : ""}`).join("\n"));
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, rows }, null, 1)}\n`);
  const file = "tests/bench/RESULTS.md";
  const head = readFileSync(file, "utf8").split("<!-- results -->")[0];
  writeFileSync(file, `${head}<!-- results -->\n${machine}\n\n${table}\n`);
  process.exit(rows.every(({ ok }) => ok) ? 0 : 1);
}
