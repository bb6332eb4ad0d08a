import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { connect, migrateDatabase } from "~/platform/database.server";
import { startPostgres } from "~/platform/postgres.server";
import { remember } from "~/platform/remember";

declare module "vitest" {
  interface ProvidedContext {
    postgres: { host: string; port: number; username: string };
  }
}

// Each project loads this file anew; the process is the same, and one server is enough for all of them.
const shared = remember("test postgres", () => ({ users: 0, server: undefined as ReturnType<typeof start> | undefined }));

/** One Postgres for the whole run, with a migrated database to copy. Nothing in it must survive a power cut. */
export default async function setup(project: TestProject) {
  shared.users++;
  shared.server ??= start();
  const { at, stop } = await shared.server;
  project.provide("postgres", at);
  return async () => {
    if (--shared.users === 0) await stop();
  };
}

async function start() {
  const data = mkdtempSync(join(tmpdir(), "wm-"));
  chmodSync(data, 0o755); // mkdtemp makes it private, and Postgres may run as somebody else
  const embedded = await startPostgres({ data, name: "vitest", settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" } });
  const at = { host: embedded.host, port: embedded.port, username: embedded.username };
  const admin = connect({ ...at, database: "postgres" }, { max: 1 });
  await admin`create database template_waymark`;
  await migrateDatabase({ ...at, database: "template_waymark" });
  await admin.end();
  return {
    at,
    stop: async () => {
      await embedded.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
