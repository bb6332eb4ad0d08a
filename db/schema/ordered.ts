import { bigint, uuid } from "drizzle-orm/pg-core";

/** What every row has of a table whose rows are only added: its own id, and a number that tells apart what was written in one instant. */
export const ordered = () => ({
  id: uuid().primaryKey().defaultRandom(),
  seq: bigint({ mode: "number" }).generatedAlwaysAsIdentity(),
});
