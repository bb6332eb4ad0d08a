import { pool } from "~/platform/database.server";
import { keepSettings, settingsFrom } from "~/platform/env.server";
import { joinDatabase } from "~/platform/start.server";

/**
 * The configured database, for as long as the work takes: a running server's own, or one started for this.
 * With NODE_ENV=production the settings are those of production, and a missing one is named; otherwise a command needs none.
 */
export async function withDatabase<T>(work: (open: typeof pool) => Promise<T>): Promise<T> {
  const settings = keepSettings(settingsFrom(process.env, process.env.NODE_ENV === "production" ? "production" : "demo"));
  const database = await joinDatabase(settings, `waymark command (process ${process.pid})`);
  try {
    return await work(pool);
  } finally {
    await database.close();
  }
}
