import { pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";

/** A published version, for ever: its canonical content and the hash of it. Rows are never updated or deleted (trigger). */
export const standardVersions = pgTable(
  "standard_versions",
  {
    id: uuid().primaryKey().defaultRandom(),
    key: text().notNull(),
    version: text().notNull(),
    code: text().notNull(),
    title: text().notNull(),
    /** Of `content`, hexadecimal. */
    sha256: text().notNull().unique(),
    /** Canonical JSON. Text, not jsonb: the hash is of these very characters. */
    content: text().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
    publishedBy: text().notNull(),
  },
  (table) => [unique().on(table.key, table.version)],
);
