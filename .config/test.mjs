// All tests: the build first, then rules, data, requests and repository beside the browser journeys, which wait for pages more than they work. Ends with a plain count.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "waymark-test-"));
const PATH = `node_modules/.bin:${process.env.PATH}`;

/** Runs a command. `later` keeps what it prints until it has ended, so that two at once do not speak over each other. */
const run = (command, args, { env = {}, later = false } = {}) =>
  new Promise((done) => {
    const child = spawn(command, args, { stdio: later ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"], env: { ...process.env, PATH, ...env } });
    const said = [];
    child.stdout?.on("data", (words) => said.push(words));
    child.stderr?.on("data", (words) => said.push(words));
    child.on("error", (error) => said.push(Buffer.from(`${command}: ${error.message}\n`)));
    child.on("close", (code) => {
      process.stdout.write(Buffer.concat(said));
      done(code ?? 1);
    });
  });
const read = (file) => {
  try {
    return JSON.parse(readFileSync(join(folder, file), "utf8"));
  } catch {
    return undefined;
  }
};

const started = Date.now();
let failed = 0;
let passed = 0;
const counts = [];
const count = (name, ok, bad, status) => {
  passed += ok;
  failed += status !== 0 && bad === 0 ? 1 : bad;
  counts.push(`${name}: ${ok} passed, ${bad} failed${status !== 0 && bad === 0 ? " (did not run to the end)" : ""}`);
};

async function withoutTheBrowser() {
  const report = join(folder, "vitest.json");
  const status = await run("vitest", ["run", "-c", ".config/vitest.config.ts", "--root", ".", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`], {
    later: true,
  });
  const result = read("vitest.json");
  count("Tests without the browser", result?.numPassedTests ?? 0, result?.numFailedTests ?? 0, status);
}

async function journeys() {
  const status = await run("playwright", ["test", "-c", ".config/playwright.config.ts"], { env: { WAYMARK_JOURNEYS_REPORT: join(folder, "journeys.json") } });
  const stats = read("journeys.json")?.stats;
  count("Browser journeys", stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0), status);
}

const built = await run("remix", ["vite:build", "-c", ".config/vite.config.ts", "--logLevel", "warn"]);
if (built === 0) await Promise.all([withoutTheBrowser(), journeys()]);
else {
  count("Build", 0, 1, built);
  await withoutTheBrowser();
}

rmSync(folder, { recursive: true, force: true });
console.log([...counts, `Took ${Math.round((Date.now() - started) / 1000)} s.`, `${passed} passed, ${failed} failed`].join("\n"));
process.exit(failed || !passed ? 1 : 0);
