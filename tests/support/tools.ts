import { execFileSync } from "node:child_process";

/** Whether this program is installed here. */
export function has(tool: string): boolean {
  try {
    execFileSync("sh", ["-c", 'command -v "$1"', "sh", tool], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Whether tests that need these programs may run. Where all of them are promised, one that is missing is a failure. */
export function needs(...tools: string[]): boolean {
  const missing = tools.filter((tool) => !has(tool));
  if (missing.length > 0 && process.env.WAYMARK_EVERY_TOOL) throw new Error(`Not installed: ${missing.join(", ")}.`);
  return missing.length === 0;
}
