import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { signingKeys } from "#db/schema/keys";
import { connect, migrateDatabase, open } from "~/platform/database.server";
import { startPostgres } from "~/platform/postgres.server";
import { remember } from "~/platform/remember";
import { makeTestKeys } from "./keys";

declare module "vitest" {
  interface ProvidedContext {
    postgres: { host: string; port: number; username: string };
    /** The folder of the private keys whose public halves are in every test's database. */
    keys: string;
  }
}

// Each project loads this file anew; the process is the same, and one server is enough for all of them.
const shared = remember("test postgres", () => ({ users: 0, server: undefined as ReturnType<typeof start> | undefined }));

/** One Postgres for the whole run, with a migrated database to copy. Nothing in it must survive a power cut. */
export default async function setup(project: TestProject) {
  shared.users++;
  shared.server ??= start();
  const { at, keys, stop } = await shared.server;
  project.provide("postgres", at);
  project.provide("keys", keys);
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
  const keys = join(data, "keys");
  await copyKeysInto("template_waymark", at, keys, admin);
  await admin.end();
  return {
    at,
    keys,
    stop: async () => {
      await embedded.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

type Where = { host: string; port: number; username: string };

/** The scheme's keys, made where the audit trail may say so: every test's own trail begins empty. */
async function copyKeysInto(template: string, at: Where, folder: string, admin: ReturnType<typeof connect>) {
  await admin.unsafe(`create database keys_made template ${template}`);
  const { db, sql } = open({ ...at, database: "keys_made" });
  await makeTestKeys(db, folder);
  const made = await db.select().from(signingKeys);
  await sql.end();
  const { db: into, sql: end } = open({ ...at, database: template });
  await into.insert(signingKeys).values(made);
  await end.end();
  await admin.unsafe("drop database keys_made");
}
