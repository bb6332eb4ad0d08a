import { asc, ne } from "drizzle-orm";
import { demoExamples as table } from "#db/schema/platform";
import type { Db } from "./database.server";

/** What the demo's story made, by name, with where it is. */
export const demoExamples = (db: Db) => db.select().from(table).where(ne(table.path, "/demo")).orderBy(asc(table.name));
