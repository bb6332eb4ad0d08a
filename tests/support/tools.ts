import { spawnSync } from "node:child_process";

const has = (tool: string): boolean => spawnSync("sh", ["-c", `command -v ${tool}`]).status === 0;

/** Whether tests that use these programs may run. With WAYMARK_EVERY_TOOL set a missing one is a failure, not a reason to leave the tests out. */
export function needs(...tools: string[]): boolean {
  const missing = tools.filter((tool) => !has(tool));
  if (missing.length > 0 && process.env.WAYMARK_EVERY_TOOL) throw new Error(`These tests need ${missing.join(", ")}.`);
  return missing.length === 0;
}
