import { defineConfig } from "vitest/config";
import { alias } from "./aliases";

const project = (name: string, more: object = {}) => ({ resolve: { alias }, test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...more } });
const withPostgres = { globalSetup: "tests/support/postgres.ts", isolate: false, setupFiles: ["tests/support/settings.ts"], testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // Each file has a database of its own, so as many at once as there are cores of the smallest machine we care for.
    maxWorkers: 2,
    projects: [
      project("core", { isolate: false, testTimeout: 60_000 }),
      project("repository", { testTimeout: 60_000 }),
      project("data", withPostgres),
      project("routes", withPostgres),
    ],
  },
});
