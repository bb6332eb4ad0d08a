import { index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** How often well-formed codes that we never issued were asked for: by one network address, and by all together (`everybody`). Forgotten after an hour. */
export const unknownCodes = pgTable(
  "unknown_codes",
  {
    who: text().primaryKey(),
    asked: integer().notNull(),
    /** When the hour that is being counted began. */
    since: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.since)],
);

/** How many concerns were sent: from one network address, and by all together (`everybody`). Forgotten after an hour. */
export const concernsSent = pgTable(
  "concerns_sent",
  {
    who: text().primaryKey(),
    asked: integer().notNull(),
    since: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.since)],
);
