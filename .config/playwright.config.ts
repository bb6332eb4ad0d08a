import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { browser } from "./browser";

// A demo that runs already may be named by its port: for writing journeys, not for trusting them.
const running = process.env.WAYMARK_JOURNEYS_PORT !== undefined;
const port = Number(process.env.WAYMARK_JOURNEYS_PORT ?? 20_000 + (process.pid % 20_000));
const data = process.env.WAYMARK_JOURNEYS_DATA ?? mkdtempSync(join(tmpdir(), "waymark-journeys-"));
// Every worker reads this file anew: the first one's choice is everybody's.
Object.assign(process.env, { WAYMARK_JOURNEYS_PORT: String(port), WAYMARK_JOURNEYS_DATA: data });
const report = process.env.WAYMARK_JOURNEYS_REPORT;

/** The journeys run against the demo, with a story of their own in a new folder: what a newcomer sees is what is tested. */
export default defineConfig({
  testDir: "../tests/journeys",
  outputDir: "../.data/journeys",
  workers: 2,
  timeout: 180_000,
  retries: 0,
  forbidOnly: true,
  reporter: report ? [["list"], ["json", { outputFile: report }]] : "list",
  projects: [
    // The longest first, or the others wait for it at the end.
    { name: "whole job", testMatch: "whole-job.spec.ts" },
    { name: "journeys", testIgnore: ["whole-job.spec.ts", "clock.spec.ts", "editors.spec.ts"] },
    // Publishes a version, which whoever begins afterwards begins with: nobody else may be on the way.
    { name: "editors", testMatch: "editors.spec.ts", dependencies: ["whole job", "journeys"] },
    // The demo has one clock for everybody: whoever moves it must be alone.
    { name: "clock", testMatch: "clock.spec.ts", dependencies: ["editors"] },
  ],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: browser(),
    locale: "en-GB",
    timezoneId: "Europe/London",
    trace: "retain-on-failure",
  },
  webServer: {
    command: "node build/server/demo.js",
    cwd: "..",
    url: `http://localhost:${port}/health/ready`,
    reuseExistingServer: running,
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 12_000 },
    env: { PORT: String(port), WAYMARK_DATA: data, NODE_ENV: "production" },
  },
});
