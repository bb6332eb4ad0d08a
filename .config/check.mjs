// Everything but the browser journeys: what a change must pass before it is shown to anybody.
import { runSteps } from "./steps.mjs";

runSteps([
  ["format and lint", "biome", "check", "--config-path=.config/format.json", "."],
  ["import direction", "depcruise", "--config", ".config/dependency-cruiser.cjs", "app", "db", "standards", "--output-type", "err"],
  ["unused code and packages", "knip", "--config", ".config/knip.json"],
  ["types", "tsc", "--noEmit"],
  ["standards", process.execPath, "--import", "tsx", "app/cli/waymark.ts", "standards", "check"],
  ["tests without the browser", "vitest", "run", "-c", ".config/vitest.config.ts", "--root", "."],
  ["build", "remix", "vite:build", "-c", ".config/vite.config.ts", "--logLevel", "warn"],
]);
