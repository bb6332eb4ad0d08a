// A process of its own, for tests that kill it: opens the database of a folder, then adds people as fast as it can and says each id once it is kept.
import { createPerson } from "~/accounts/people.server";
import { pool } from "~/platform/database.server";
import { settingsFrom } from "~/platform/env.server";
import { openDatabase } from "~/platform/start.server";
import { noon } from "./clock";

const opened = await openDatabase(settingsFrom(process.env, "demo"), `writer ${process.pid}`);
console.log(`ready ${opened.adopted}`);
const write = async () => {
  for (;;) {
    const id = await createPerson(pool.db, noon, { system: "test" }, { email: `${crypto.randomUUID()}@example.org`, name: "Pat" });
    process.stdout.write(`${id}\n`);
  }
};
await Promise.all([write(), write(), write(), write()]);
