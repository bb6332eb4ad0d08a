// The newcomer's command: builds when there is nothing built or a source is newer, then runs the demo. `-- --reset` starts the story afresh.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const built = "build/server/demo.js";
const newest = (path) => (statSync(path).isDirectory() ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name)))) : statSync(path).mtimeMs);
const stale = () => !existsSync(built) || ["app", "db", "public", ".config", "package-lock.json", "remix.config.js"].some((path) => newest(path) > statSync(built).mtimeMs);

let child;
let stopping = false;
const run = (args, env = {}) =>
  new Promise((done) => {
    // The channel ends when we do, however we end: the server hears that and stops too.
    child = spawn(process.execPath, args, { stdio: ["inherit", "inherit", "inherit", "ipc"], env: { ...process.env, ...env } });
    child.on("exit", (code, signal) => done(code ?? (signal ? 1 : 0)));
  });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    child?.kill("SIGTERM");
  });
}

if (stale()) {
  console.log("Building Waymark (about ten seconds, once)…");
  const code = await run(["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "-c", ".config/vite.config.ts", "--logLevel", "warn"]);
  if (code !== 0 || stopping) process.exit(stopping ? 0 : code);
}
process.exit(await run([built, ...process.argv.slice(2)], { NODE_ENV: "production", WAYMARK_DEMO: "1" }));
