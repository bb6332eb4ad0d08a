// All tests: rules, data, requests, repository, then the browser journeys on a build of their own making. Ends with a plain count.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "waymark-test-"));
const PATH = `node_modules/.bin:${process.env.PATH}`;
const run = (command, args, env = {}) => spawnSync(command, args, { stdio: "inherit", env: { ...process.env, PATH, ...env } }).status ?? 1;
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
const count = (name, ok, bad, status) => {
  passed += ok;
  failed += status !== 0 && bad === 0 ? 1 : bad;
  console.log(`${name}: ${ok} passed, ${bad} failed${status !== 0 && bad === 0 ? " (did not run to the end)" : ""}`);
};

const rules = run("vitest", ["run", "-c", ".config/vitest.config.ts", "--root", ".", "--reporter=default", "--reporter=json", `--outputFile.json=${join(folder, "vitest.json")}`]);
const vitest = read("vitest.json");
count("Tests without the browser", vitest?.numPassedTests ?? 0, vitest?.numFailedTests ?? 0, rules);

const built = run("remix", ["vite:build", "-c", ".config/vite.config.ts", "--logLevel", "warn"]);
if (built === 0) {
  const journeys = run("playwright", ["test", "-c", ".config/playwright.config.ts"], { WAYMARK_JOURNEYS_REPORT: join(folder, "journeys.json") });
  const stats = read("journeys.json")?.stats;
  count("Browser journeys", stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0), journeys);
} else count("Build", 0, 1, built);

rmSync(folder, { recursive: true, force: true });
console.log(`Took ${Math.round((Date.now() - started) / 1000)} s.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
