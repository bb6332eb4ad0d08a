import { afterAll, inject } from "vitest";
import { connect, open, pool } from "~/platform/database.server";

/** A private copy of the migrated template, one per test file, opened as the process's pool. `owner` may do what the application may not. */
export async function freshDatabase() {
  const at = inject("postgres");
  const name = `t_${crypto.randomUUID().replaceAll("-", "")}`;
  const admin = connect({ ...at, database: "postgres" }, { max: 1 });
  await admin.unsafe(`create database ${name} template template_waymark`);
  open({ ...at, database: name });
  const owner = connect({ ...at, database: name }, { max: 2 });
  afterAll(async () => {
    await Promise.all([pool.sql.end(), owner.end()]);
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  });
  return { db: pool.db, sql: pool.sql, owner, target: { ...at, database: name } };
}
