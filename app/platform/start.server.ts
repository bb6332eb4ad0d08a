import { connect, migrateDatabase, open, type Target } from "./database.server";
import type { Settings } from "./env.server";
import { embeddedAt, startPostgres } from "./postgres.server";

export type Opened = { target: Target; adopted: boolean; close(): Promise<void> };

/** The configured database, or an embedded one that this process then owns; migrated, with the process's pool open on it. */
export async function openDatabase({ databaseUrl, data }: Settings, name: string): Promise<Opened> {
  if (databaseUrl) return ready(databaseUrl, false, async () => {});
  const embedded = await startPostgres({ data, name });
  try {
    return await ready(await ownDatabase(embedded), embedded.adopted, embedded.stop);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** The same for a command beside a running server: joins its embedded database as a guest, or starts one for itself. */
export async function joinDatabase(settings: Settings, name: string): Promise<Opened> {
  const running = settings.databaseUrl ? undefined : embeddedAt(settings.data);
  if (!running) return openDatabase(settings, name);
  return ready({ ...running, database: "waymark" }, true, async () => {});
}

async function ready(target: Target, adopted: boolean, stop: () => Promise<void>): Promise<Opened> {
  await migrateDatabase(target);
  const { sql } = open(target);
  return { target, adopted, close: async () => { await sql.end({ timeout: 2 }); await stop(); } };
}

async function ownDatabase({ host, port, username }: { host: string; port: number; username: string }): Promise<Target> {
  const at = { host, port, username };
  const sql = connect({ ...at, database: "postgres" }, { max: 1 });
  const [found] = await sql`select 1 from pg_database where datname = 'waymark'`;
  if (!found) await sql`create database waymark`;
  await sql.end();
  return { ...at, database: "waymark" };
}
