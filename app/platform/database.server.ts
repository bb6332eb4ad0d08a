import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { runMigrations } from "graphile-worker";
import postgres, { type Options, type Sql } from "postgres";
import { remember } from "./remember";
import { root } from "./root.server";

const migrations = join(root, "db/migrations");

type Schema = Record<string, never>;
/** The pool or a transaction of it. A command takes one and opens its own (nested) transaction. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;

/** Where a database is: a URL, or a socket folder with user and database. */
export type Target = string | { host: string; port: number; username: string; database: string };

export const connect = (to: Target, options: Options<never> = {}): Sql =>
  (typeof to === "string" ? postgres(to, { onnotice() {}, ...options }) : postgres({ onnotice() {}, ...to, ...options })) as unknown as Sql;

/** For libraries that want a URL. */
export const urlOf = (to: Target) => (typeof to === "string" ? to : `postgres://${to.username}@localhost/${to.database}?host=${encodeURIComponent(to.host)}&port=${to.port}`);

/** The process's pool. Set once, when the process starts. It acts as `waymark_app`, which cannot change history. */
export const pool = remember("pool", () => ({}) as { sql: Sql; db: Db });

/** After this, raw `sql` takes and gives timestamps as ISO strings, not as Date. */
export function open(to: Target, max = 10) {
  pool.sql = connect(to, { max, connection: { role: "waymark_app" } as never });
  pool.db = drizzle(pool.sql, { casing: "snake_case" });
  return pool;
}

/** Several processes may start at once; one migrates, the others wait and find nothing to do. */
export async function migrateDatabase(to: Target) {
  const sql = connect(to, { max: 1 });
  try {
    await sql`select pg_advisory_lock(7261002)`;
    await runMigrations({ connectionString: urlOf(to) });
    await migrate(drizzle(sql), { migrationsFolder: migrations });
  } finally {
    await sql.end();
  }
}

/** How many of our migrations this database has not had yet; all of them where it has had none. */
export async function pendingMigrations(sql: Sql): Promise<number> {
  const journal = JSON.parse(readFileSync(join(migrations, "meta/_journal.json"), "utf8")) as { entries: unknown[] };
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  const [done] = table?.there ? await sql`select count(*)::int as count from drizzle.__drizzle_migrations` : [{ count: 0 }];
  return journal.entries.length - Number(done?.count);
}
