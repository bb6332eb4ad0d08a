import { pool } from "~/platform/database.server";
import { keepSettings, settingsFrom } from "~/platform/env.server";
import { joinDatabase } from "~/platform/start.server";

/** The configured database, for as long as the work takes: a running server's own, or one started for this. Settings are read as the demo reads them: a command needs no mail server. */
export async function withDatabase<T>(work: (open: typeof pool) => Promise<T>): Promise<T> {
  const settings = keepSettings(settingsFrom(process.env, "demo"));
  const database = await joinDatabase(settings, `waymark command (process ${process.pid})`);
  try {
    return await work(pool);
  } finally {
    await database.close();
  }
}
