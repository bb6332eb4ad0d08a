import type { Sql } from "postgres";
import { connect, migrateDatabase, open, type Target } from "./database.server";
import type { Settings } from "./env.server";
import { embeddedAt, startPostgres } from "./postgres.server";

export type Opened = { target: Target; adopted: boolean; close(): Promise<void> };

/** Looks at what is there already and says whether to go on with it. */
type Keep = (sql: Sql) => Promise<boolean>;

/**
 * The configured database, or an embedded one that this process then owns; migrated, with the process's pool open on it.
 * An embedded one that `keep` does not want is emptied first. Refuses to empty a configured one: that is not ours to do.
 */
export async function openDatabase({ databaseUrl, data }: Settings, name: string, keep: Keep = async () => true): Promise<Opened> {
  if (databaseUrl) {
    if (!(await keeps(databaseUrl, keep)))
      throw new Error("DATABASE_URL names a database that would have to be emptied first. Empty it yourself, or leave DATABASE_URL out to use the embedded one.");
    return ready(databaseUrl, false, async () => {});
  }
  const embedded = await startPostgres({ data, name });
  try {
    const { host, port, username } = embedded;
    const target = { host, port, username, database: "waymark" };
    await createOwn(target);
    if (!(await keeps(target, keep))) await createOwn(target, "afresh");
    return await ready(target, embedded.adopted, embedded.stop);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** The same for a command: joins a configured database or a running server's as a guest, who migrates nothing; where nothing runs, starts the embedded one for itself. */
export async function joinDatabase(settings: Settings, name: string): Promise<Opened> {
  if (settings.databaseUrl) return opened(settings.databaseUrl, true, async () => {});
  const running = embeddedAt(settings.data);
  return running ? opened({ ...running, database: "waymark" }, true, async () => {}) : openDatabase(settings, name);
}

async function ready(target: Target, adopted: boolean, stop: () => Promise<void>): Promise<Opened> {
  await migrateDatabase(target);
  return opened(target, adopted, stop);
}

function opened(target: Target, adopted: boolean, stop: () => Promise<void>): Opened {
  const { sql } = open(target);
  const close = async () => {
    await sql.end({ timeout: 2 });
    await stop();
  };
  return { target, adopted, close };
}

async function keeps(target: Target, keep: Keep) {
  const sql = connect(target, { max: 1 });
  try {
    return await keep(sql);
  } finally {
    await sql.end();
  }
}

async function createOwn(target: { host: string; port: number; username: string; database: string }, afresh?: "afresh") {
  const sql = connect({ ...target, database: "postgres" }, { max: 1 });
  try {
    if (afresh) await sql`drop database if exists ${sql(target.database)} with (force)`;
    const [found] = await sql`select 1 from pg_database where datname = ${target.database}`;
    if (!found) await sql`create database ${sql(target.database)}`;
  } finally {
    await sql.end();
  }
}
