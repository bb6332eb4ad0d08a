import { spawnSync } from "node:child_process";

/** Runs named steps one after another, says how each went, and ends the process with 1 when one did not pass. */
export function runSteps(steps) {
  const failed = [];
  for (const [name, command, ...args] of steps) {
    console.log(`\n▸ ${name}`);
    const started = Date.now();
    const { status } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, PATH: `node_modules/.bin:${process.env.PATH}` } });
    console.log(`${status === 0 ? "✓" : "✗"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    if (status !== 0) failed.push(name);
  }
  console.log(failed.length ? `\nNot yet right: ${failed.join(", ")}` : "\nAll steps passed.");
  process.exit(failed.length ? 1 : 0);
}
